package dev.kickoff.model.simulation.policy;

import dev.kickoff.model.simulation.Available;
import dev.kickoff.model.simulation.Contender;
import dev.kickoff.model.simulation.ReplayInput;
import dev.kickoff.model.simulation.group.SimulatedGroup;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * Knows demand but obeys the boot: desired(t) is the largest required over [t, t + boot].
 *
 * <p>No policy that waits for hosts to boot can serve the same demand with fewer.
 */
final class OracleContender implements Contender {
  private final ReplayInput input;
  private final SimulatedGroup group;

  OracleContender(ReplayInput input) {
    this.input = input;
    this.group = input.groupWith(input.mostRequired(input.from(), input.from()));
  }

  @Override
  public String policy() {
    return "oracle";
  }

  @Override
  public SimulatedGroup group() {
    return group;
  }

  @Override
  public void observe(Instant minuteEnd, OptionalDouble requestsPerMinute) {
    group.setDesired(
        minuteEnd, input.mostRequired(minuteEnd, minuteEnd.plus(group.shape().boot())));
  }

  @Override
  public void tick(Instant now, Available available) {}

  @Override
  public String reason() {
    return "the largest need within the boot time";
  }
}
