package dev.kickoff.model.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatchDayTest {
  private final MatchDay day = MatchDay.DEFAULT;
  private final DemandSeries all = day.minutes(day.historyFrom(), day.until());

  private double mean(Instant from, int minutes) {
    return IntStream.range(0, minutes)
        .mapToDouble(i -> all.at(from.plusSeconds(60L * i)).orElseThrow())
        .average()
        .orElseThrow();
  }

  private double peak(Instant from, Instant until) {
    DemandSeries part = all.from(from).before(until);
    return IntStream.range(0, part.size()).mapToDouble(part::value).max().orElseThrow();
  }

  @Test
  void holdsThreeWeeksOfMinutesAndTheMatchDay() {
    assertThat(all.size()).isEqualTo(22 * 1440);
    assertThat(all.known()).isEqualTo(all.size());
    assertThat(day.from()).isEqualTo(Instant.parse("2026-06-20T00:00:00Z"));
    assertThat(day.kickoffAt()).isEqualTo(Instant.parse("2026-06-20T20:00:00Z"));
  }

  @Test
  void isTheSameForTheSameSeedOnly() {
    Instant at = day.kickoffAt();

    assertThat(new MatchDay(7).requestsPerMinuteAt(at))
        .isEqualTo(new MatchDay(7).requestsPerMinuteAt(at));
    assertThat(new MatchDay(7).requestsPerMinuteAt(at))
        .isNotEqualTo(new MatchDay(8).requestsPerMinuteAt(at));
    assertThat(day.requestsPerMinuteAt(at)).isEqualTo(77_541);
  }

  @Test
  void peaksAtTheFinalWhistleHigherThanEverBefore() {
    double peak = peak(day.from(), day.until());

    assertThat(peak).isBetween(170_000.0, 230_000.0);
    assertThat(peak(day.historyFrom(), day.from())).isLessThan(peak);
    assertThat(all.at(day.kickoffAt().plus(Duration.ofMinutes(112))).orElseThrow())
        .isGreaterThan(0.85 * peak);
  }

  @Test
  void keepsToFiveToThirtyThousandWithoutAMatch() {
    Instant ordinary = Instant.parse("2026-06-01T00:00:00Z");

    assertThat(peak(ordinary, ordinary.plus(Duration.ofHours(24)))).isBetween(25e3, 36e3);
    assertThat(mean(ordinary.plus(Duration.ofHours(5)), 30)).isBetween(4e3, 7e3);
  }

  @Test
  void liftsDemandInEveryMatchOfItsCalendar() {
    assertThat(day.events()).hasSize(11);
    for (Event match : day.events()) {
      Instant late = match.start().plus(Duration.ofMinutes(100));
      Instant dayBefore = late.minus(Duration.ofDays(1));
      boolean matchThen =
          !EventCalendar.of(day.events())
              .overlapping(dayBefore.minusSeconds(14_400), dayBefore.plusSeconds(7200))
              .isEmpty();
      if (!matchThen && !dayBefore.isBefore(day.historyFrom())) {
        assertThat(mean(late, 20)).isGreaterThan(2 * mean(dayBefore, 20));
      }
    }
  }

  @Test
  void drawsNoiseThatIsStandardNormalForSeed5() {
    SeededNoise noise = new SeededNoise(5, 1);
    double[] drawn = IntStream.range(0, 20_000).mapToDouble(noise::gaussian).toArray();
    double mean = IntStream.range(0, drawn.length).mapToDouble(i -> drawn[i]).average().orElse(9);
    double square =
        IntStream.range(0, drawn.length).mapToDouble(i -> drawn[i] * drawn[i]).average().orElse(9);

    assertThat(mean).isBetween(-0.02, 0.02);
    assertThat(square).isBetween(0.97, 1.03);
  }
}
