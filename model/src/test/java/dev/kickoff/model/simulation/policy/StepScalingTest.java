package dev.kickoff.model.simulation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.simulation.group.GroupShape;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import dev.kickoff.model.simulation.group.SimulatedGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepScalingTest {
  private static final Instant START = Scenes.NOON;
  private final SimulatedGroup group =
      new SimulatedGroup(
          new GroupShape("web", Duration.ofMinutes(10), List.of("a")),
          new GroupSize(2, 400, 20),
          START);
  private final StepScaling steps =
      new StepScaling(
          new ReactiveSettings(0.7, Duration.ofMinutes(3), Duration.ofMinutes(5)), Scenes.THOUSAND);
  private int minute;

  /** One more minute at this utilization of the hosts in service. */
  private OptionalInt after(double utilization) {
    double demand = utilization * group.inService() * 1000;
    Instant end = START.plus(Duration.ofMinutes(++minute));
    group.advanceTo(end);
    return steps.observe(group, end, demand);
  }

  private void skipAMinute() {
    minute++;
  }

  @ParameterizedTest
  @CsvSource({"0.7,22", "0.79,22", "0.8,24", "0.9,26", "1.0,26", "3.0,26"})
  void theSizeOfTheBreachChoosesTheStep(double utilization, int desired) {
    assertThat(after(utilization)).isEmpty();
    assertThat(after(utilization)).isEmpty();
    assertThat(after(utilization)).hasValue(desired);
  }

  @Test
  void breachesOfOneStepDuringTheWarmUpLaunchOnceAndALargerOneTheRest() {
    after(0.75);
    after(0.75);
    assertThat(after(0.75)).hasValue(22);
    assertThat(after(0.75)).isEmpty();
    assertThat(after(0.95)).hasValue(26);
  }

  @Test
  void aGapInTheAlarmPeriodRingsNoAlarm() {
    after(0.9);
    after(0.9);
    skipAMinute();
    assertThat(after(0.9)).isEmpty();
    assertThat(after(0.9)).isEmpty();
    assertThat(after(0.9)).hasValue(26);
  }

  @ParameterizedTest
  @CsvSource({"0.5,18", "0.41,18", "0.4,16", "0.0,16"})
  void scalesInByTheDistanceBelowTheLowAlarm(double utilization, int desired) {
    for (int i = 0; i < 4; i++) {
      assertThat(after(utilization)).isEmpty();
    }
    assertThat(after(utilization)).hasValue(desired);
  }

  @Test
  void betweenTheAlarmsNothingHappens() {
    for (int i = 0; i < 20; i++) {
      assertThat(after(i % 2 == 0 ? 0.51 : 0.69)).isEmpty();
    }
  }

  @Test
  void scalesNothingInWhileHostsWarmUp() {
    after(0.75);
    after(0.75);
    assertThat(after(0.75)).hasValue(22);
    for (int i = 0; i < 9; i++) {
      assertThat(after(0.1)).as("minute %d of the warm-up", i).isEmpty();
    }
    assertThat(after(0.1)).hasValue(18);
  }
}
