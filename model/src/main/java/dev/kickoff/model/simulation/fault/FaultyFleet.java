package dev.kickoff.model.simulation.fault;

import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.Launch;
import dev.kickoff.model.fleet.ScaleReceipt;
import dev.kickoff.model.fleet.ScaleRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A fleet behind a way that throttles, loses answers, lags and refuses, as a seed decides.
 *
 * <p>Equal seeds, faults and calls give equal outcomes. Not safe for use by several threads.
 */
public final class FaultyFleet implements Fleet {
  /** A caller does not wait longer than this for an answer. */
  public static final Duration CALL_TIMEOUT = Duration.ofSeconds(3);

  private final Fleet inner;
  private final InstantSource clock;
  private final FaultyWay way;
  private final PastStates past = new PastStates();

  /**
   * A fleet whose faults change with time.
   *
   * @param inner carries out what gets through
   * @param faults those in force at an instant
   */
  public FaultyFleet(
      Fleet inner, VirtualTime time, long seed, Function<Instant, FleetFaults> faults) {
    this.inner = inner;
    this.clock = time.clock();
    this.way = new FaultyWay(time, seed, faults);
  }

  @Override
  public FleetState describe(String group) {
    return way.read(() -> seen(inner.describe(group)));
  }

  /** The group as it is said to be: with the present time, whatever its age. */
  private FleetState seen(FleetState current) {
    past.remember(current);
    return past.asOf(current, way.lag());
  }

  @Override
  public ScaleReceipt scale(ScaleRequest request) {
    past.remember(inner.describe(request.group()));
    return way.change(
        () -> {
          ScaleReceipt receipt = inner.scale(request);
          FleetState readBack = seen(receipt.readBack());
          if (readBack.size().min() != request.min()) {
            throw new FleetException(
                FleetException.Kind.TRANSIENT,
                "group '%s' was set to min %d, but it reads back as %d"
                    .formatted(request.group(), request.min(), readBack.size().min()));
          }
          return new ScaleReceipt(receipt.requestId(), readBack);
        });
  }

  @Override
  public List<Launch> launchesSince(String group, Instant since) {
    return way.read(() -> inner.launchesSince(group, since));
  }

  @Override
  public void mark(String group, Map<String, String> tags) {
    way.change(
        () -> {
          inner.mark(group, tags);
          return tags;
        });
  }

  @Override
  public Optional<FleetSchedule> schedule() {
    return inner.schedule().map(schedule -> new FaultySchedule(schedule, way));
  }

  /** How many calls were made so far, those that did not get through included. */
  public long calls() {
    return way.calls();
  }

  /** How many calls were made so far that would change something if they got through. */
  public long changes() {
    return way.changes();
  }

  @Override
  public String toString() {
    return "faulty fleet after " + calls() + " calls at " + clock.instant();
  }
}
