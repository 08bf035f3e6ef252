package dev.kickoff.model.control.guardrail.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Tick;
import dev.kickoff.model.control.Verdict;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PoisonedReadingsTest {
  private static final Verdict CLEAN =
      new Verdict("poisoned-readings", 10, 10, "no reading is far outside its hour's scatter");
  private final PoisonedReadings guardrail = new PoisonedReadings();

  /** Thirty readings of 5,000 rpm, but for one so many minutes ago. */
  private static Tick with(double odd, int minutesAgo) {
    double[] rpm = new double[30];
    Arrays.fill(rpm, 5_000);
    rpm[rpm.length - minutesAgo] = odd;
    return Tick.of(100, 10).readings(rpm);
  }

  @Test
  void holdsAfterAReadingOfMoreThanThreeTimesTheMedian() {
    assertThat(with(15_000, 1).ask(guardrail, 10)).isEqualTo(CLEAN);
    assertThat(with(15_001, 1).ask(guardrail, 10))
        .isEqualTo(
            new Verdict(
                "poisoned-readings",
                10,
                100,
                "a reading of 15,001 rpm is far outside the hour's scatter around 5,000,"
                    + " so nothing is lowered"));
    assertThat(with(15_001, 1).ask(guardrail, 110).allowed()).isEqualTo(110);
  }

  @Test
  void forgetsAReadingAfterAQuarterOfAnHour() {
    assertThat(with(50_000, 15).ask(guardrail, 10).allowed()).isEqualTo(100);
    assertThat(with(50_000, 16).ask(guardrail, 10)).isEqualTo(CLEAN);
  }

  @Test
  void allowsMoreWhereDemandScatters() {
    // Median 5,000; absolute deviations 0, 1,000 x 8, odd: their median is 1,000.
    double bound = 5_000 + 10 * 1.4826 * 1_000;
    double[] rpm = {4_000, 6_000, 4_000, 6_000, 5_000, 4_000, 6_000, 4_000, 6_000, 5_000, bound};
    assertThat(Tick.of(100, 10).readings(rpm).ask(guardrail, 10)).isEqualTo(CLEAN);
    rpm[10] = bound + 1;
    assertThat(Tick.of(100, 10).readings(rpm).ask(guardrail, 10).allowed()).isEqualTo(100);
  }

  @Test
  void takesTheMeanOfTheMiddleTwoOfAnEvenNumber() {
    double[] rpm = {1_000, 1_000, 1_000, 1_000, 1_000, 1_500, 1_500, 1_500, 1_500, 5_000};
    // Median 1,250, all within 250 of it but one: the bound is 1,250 + 10 x 1.4826 x 250 = 4,956.5.
    assertThat(Tick.of(100, 10).readings(rpm).ask(guardrail, 10).reason())
        .startsWith("a reading of 5,000 rpm is far outside the hour's scatter around 1,250");
    rpm[9] = 4_950;
    assertThat(Tick.of(100, 10).readings(rpm).ask(guardrail, 10)).isEqualTo(CLEAN);
  }

  @Test
  void takesTheMiddleOfAnOddNumber() {
    double[] rpm = {1_000, 1_000, 1_000, 1_000, 1_000, 2_000, 2_000, 2_000, 2_000, 2_000, 10_000};
    // Median 2,000, deviation 1,000: the bound is 16,826.
    assertThat(Tick.of(100, 10).readings(rpm).ask(guardrail, 10)).isEqualTo(CLEAN);
  }

  @Test
  void judgesNothingByFewerThanTenReadings() {
    double[] nine = {1, 1, 1, 1, 1, 1, 1, 1, 900};
    double[] ten = {1, 1, 1, 1, 1, 1, 1, 1, 1, 900};
    assertThat(Tick.of(100, 10).readings(nine).ask(guardrail, 10))
        .isEqualTo(
            new Verdict("poisoned-readings", 10, 10, "too few readings to know their scatter"));
    assertThat(Tick.of(100, 10).readings(ten).ask(guardrail, 10).allowed()).isEqualTo(100);
  }

  @Test
  void passesOverGaps() {
    double[] rpm = {1, 1, 1, 1, 1, -1, 1, 1, 1, 1, -1, 900};
    assertThat(Tick.of(100, 10).readings(rpm).ask(guardrail, 10).allowed()).isEqualTo(100);
  }
}
