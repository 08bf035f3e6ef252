package dev.kickoff.jobs.control;

import dev.kickoff.jobs.control.quota.QuotaWatch;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.capacity.CapacityPlanner;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.control.ActuationIntent;
import dev.kickoff.model.control.ActuationIntent.Result;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.ReleaseMode;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.standby.StandbyRequest;
import dev.kickoff.model.control.surroundings.Surroundings;
import dev.kickoff.model.demand.KnownPast;
import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.fleet.ScaleRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reconcile loop of one group: look, decide, record, and only then act.
 *
 * <p>Level-triggered and absolute: a call that was lost is repeated by the next tick, one that is
 * repeated changes nothing. At most one call a tick changes the group: a floor first, then what the
 * {@link Upkeep} is due. Not thread safe; one thread ticks it.
 */
public final class ControlLoop {
  private static final Logger LOG = LoggerFactory.getLogger(ControlLoop.class);

  private final GroupSettings settings;
  private final Engine engine;
  private final Fleet fleet;
  private final Ledger ledger;
  private final Actuator actuator;
  private final Upkeep upkeep;
  private final ExpiryNotice expiry;
  private ControlMemory memory = ControlMemory.EMPTY;
  private @Nullable Planned planned;
  private Optional<CapacityPlan> head = Optional.empty();

  /** The pure parts of the loop, and what feeds them. */
  public record Engine(
      Inbox inbox,
      CapacityPlanner planner,
      Controller controller,
      WallClock wall,
      QuotaWatch quota) {
    /** The parts on this machine's clock. */
    public Engine(Inbox inbox, CapacityPlanner planner, Controller controller) {
      this(inbox, planner, controller, WallClock.SYSTEM);
    }

    /** The parts where no quota is asked for. */
    public Engine(Inbox inbox, CapacityPlanner planner, Controller controller, WallClock wall) {
      this(inbox, planner, controller, wall, QuotaWatch.NONE);
    }
  }

  public ControlLoop(GroupSettings settings, Engine engine, Fleet fleet, Ledger ledger) {
    this.settings = settings;
    this.engine = engine;
    this.fleet = fleet;
    this.ledger = ledger;
    this.actuator = new Actuator(fleet, ledger, engine.wall().nanos());
    this.upkeep = new Upkeep(settings, fleet);
    this.expiry = new ExpiryNotice(settings.group());
  }

  /** The name of the group that it controls. */
  public String group() {
    return settings.group();
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
    Optional<LeadTime> leadTime = upkeep.leadTime(now);
    Optional<FleetState> state = describe();
    Optional<Integer> quota = engine.quota().hosts(now, state);
    expiry.look(look.overrides(), now);
    GroupSettings ordered = settings.under(look.overrides(), now);
    GroupSettings measured = ordered.seen(leadTime, quota);
    Optional<CapacityPlan> plan = planOf(measured, look);
    Optional<StandbyRequest> standby =
        ordered.mode().acts() ? standbyRequest(now, look, plan, state) : Optional.empty();
    Surroundings surroundings =
        new Surroundings(
            look.overrides().concerning(settings.group(), now),
            look.health(),
            look.trust(),
            past(look),
            upkeep.standby(now, state, standby),
            leadTime,
            quota);
    Situation situation =
        situation(now, measured, look, new Seen(state, plan)).within(surroundings);
    Decision decision = engine.controller().decide(situation, memory);
    Optional<ScaleRequest> request = request(decision);
    Optional<ActuationIntent> intent = request.map(r -> intent(decision));
    boolean newHead = !digest(plan).equals(digest(head));
    long committedAt = actuator.mark();
    ledger.commit(
        new Ledger.Page(
            decision, state, newHead ? plan : Optional.empty(), intent, look.positions()));
    head = plan;
    memory = memory.after(decision);
    if (intent.isPresent() && request.isPresent()) {
      LOG.info("{} at {}: {}", settings.group(), now, decision.reason());
      actuator.carryOut(intent.get(), request.get(), state, committedAt);
      upkeep.moved(now, intent.get().to());
    } else if (settings.mode().acts()) {
      upkeep.keep(situation, standby, ledger.generation(settings.group()));
    }
    return Optional.of(decision);
  }

  /** A plan, and what it was made of. */
  private record Planned(Inbox.Look look, GroupSettings of, Optional<CapacityPlan> plan) {
    /** Forecasts and calendars are never changed, so the same object is the same value. */
    boolean isOf(Inbox.Look other, GroupSettings settings) {
      return look.near().orElse(null) == other.near().orElse(null)
          && look.far().orElse(null) == other.far().orElse(null)
          && look.calendar() == other.calendar()
          && of.leadTime().equals(settings.leadTime())
          && of.limits().equals(settings.limits());
    }
  }

  /** The group as it was read, and the plan that was made for it. */
  record Seen(Optional<FleetState> fleet, Optional<CapacityPlan> plan) {}

  /** What is seen at a tick but for its surroundings. */
  static Situation situation(Instant now, GroupSettings settings, Inbox.Look look, Seen seen) {
    return new Situation(
        now,
        settings,
        seen.fleet(),
        seen.plan(),
        look.recent(),
        look.completeness(),
        look.calendar());
  }

  private static Optional<KnownPast> past(Inbox.Look look) {
    return look.far().flatMap(far -> far.method().past());
  }

  private Optional<StandbyRequest> standbyRequest(
      Instant now, Inbox.Look look, Optional<CapacityPlan> plan, Optional<FleetState> state) {
    if (plan.isEmpty() || state.isEmpty()) {
      return Optional.empty();
    }
    GroupSize size = state.get().size();
    int ceiling = settings.ceiling(Optional.of(size)).hosts();
    return Optional.of(
        new StandbyRequest(
            now,
            settings,
            size.min(),
            ceiling,
            plan.get(),
            look.calendar(),
            past(look),
            look.overrides().concerning(settings.group(), now)));
  }

  /** The plan as it was made last, while nothing that it is made of has changed. */
  private Optional<CapacityPlan> planOf(GroupSettings measured, Inbox.Look look) {
    Planned last = planned;
    if (last == null || !last.isOf(look, measured)) {
      last = new Planned(look, measured, plan(measured, engine.planner(), look));
      planned = last;
    }
    return last.plan();
  }

  /** The plan for what a look saw; empty without any forecast. */
  static Optional<CapacityPlan> plan(
      GroupSettings settings, CapacityPlanner planner, Inbox.Look look) {
    if (look.near().isEmpty() && look.far().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        planner.plan(settings.planRequest(look.near(), look.far(), look.calendar())));
  }

  private static Optional<String> digest(Optional<CapacityPlan> plan) {
    return plan.map(CapacityPlan::digest);
  }

  private Optional<ScaleRequest> request(Decision decision) {
    if (!decision.changesFleet()) {
      return Optional.empty();
    }
    int to = decision.change().to();
    OptionalInt desired =
        settings.release() == ReleaseMode.DESIRED ? OptionalInt.of(to) : OptionalInt.empty();
    return Optional.of(new ScaleRequest(settings.group(), to, desired));
  }

  private ActuationIntent intent(Decision decision) {
    return new ActuationIntent(
        decision.key().group(),
        decision.key().sequence(),
        decision.key().at(),
        decision.change().from(),
        decision.change().to(),
        decision.digest(),
        Optional.of(engine.wall().time().instant()),
        Optional.empty());
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
