package dev.kickoff.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.EventOutlook.Neighbour;
import dev.kickoff.model.forecast.method.Methods;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForecastDeskTest {
  private static final Service WEB = new Service("web");
  private static final Duration THREE_WEEKS = Duration.ofDays(21);
  private static final List<Event> MATCHES = Demands.matches(19);
  private static final Instant NOON = Demands.START.plus(Duration.ofDays(20).plusHours(12));
  private static final Instant KICKOFF = NOON.plus(Duration.ofHours(7));

  private static ForecastDesk desk() {
    return new ForecastDesk(Methods.inOrder(ZoneOffset.UTC));
  }

  private static DemandForecast issue(DemandSeries series, EventCalendar calendar, Instant at) {
    return desk().issue(WEB, ForecastKind.FAR, Demands.request(series, calendar, at));
  }

  private static EventCalendar calendar(Event... more) {
    List<Event> events = new ArrayList<>(MATCHES);
    events.addAll(List.of(more));
    return EventCalendar.of(events);
  }

  private static double medianAt(DemandForecast forecast, Instant at) {
    return forecast.stepAt(at).orElseThrow().mean().p50();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void sameForecastWhateverCameAfterTheCutoff(long seed) {
    DemandSeries known = Demands.noisy(seed, THREE_WEEKS, MATCHES);
    Random random = new Random(seed);
    DemandSeries other =
        Demands.series(
            Demands.FIVE,
            THREE_WEEKS,
            at ->
                Instant.ofEpochMilli(at).isBefore(NOON)
                    ? known.at(Instant.ofEpochMilli(at)).orElse(-1)
                    : 1e6 * random.nextDouble());
    assertThat(issue(other, calendar(), NOON)).isEqualTo(issue(known, calendar(), NOON));
  }

  @Test
  void keptModelsChangeNothing() {
    DemandSeries series = Demands.noisy(4, THREE_WEEKS, MATCHES);
    ForecastDesk busy = desk();
    for (int i = 30; i >= 0; i--) {
      Instant at = NOON.minus(Duration.ofMinutes(95L * i));
      DemandForecast kept =
          busy.issue(WEB, ForecastKind.FAR, Demands.request(series, calendar(), at));
      if (i % 6 == 0) {
        assertThat(kept).isEqualTo(issue(series, calendar(), at));
      }
    }
  }

  @Test
  void aCorrectionOfThePastIsLearntAtOnce() {
    DemandSeries first = Demands.noisy(5, THREE_WEEKS, MATCHES);
    DemandSeries corrected =
        Demands.series(
            Demands.FIVE,
            THREE_WEEKS,
            at -> {
              double value = first.at(Instant.ofEpochMilli(at)).orElse(-1);
              return at % 86_400_000L < 7_200_000L ? 2 * value : value;
            });
    ForecastDesk busy = desk();
    busy.issue(WEB, ForecastKind.FAR, Demands.request(first, calendar(), NOON));
    DemandForecast after =
        busy.issue(WEB, ForecastKind.FAR, Demands.request(corrected, calendar(), NOON));
    assertThat(after).isEqualTo(issue(corrected, calendar(), NOON));
  }

  @Test
  void plannedMatchLiftsTheForecastAroundKickoff() {
    DemandSeries series = Demands.noisy(6, THREE_WEEKS, MATCHES);
    double without = medianAt(issue(series, calendar(), NOON), KICKOFF.plusSeconds(3600));
    DemandForecast with = issue(series, calendar(Demands.match("next", KICKOFF)), NOON);
    assertThat(medianAt(with, KICKOFF.plusSeconds(3600)) / without).isCloseTo(3, within(0.6));
    assertThat(with.method().method()).isEqualTo("selection");
  }

  @Test
  void secondMatchAtTheSameHourDoesNotDoubleTheLift() {
    DemandSeries series = Demands.noisy(7, THREE_WEEKS, MATCHES);
    Event one = Demands.match("one", KICKOFF);
    Event two = Demands.match("two", KICKOFF);
    double alone = medianAt(issue(series, calendar(one), NOON), KICKOFF.plusSeconds(3600));
    double both = medianAt(issue(series, calendar(one, two), NOON), KICKOFF.plusSeconds(3600));
    // Alone a match triples demand; two fifths of that in log units are a factor of 1.55.
    assertThat(both / alone).isBetween(1.35, 1.75);
    Event three = Demands.match("three", KICKOFF);
    assertThat(medianAt(issue(series, calendar(one, two, three), NOON), KICKOFF.plusSeconds(3600)))
        .isCloseTo(both, withinPercentage(2));
  }

  @Test
  void movedMatchTakesItsLiftAlongAndCancelledOneLosesIt() {
    DemandSeries series = Demands.noisy(8, THREE_WEEKS, MATCHES);
    Event planned = Demands.match("next", KICKOFF);
    Instant later = KICKOFF.plus(Duration.ofHours(5));
    Event moved = Demands.version("next", later, change(EventStatus.CONFIRMED, NOON));
    Event cancelled = Demands.version("next", KICKOFF, change(EventStatus.CANCELLED, NOON));
    DemandForecast quiet = issue(series, calendar(), NOON);
    DemandForecast shifted = issue(series, calendar(planned, moved), NOON);
    Instant during = later.plusSeconds(3600);
    assertThat(medianAt(shifted, during)).isGreaterThan(2 * medianAt(quiet, during));
    assertThat(medianAt(shifted, KICKOFF.plusSeconds(1800)))
        .isLessThan(1.3 * medianAt(quiet, KICKOFF.plusSeconds(1800)));
    assertThat(issue(series, calendar(planned, cancelled), NOON).steps()).isEqualTo(quiet.steps());
  }

  @Test
  void namesThePastMatchesThatAComingOneLeansOn() {
    DemandSeries series = Demands.noisy(6, THREE_WEEKS, MATCHES);
    List<Event> known = new ArrayList<>(MATCHES);
    known.add(Demands.match("next", KICKOFF));
    EventOutlook outlook =
        issue(series, EventCalendar.of(known), NOON)
            .method()
            .basis()
            .orElseThrow()
            .events()
            .stream()
            .filter(each -> each.uid().equals("next"))
            .findFirst()
            .orElseThrow();
    assertThat(outlook.neighbours()).hasSize(5);
    assertThat(outlook.neighbours().get(0).alike()).contains("time of day", "number together");
    assertThat(outlook.neighbours())
        .allSatisfy(each -> assertThat(each.startedAt()).isBefore(NOON))
        .isSortedAccordingTo(Comparator.comparingDouble(Neighbour::weight).reversed());
    assertThat(outlook.basis()).contains("past events of 'match' by resemblance");
  }

  @Test
  void saysWhichMethodForecastsEachHorizonAndWhatTheOthersLost() {
    DemandSeries series = Demands.noisy(6, THREE_WEEKS, MATCHES);
    List<BucketChoice> choices =
        issue(series, calendar(), NOON).method().basis().orElseThrow().choices();
    assertThat(choices).hasSizeGreaterThan(8);
    assertThat(choices)
        .allSatisfy(
            choice -> {
              assertThat(choice.losses()).hasSizeGreaterThan(5);
              double least = choice.losses().get(0).loss();
              double own =
                  choice.losses().stream()
                      .filter(each -> each.method().equals(choice.method()))
                      .findFirst()
                      .orElseThrow()
                      .loss();
              assertThat(own).isLessThanOrEqualTo(least * 1.006);
            });
  }

  @Test
  void changeIsNotKnownBeforeItWasMade() {
    DemandSeries series = Demands.noisy(9, THREE_WEEKS, MATCHES);
    Event planned = Demands.match("next", KICKOFF);
    Event cancelled =
        Demands.version("next", KICKOFF, change(EventStatus.CANCELLED, NOON.plusSeconds(60)));
    assertThat(issue(series, calendar(planned, cancelled), NOON))
        .isEqualTo(issue(series, calendar(planned), NOON));
  }

  private static EventVersion change(EventStatus status, Instant knownAt) {
    return new EventVersion(Optional.of(knownAt), 1, 2, status);
  }

  @Test
  void saysWhichMethodItFellBackToAndWhy() {
    DemandSeries series = Demands.noisy(10, Duration.ofHours(40), List.of());
    Instant at = Demands.START.plus(Duration.ofHours(36));
    MethodNote note = issue(series, EventCalendar.empty(), at).method();
    assertThat(note.method()).isEqualTo("seasonal-naive-day");
    assertThat(note.passedOver())
        .hasSize(3)
        .first()
        .asString()
        .isEqualTo(
            "selection needs 2 d of history, half of it known; has 36.0 h, 36.0 h of it known");
  }

  @Test
  void forecastsNothingWhereNothingIsKnown() {
    DemandSeries nothing = DemandSeries.empty(Demands.START, Demands.FIVE);
    DemandForecast forecast = issue(nothing, EventCalendar.empty(), NOON);
    assertThat(forecast.steps()).isEmpty();
    assertThat(forecast.method().method()).isEqualTo("nothing-known");
    assertThat(forecast.demandThrough()).isEmpty();
  }

  @Test
  void localTimeCarriesOverTheClockChange() {
    ZoneId paris = ZoneId.of("Europe/Paris");
    // Clocks go forward on 2026-03-29; the daily spike stays at 20:00 local time.
    DemandSeries series =
        Demands.series(
            Demands.FIVE,
            Duration.ofDays(28),
            at -> Instant.ofEpochMilli(at).atZone(paris).getHour() == 20 ? 3000 : 1000);
    Instant at = Instant.parse("2026-03-29T12:00:00Z");
    DemandForecast forecast =
        new ForecastDesk(Methods.inOrder(paris))
            .issue(WEB, ForecastKind.FAR, Demands.request(series, EventCalendar.empty(), at));
    assertThat(medianAt(forecast, Instant.parse("2026-03-29T18:30:00Z"))).isGreaterThan(2000);
    assertThat(medianAt(forecast, Instant.parse("2026-03-29T19:30:00Z"))).isLessThan(1700);
  }
}
