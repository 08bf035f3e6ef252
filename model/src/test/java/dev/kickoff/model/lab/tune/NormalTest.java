package dev.kickoff.model.lab.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kickoff.model.forecast.smile.Probability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {
  @ParameterizedTest
  @CsvSource({"0, 0.5", "1, 0.8413447461", "1.96, 0.9750021049", "-1.96, 0.0249978951", "-6, 1e-9"})
  void sharesBelowAreThoseOfTheTables(double z, double share) {
    assertThat(Probability.normalChance(z)).isCloseTo(share, within(1e-7));
  }

  /** E max(0, X) for X of mean 1 and spread 2: 1 * F(0.5) + 2 * f(0.5). */
  @Test
  void anImprovementIsTheMeanOfWhatIsAboveZero() {
    assertThat(Normal.improvement(1, 2)).isCloseTo(0.6914624613 + 2 * 0.3520653268, within(1e-6));
    assertThat(Normal.improvement(0, 1)).isCloseTo(0.3989422804, within(1e-7));
  }

  @Test
  void whatIsKnownImprovesByItselfOrNotAtAll() {
    assertThat(Normal.improvement(3, 0)).isEqualTo(3);
    assertThat(Normal.improvement(-3, 0)).isZero();
    assertThat(Normal.chance(0.1, 0)).isEqualTo(1);
    assertThat(Normal.chance(0, 0)).isZero();
  }
}
