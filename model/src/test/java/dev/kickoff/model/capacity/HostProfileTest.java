package dev.kickoff.model.capacity;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.quantile.CriticalFractile;
import dev.kickoff.model.capacity.quantile.PlanningCosts;
import dev.kickoff.model.forecast.ForecastKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostProfileTest {
  private static final CapacityPlanner BY_COST =
      new CapacityPlanner(
          PlanningPolicy.standard(
              new CriticalFractile(new PlanningCosts(0.1, 5, OptionalDouble.of(2)))));

  @Test
  void groupsThatShareDemandNeedTogetherWhatItNeedsAsAWhole() {
    assertThat(Scenes.THOUSAND.hostsFor(100_000)).isEqualTo(100);
    assertThat(Scenes.THOUSAND.carrying(0.6).hostsFor(100_000)).isEqualTo(60);
    assertThat(Scenes.THOUSAND.carrying(0.4).hostsFor(100_000)).isEqualTo(40);
    assertThat(Scenes.THOUSAND.carrying(0.4).requestsPerMinute()).isEqualTo(1000);
    assertThat(Scenes.THOUSAND.carrying(0.4).demandPerHost()).isEqualTo(2500);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.25})
  void aShareOfADemandIsPlannedForAsIfItWereAllThereIs(double share) {
    assertThat(hosts(Scenes.THOUSAND.carrying(share), 100_000))
        .isEqualTo(hosts(Scenes.THOUSAND, 100_000 * share));
  }

  private static List<Integer> hosts(HostProfile profile, double peak) {
    PlanRequest request =
        new PlanRequest(
            "web-asg",
            profile,
            LeadTime.constant(Duration.ofMinutes(10)),
            Optional.of(
                Scenes.forecast(
                    ForecastKind.NEAR,
                    NOON,
                    60,
                    at -> peak * (1 + Duration.between(NOON, at).toMinutes()) / 60)),
            Optional.empty(),
            EventCalendar.empty());
    return BY_COST.plan(request).steps().stream().map(CapacityStep::hosts).toList();
  }

  @Test
  void aShareIsAPartOfAWhole() {
    assertThatThrownBy(() -> Scenes.THOUSAND.carrying(0))
        .hasMessage("a share of demand must be above 0 and at most 1, was 0.0");
    assertThatThrownBy(() -> Scenes.THOUSAND.carrying(1.1)).hasMessageContaining("was 1.1");
  }
}
