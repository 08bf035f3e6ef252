package dev.kickoff.jobs.control;

import dev.kickoff.model.control.ActuationIntent;
import dev.kickoff.model.control.ActuationIntent.Result;
import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.fleet.ScaleReceipt;
import dev.kickoff.model.fleet.ScaleRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out an intent that stands in the ledger, or abandons it, and settles it.
 *
 * <p>A call is made only within five seconds of the commit: a process that was stopped between the
 * two must not act on what it knew then. A lowering is made only by the present leader, and only
 * while the group is as it was when the decision was made; what else is left is a raise that comes
 * late, which the next tick repairs. Not thread safe.
 */
final class Actuator {
  private static final Logger LOG = LoggerFactory.getLogger(Actuator.class);
  private static final long PROMPT_NANOS = Duration.ofSeconds(5).toNanos();

  private final Fleet fleet;
  private final Ledger ledger;
  private final LongSupplier nanos;

  /**
   * @param nanos a clock that only ever goes on, in nanoseconds, such as {@link System#nanoTime}
   */
  Actuator(Fleet fleet, Ledger ledger, LongSupplier nanos) {
    this.fleet = fleet;
    this.ledger = ledger;
    this.nanos = nanos;
  }

  /** The present, for {@link #carryOut}. */
  long mark() {
    return nanos.getAsLong();
  }

  /**
   * Makes the call that a committed intent stands for.
   *
   * @param seen the group as the decision saw it; empty when it could not be read
   * @param committedAt the {@link #mark} taken right before the commit
   */
  void carryOut(
      ActuationIntent intent, ScaleRequest request, Optional<FleetState> seen, long committedAt) {
    Optional<String> obstacle = obstacle(intent, request, seen);
    if (obstacle.isEmpty() && nanos.getAsLong() - committedAt > PROMPT_NANOS) {
      obstacle = Optional.of("more than 5 s passed since the commit");
    }
    if (obstacle.isPresent()) {
      LOG.warn("{}: not called: {}; the next tick decides anew", intent.group(), obstacle.get());
      ledger.settle(intent.settled(Result.ABANDONED, obstacle.get(), Optional.empty()));
      return;
    }
    try {
      ScaleReceipt receipt = fleet.scale(request);
      int min = receipt.readBack().size().min();
      ledger.settle(intent.settled(Result.DONE, receipt.requestId(), Optional.of(min)));
    } catch (FleetException e) {
      LOG.warn("{}: {} ({}); the next tick decides anew", intent.group(), e.getMessage(), e.kind());
      ledger.settle(
          intent.settled(Result.of(e.kind()), String.valueOf(e.getMessage()), Optional.empty()));
    }
  }

  private Optional<String> obstacle(
      ActuationIntent intent, ScaleRequest request, Optional<FleetState> seen) {
    if (intent.to() < intent.from()) {
      return obstacleToLowering(intent, seen);
    }
    return seen.isEmpty() ? obstacleToBlindRaise(request) : Optional.empty();
  }

  /** A raise decided without sight of the group must not lower what stands by now. */
  private Optional<String> obstacleToBlindRaise(ScaleRequest request) {
    try {
      GroupSize now = fleet.describe(request.group()).size();
      boolean lowers =
          request.min() < now.min() || request.desired().orElse(now.desired()) < now.desired();
      return lowers ? Optional.of("more stands by now: " + now) : Optional.empty();
    } catch (FleetException e) {
      return Optional.of("the group could not be read: " + e.getMessage());
    }
  }

  private Optional<String> obstacleToLowering(ActuationIntent intent, Optional<FleetState> seen) {
    if (!ledger.leads(intent.group())) {
      return Optional.of("a newer leader has written a plan");
    }
    try {
      FleetState now = fleet.describe(intent.group());
      return seen.map(then -> then.size().equals(now.size())).orElse(false)
          ? Optional.empty()
          : Optional.of("the group changed meanwhile, to " + now.size());
    } catch (FleetException e) {
      return Optional.of("the group could not be read again: " + e.getMessage());
    }
  }
}
