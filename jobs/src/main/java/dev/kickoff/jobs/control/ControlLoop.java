package dev.kickoff.jobs.control;

import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.capacity.CapacityPlanner;
import dev.kickoff.model.capacity.PlanRequest;
import dev.kickoff.model.capacity.PlanRequest.Company;
import dev.kickoff.model.control.ActuationIntent;
import dev.kickoff.model.control.ActuationIntent.Result;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.ReleaseMode;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.ScaleReceipt;
import dev.kickoff.model.fleet.ScaleRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reconcile loop of one group: look, decide, record, and only then act.
 *
 * <p>Level-triggered and absolute: a call that was lost is repeated by the next tick, one that is
 * repeated changes nothing. Not thread safe; one thread ticks it.
 */
public final class ControlLoop {
  private static final Logger LOG = LoggerFactory.getLogger(ControlLoop.class);

  private final GroupSettings settings;
  private final Engine engine;
  private final Fleet fleet;
  private final Ledger ledger;
  private ControlMemory memory = ControlMemory.EMPTY;
  private Optional<CapacityPlan> head = Optional.empty();

  /** The pure parts of the loop, and what feeds them. */
  public record Engine(Inbox inbox, CapacityPlanner planner, Controller controller) {}

  public ControlLoop(GroupSettings settings, Engine engine, Fleet fleet, Ledger ledger) {
    this.settings = settings;
    this.engine = engine;
    this.fleet = fleet;
    this.ledger = ledger;
  }

  /**
   * Takes over the memory that the ledger recalled and settles the intents that a stop left open:
   * what the group looks like now is recorded, nothing is sent again.
   */
  public void recover(Ledger.Past past) {
    memory = past.memory();
    if (past.openIntents().isEmpty()) {
      return;
    }
    Optional<Integer> observed = describe().map(state -> state.size().min());
    for (ActuationIntent open : past.openIntents()) {
      boolean reached = observed.map(min -> min == open.to()).orElse(false);
      String detail = reached ? "the floor is as asked" : "the floor is not as asked";
      ledger.settle(open.settled(Result.RECONCILED, detail, observed));
    }
  }

  /**
   * One tick at {@code now}; returns the decision, or nothing when {@code now} is not after the
   * last one.
   */
  public Optional<Decision> tick(Instant now) {
    if (memory.lastAt().map(last -> !now.isAfter(last)).orElse(false)) {
      return Optional.empty();
    }
    Inbox.Look look = engine.inbox().look(now);
    Optional<CapacityPlan> plan = plan(settings, engine.planner(), look);
    Optional<FleetState> state = describe();
    Situation situation =
        new Situation(
            now, settings, state, plan, look.recent(), look.completeness(), look.calendar());
    Decision decision = engine.controller().decide(situation, memory);
    Optional<ActuationIntent> intent =
        decision.changesFleet() ? Optional.of(intent(decision)) : Optional.empty();
    boolean newHead = !digest(plan).equals(digest(head));
    ledger.commit(
        new Ledger.Page(
            decision, state, newHead ? plan : Optional.empty(), intent, look.positions()));
    head = plan;
    memory = memory.after(decision);
    intent.ifPresent(i -> actuate(i, decision));
    return Optional.of(decision);
  }

  /** The plan for what a look saw; empty without any forecast. */
  static Optional<CapacityPlan> plan(
      GroupSettings settings, CapacityPlanner planner, Inbox.Look look) {
    if (look.near().isEmpty() && look.far().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        planner.plan(
            new PlanRequest(
                    settings.group(),
                    settings.profile(),
                    settings.leadTime(),
                    look.near(),
                    look.far(),
                    look.calendar())
                .in(company(settings))));
  }

  /** Who releases only its floor has a reactive policy that scales in. */
  private static Company company(GroupSettings settings) {
    return settings.release() == ReleaseMode.FLOOR ? Company.REACTIVE : Company.ALONE;
  }

  private static Optional<String> digest(Optional<CapacityPlan> plan) {
    return plan.map(CapacityPlan::digest);
  }

  private static ActuationIntent intent(Decision decision) {
    return new ActuationIntent(
        decision.key().group(),
        decision.key().sequence(),
        decision.key().at(),
        decision.change().from(),
        decision.change().to(),
        decision.digest(),
        Optional.empty());
  }

  private void actuate(ActuationIntent intent, Decision decision) {
    LOG.info("{} at {}: {}", intent.group(), intent.at(), decision.reason());
    OptionalInt desired =
        settings.release() == ReleaseMode.DESIRED
            ? OptionalInt.of(intent.to())
            : OptionalInt.empty();
    try {
      ScaleReceipt receipt = fleet.scale(new ScaleRequest(intent.group(), intent.to(), desired));
      int min = receipt.readBack().size().min();
      ledger.settle(intent.settled(Result.DONE, receipt.requestId(), Optional.of(min)));
    } catch (FleetException e) {
      LOG.warn("{}: {} ({}); the next tick decides anew", intent.group(), e.getMessage(), e.kind());
      ledger.settle(
          intent.settled(Result.of(e.kind()), String.valueOf(e.getMessage()), Optional.empty()));
    }
  }

  private Optional<FleetState> describe() {
    try {
      return Optional.of(fleet.describe(settings.group()));
    } catch (FleetException e) {
      LOG.warn("{}: {} ({})", settings.group(), e.getMessage(), e.kind());
      return Optional.empty();
    }
  }
}
