package dev.kickoff.model.capacity;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WarmReserveTest {
  private static final Duration COLD = Duration.ofMinutes(10);
  private static final Duration WARM = Duration.ofMinutes(1);

  private static CapacityStep step(int hours, int hosts) {
    Instant at = NOON.plus(Duration.ofHours(hours));
    return new CapacityStep(at, at, at.plus(Duration.ofHours(2)), hosts, "step of " + hosts);
  }

  private static Optional<WarmReserve> reserve(int standing, Duration warm, CapacityStep... steps) {
    PlanBasis basis = new PlanBasis(Optional.empty(), Optional.empty(), Optional.empty(), 0);
    CapacityPlan plan = new CapacityPlan("web-asg", basis, List.of(steps), "digest");
    return WarmReserve.of(plan, NOON, standing, new WarmReserve.Leads(COLD, warm));
  }

  @Test
  void keepsWarmWhatTheDaysLargestStepNeedsBeyondWhatStands() {
    WarmReserve reserve = reserve(20, WARM, step(2, 30), step(7, 90), step(30, 200)).orElseThrow();
    assertThat(reserve.hosts()).isEqualTo(70);
    assertThat(reserve.from()).isEqualTo(NOON.plus(Duration.ofHours(7)).minus(COLD).minus(WARM));
    assertThat(reserve.until()).isEqualTo(NOON.plus(Duration.ofHours(9)));
    assertThat(reserve.reason()).isEqualTo("step of 90");
  }

  @Test
  void keepsNothingWarmWhereEnoughStandsOrNoTimeIsSaved() {
    assertThat(reserve(90, WARM, step(7, 90))).isEmpty();
    assertThat(reserve(20, COLD, step(7, 90))).isEmpty();
    assertThat(reserve(20, WARM)).isEmpty();
  }
}
