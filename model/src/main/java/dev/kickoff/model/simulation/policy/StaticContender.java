package dev.kickoff.model.simulation.policy;

import dev.kickoff.model.simulation.Available;
import dev.kickoff.model.simulation.Contender;
import dev.kickoff.model.simulation.ReplayInput;
import dev.kickoff.model.simulation.group.SimulatedGroup;
import java.time.Instant;
import java.util.OptionalDouble;

/** The same hosts in service all the time. */
final class StaticContender implements Contender {
  private final String policy;
  private final SimulatedGroup group;
  private final String reason;

  private StaticContender(String policy, SimulatedGroup group, String reason) {
    this.policy = policy;
    this.group = group;
    this.reason = reason;
  }

  /** The hosts of the whole span's peak. */
  static StaticContender peak(ReplayInput input) {
    int hosts = input.mostRequired(input.from(), input.until().minusSeconds(60));
    return new StaticContender("static-peak", input.groupWith(hosts), "the peak of the whole span");
  }

  /** The hosts that the group has when nothing scales it. */
  static StaticContender initial(ReplayInput input) {
    int hosts = input.group().bounds().desired();
    return new StaticContender("static", input.groupWith(hosts), "the group's own initial hosts");
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
  public void observe(Instant minuteEnd, OptionalDouble requestsPerMinute) {}

  @Override
  public void tick(Instant now, Available available) {}

  @Override
  public String reason() {
    return reason;
  }
}
