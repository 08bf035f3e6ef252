package dev.kickoff.model.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KnownPastTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

  /** Hours of {@code weeks} weeks at 10 rpm, but for the first of each week. */
  private static KnownPast after(double... weeks) {
    DemandSeries.Builder history = DemandSeries.builder(START, HOUR);
    int hours = weeks.length * 168;
    for (int hour = 0; hour < hours; hour++) {
      history.set(START.plus(HOUR.multipliedBy(hour)), hour % 168 == 0 ? weeks[hour / 168] : 10);
    }
    return KnownPast.of(history.build(), START.plus(HOUR.multipliedBy(hours))).orElseThrow();
  }

  @Test
  void aPeakOfOneWeekIsTheHighestOfItsHourButNotUsual() {
    KnownPast past = after(30, 20, 900, 25);
    assertThat(past.highest()).isEqualTo(900);
    assertThat(past.sameHour()).hasValue(900);
    assertThat(past.sameHourUsually()).hasValue(25);
  }

  @Test
  void oneWeekKnowsNothingUsual() {
    assertThat(after(40).sameHour()).hasValue(40);
    assertThat(after(40).sameHourUsually()).isEmpty();
  }

  @Test
  void looksFourWeeksBack() {
    assertThat(after(99, 88, 3, 4, 2, 1).sameHour()).hasValue(4);
    assertThat(after(99, 88, 3, 4, 2, 1).sameHourUsually()).hasValue(2);
    assertThat(after(3, 4, 2).sameHourUsually()).hasValue(3);
    assertThat(after(4, 2).sameHourUsually()).hasValue(2);
  }
}
