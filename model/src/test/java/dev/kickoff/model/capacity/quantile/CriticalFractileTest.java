package dev.kickoff.model.capacity.quantile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.kickoff.model.forecast.Quantiles;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CriticalFractileTest {
  private static final Duration TEN = Duration.ofMinutes(10);
  private static final Quantiles WIDE = new Quantiles(50_000, 70_000, 80_000, 100_000);

  private static QuantileChoice.Chosen chosen(double hostHour, double shortMinute, Duration lead) {
    PlanningCosts costs = new PlanningCosts(hostHour, shortMinute, OptionalDouble.empty());
    return new CriticalFractile(costs).of(WIDE, 1000, lead);
  }

  @Test
  void plansMoreWhereAShortMinuteCostsMore() {
    double before = 0;
    for (double cost = 0.01; cost < 100; cost *= 1.5) {
      double demand = chosen(0.1, cost, TEN).demand();
      assertThat(demand).isGreaterThanOrEqualTo(before);
      before = demand;
    }
    assertThat(before).isEqualTo(100_000);
    assertThat(chosen(0.1, 0.01, TEN).demand()).isLessThan(60_000);
  }

  @Test
  void plansLessWhereHostsCostMore() {
    double before = Double.MAX_VALUE;
    for (double cost = 0.001; cost < 100; cost *= 1.5) {
      double demand = chosen(cost, 5, TEN).demand();
      assertThat(demand).isLessThanOrEqualTo(before);
      before = demand;
    }
    assertThat(before).isEqualTo(50_000);
  }

  @Test
  void plansMoreWhereAMissTakesLongerToMend() {
    double three = chosen(0.1, 5, Duration.ofMinutes(3)).level();
    double ten = chosen(0.1, 5, TEN).level();
    double thirty = chosen(0.1, 5, Duration.ofMinutes(30)).level();
    assertThat(three).isLessThan(ten);
    assertThat(ten).isLessThan(thirty);
  }

  @Test
  void givesUnmetDemandTheTextbooksFractile() {
    double shown = 11.5 / 161.5;
    double unmet = 2;
    double host = 0.5;
    PlanningCosts costs = new PlanningCosts(host * 60, 0, OptionalDouble.of(unmet));
    double level = new CriticalFractile(costs).of(WIDE, 1000, TEN).level();
    assertThat(level).isCloseTo(Math.max(0.5, 1 - host / (shown * unmet + host)), within(1e-9));
    PlanningCosts dear = new PlanningCosts(host * 60, 0, OptionalDouble.of(9 * host / shown));
    assertThat(new CriticalFractile(dear).of(WIDE, 1000, TEN).level()).isCloseTo(0.9, within(1e-9));
  }

  @Test
  void staysWithinTheQuantilesThatAreKnown() {
    assertThat(chosen(0, 5, TEN)).isEqualTo(new QuantileChoice.Chosen(0.99, 100_000));
    assertThat(chosen(5, 0, TEN)).isEqualTo(new QuantileChoice.Chosen(0.5, 50_000));
    assertThat(chosen(0, 0, TEN)).isEqualTo(new QuantileChoice.Chosen(0.5, 50_000));
  }

  @Test
  void takesWhatIsCertainAsItIs() {
    Quantiles certain = new Quantiles(7, 7, 7, 7);
    assertThat(new CriticalFractile(PlanningCosts.STANDARD).of(certain, 1000, TEN).demand())
        .isEqualTo(7);
  }

  @Test
  void refusesWhatIsNoCostAndNoQuantile() {
    assertThatThrownBy(() -> new PlanningCosts(-1, 0, OptionalDouble.empty()))
        .hasMessageContaining("not negative");
    assertThatThrownBy(() -> QuantileChoice.fixed(0.999)).hasMessageContaining("0.5..0.99");
  }
}
