package dev.kickoff.model.simulation.policy;

import dev.kickoff.model.simulation.Available;
import dev.kickoff.model.simulation.Contender;
import dev.kickoff.model.simulation.ReplayInput;
import dev.kickoff.model.simulation.group.SimulatedGroup;
import java.time.Instant;
import java.util.OptionalDouble;

/** The hosts of the whole span's peak, in service all the time. */
final class StaticContender implements Contender {
  private final SimulatedGroup group;

  StaticContender(ReplayInput input) {
    this.group = input.groupWith(input.mostRequired(input.from(), input.until().minusSeconds(60)));
  }

  @Override
  public String policy() {
    return "static-peak";
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
    return "the peak of the whole span";
  }
}
