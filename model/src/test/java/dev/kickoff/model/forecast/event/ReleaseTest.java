package dev.kickoff.model.forecast.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.Demands;
import dev.kickoff.model.forecast.ForecastDesk;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.method.Methods;
import dev.kickoff.model.forecast.track.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseTest {
  private static final Duration STEP = Duration.ofMinutes(30);
  private static final Duration DAY = Duration.ofDays(1);
  private static final double FADES_HOURS = 20;
  private static final double HEIGHT_LOG = 1.4;

  /** Not every three weeks to the hour, so that no week or day of the month explains them. */
  private static final List<Instant> RELEASES =
      List.of(at(16, 18), at(37, 17), at(60, 19), at(79, 16), at(102, 18));

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void secondDayOfTheFifthReleaseIsForeseenFromFour(long seed) {
    double asRelease = secondDayError(seed, "game_release");
    double asSomethingElse = secondDayError(seed, "other_thing");
    assertThat(asRelease).isLessThan(0.5 * asSomethingElse);
  }

  @ParameterizedTest
  @ValueSource(strings = {"release", "Game_Release", "TICKET-SALE", "on sale", "season_premiere"})
  void wordOfTheCategoryMakesARelease(String category) {
    assertThat(Releases.names(category)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "football_match", "salesmen_meeting", "raindrops", "unreleased"})
  void partOfAWordDoesNot(String category) {
    assertThat(Releases.names(category)).isFalse();
  }

  @Test
  void releaseActsForTwelveHoursAndAMatchForThree() {
    Span day = new Span(at(0, 0).toEpochMilli(), STEP.toMillis(), 48);
    Instant noon = at(0, 8);
    Phase[] release = EventWindows.phases(day, calendar("game_release", List.of(noon)));
    Phase[] match = EventWindows.phases(day, calendar("match", List.of(noon)));
    assertThat(release[2 * 19]).isEqualTo(Phase.EVENT);
    assertThat(release[2 * 20]).isEqualTo(Phase.QUIET);
    assertThat(match[2 * 10]).isEqualTo(Phase.EVENT);
    assertThat(match[2 * 11]).isEqualTo(Phase.QUIET);
  }

  @Test
  void hatsOfAReleaseAddUpToOneUntilTheyFade() {
    for (long step : new long[] {300_000, 1_800_000, 3_600_000, 4 * 3_600_000}) {
      ReleaseKind kind = new ReleaseKind("release", step);
      Event release = event("release", at(1, 0));
      for (int minutes = -60; minutes <= 32 * 60; minutes += 7) {
        double[] row = new double[kind.size()];
        long millis = release.start().toEpochMilli() + minutes * 60_000L;
        assertThat(kind.fill(release, millis, new EventKind.Slice(row, new double[row.length], 0)))
            .isTrue();
        double sum = 0;
        for (double value : row) {
          sum += value;
        }
        assertThat(sum).isCloseTo(1, within(1e-9));
      }
    }
  }

  /** Mean absolute error of the second day after the fifth release, beside its mean demand. */
  private static double secondDayError(long seed, String category) {
    Instant fifth = RELEASES.get(4);
    DemandSeries series = demand(seed);
    Instant now = fifth.minus(Duration.ofHours(1));
    ForecastRequest request =
        new ForecastRequest(
            now,
            STEP,
            Duration.ofHours(50),
            ForecastDesk.wholeStepsBefore(series, now),
            calendar(category, RELEASES));
    DemandForecast forecast =
        new ForecastDesk(Methods.inOrder(ZoneOffset.UTC))
            .issue(new Service("web"), ForecastKind.FAR, request);
    double error = 0;
    double demand = 0;
    for (Instant at = fifth.plus(DAY); at.isBefore(fifth.plus(DAY).plus(DAY)); at = at.plus(STEP)) {
      ForecastStep step = forecast.stepAt(at).orElseThrow();
      double truth = truth(at.toEpochMilli());
      error += Math.abs(step.mean().p50() - truth);
      demand += truth;
    }
    return error / demand;
  }

  private static DemandSeries demand(long seed) {
    Random random = new Random(seed);
    return Demands.series(
        STEP, Duration.ofDays(106), at -> truth(at) * Math.exp(0.03 * random.nextGaussian()));
  }

  private static double truth(long millis) {
    double lift = 0;
    for (Instant release : RELEASES) {
      double hours = (millis - release.toEpochMilli()) / 3_600_000.0;
      lift += hours >= 0 && hours < 48 ? HEIGHT_LOG * Math.exp(-hours / FADES_HOURS) : 0;
    }
    return Demands.usual(millis) * Math.exp(lift);
  }

  private static EventCalendar calendar(String category, List<Instant> starts) {
    List<Event> events = new ArrayList<>();
    starts.forEach(start -> events.add(event(category, start)));
    return EventCalendar.of(events);
  }

  private static Event event(String category, Instant start) {
    EventVersion always = new EventVersion(Optional.empty(), 0, 1, EventStatus.CONFIRMED);
    Instant end = start.plus(Duration.ofHours(1));
    return new Event("at " + start, "thing", category, start, end, Map.of(), always);
  }

  private static Instant at(int day, int hour) {
    return Demands.START.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
  }
}
