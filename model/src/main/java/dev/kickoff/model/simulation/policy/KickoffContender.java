package dev.kickoff.model.simulation.policy;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.ReleaseMode;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.simulation.Available;
import dev.kickoff.model.simulation.Contender;
import dev.kickoff.model.simulation.ReplayInput;
import dev.kickoff.model.simulation.group.SimulatedGroup;
import dev.kickoff.model.simulation.group.SizeChange;
import dev.kickoff.model.simulation.group.TargetTracking;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Kickoff itself: the controller of the live engine over a simulated group.
 *
 * <p>Beside the group's own reactive policy it owns the floor; alone it owns desired capacity too.
 */
final class KickoffContender implements Contender {
  private final String policy;
  private final GroupSettings settings;
  private final Controller controller;
  private final SimulatedGroup group;
  private final Optional<TargetTracking> beside;
  private ControlMemory memory = ControlMemory.EMPTY;
  private String reason = "no decision yet";

  private KickoffContender(
      String policy, GroupSettings settings, Controller controller, Group ownGroup) {
    this.policy = policy;
    this.settings = settings;
    this.controller = controller;
    this.group = ownGroup.group();
    this.beside = ownGroup.beside();
  }

  private record Group(SimulatedGroup group, Optional<TargetTracking> beside) {}

  /** Kickoff beside the group's own reactive policy; nobody answers what it asks. */
  static KickoffContender beside(
      String policy, ControlMode mode, ReplayInput input, Controller controller) {
    Optional<TargetTracking> reactive =
        input.reactive().map(r -> new TargetTracking(r, input.group().profile()));
    ReplayInput inMode = input.withGroup(input.group().withMode(mode));
    return create(policy, inMode, controller, reactive);
  }

  /** Kickoff with no other policy on the group. */
  static KickoffContender alone(ReplayInput input, Controller controller) {
    ControlMode mode = ControlMode.FORECAST_AND_SCALE;
    ReplayInput acting = input.withGroup(input.group().withMode(mode));
    return create("kickoff-alone", acting, controller, Optional.empty());
  }

  private static KickoffContender create(
      String policy, ReplayInput input, Controller controller, Optional<TargetTracking> beside) {
    GroupSettings acting =
        input.group().withRelease(beside.isPresent() ? ReleaseMode.FLOOR : ReleaseMode.DESIRED);
    SimulatedGroup start = input.groupWith(input.mostRequired(input.from(), input.from()));
    return new KickoffContender(policy, acting, controller, new Group(start, beside));
  }

  @Override
  public String policy() {
    return policy;
  }

  @Override
  public SimulatedGroup group() {
    return group;
  }

  @Override
  public void observe(Instant minuteEnd, OptionalDouble requestsPerMinute) {
    if (requestsPerMinute.isPresent()) {
      beside.ifPresent(r -> r.observe(group, minuteEnd, requestsPerMinute.getAsDouble()));
    }
  }

  @Override
  public void tick(Instant now, Available available) {
    Situation situation =
        new Situation(
            now,
            settings,
            Optional.of(group.stateAt(now)),
            available.plans().map(plans -> plans.of(settings.release().company())),
            available.recent(),
            1,
            available.calendar(),
            available.surroundings());
    Decision decision = controller.decide(situation, memory);
    memory = memory.after(decision);
    reason = decision.reason();
    if (decision.changesFleet()) {
      int to = decision.change().to();
      OptionalInt desired =
          settings.release() == ReleaseMode.DESIRED ? OptionalInt.of(to) : OptionalInt.empty();
      group.update(now, new SizeChange(OptionalInt.of(to), OptionalInt.empty(), desired));
    }
  }

  @Override
  public String reason() {
    return reason;
  }
}
