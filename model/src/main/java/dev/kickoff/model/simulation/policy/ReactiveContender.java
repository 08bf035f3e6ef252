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

/** The group's own target tracking and nothing beside it. */
final class ReactiveContender implements Contender {
  private final String policy;
  private final SimulatedGroup group;
  private final TargetTracking tracking;
  private String reason = "as it started";

  ReactiveContender(String policy, ReplayInput input, ReactiveSettings settings) {
    this.policy = policy;
    this.group = input.groupWith(input.mostRequired(input.from(), input.from()));
    this.tracking = new TargetTracking(settings, input.group().profile());
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
    OptionalInt desired = tracking.observe(group, minuteEnd, requestsPerMinute.getAsDouble());
    if (desired.isPresent()) {
      reason = "target tracking set " + desired.getAsInt() + " at " + minuteEnd;
    }
  }

  @Override
  public void tick(Instant now, Available available) {}

  @Override
  public String reason() {
    return reason;
  }
}
