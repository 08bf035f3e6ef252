package dev.kickoff.model.simulation.policy;

import dev.kickoff.model.simulation.Available;
import dev.kickoff.model.simulation.Contender;
import dev.kickoff.model.simulation.ReplayInput;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import dev.kickoff.model.simulation.group.SimulatedGroup;
import dev.kickoff.model.simulation.group.TargetTracking;
import java.time.Instant;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** One policy on measured demand, such as the group's own target tracking, and nothing beside. */
final class ReactiveContender implements Contender {
  private final String policy;
  private final String kind;
  private final SimulatedGroup group;
  private final DemandPolicy reaction;
  private String reason = "as it started";

  private ReactiveContender(String policy, String kind, ReplayInput input, DemandPolicy reaction) {
    this.policy = policy;
    this.kind = kind;
    this.group = input.groupWith(input.mostRequired(input.from(), input.from()));
    this.reaction = reaction;
  }

  /** Target tracking. */
  static ReactiveContender tracking(String policy, ReplayInput input, ReactiveSettings settings) {
    TargetTracking tracking = new TargetTracking(settings, input.group().profile());
    return new ReactiveContender(policy, "target tracking", input, tracking::observe);
  }

  /** Step scaling, its threshold the target of {@code settings}. */
  static ReactiveContender stepping(String policy, ReplayInput input, ReactiveSettings settings) {
    StepScaling steps = new StepScaling(settings, input.group().profile());
    return new ReactiveContender(policy, "step scaling", input, steps::observe);
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
    if (requestsPerMinute.isEmpty()) {
      return;
    }
    OptionalInt desired = reaction.observe(group, minuteEnd, requestsPerMinute.getAsDouble());
    if (desired.isPresent()) {
      reason = kind + " set " + desired.getAsInt() + " at " + minuteEnd;
    }
  }

  @Override
  public void tick(Instant now, Available available) {}

  @Override
  public String reason() {
    return reason;
  }
}
