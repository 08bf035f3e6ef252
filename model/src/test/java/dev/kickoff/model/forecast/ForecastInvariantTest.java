package dev.kickoff.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.method.Methods;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the history: every step is there, finite, not negative, and no quantile crosses. */
class ForecastInvariantTest {
  private static final long DAY = 86_400_000L;

  /** One kind of history; below zero stands for a gap. */
  private record Kind(String name, LongToDoubleFunction demand) {}

  private static Stream<Kind> kinds() {
    return Stream.of(
        new Kind("constant", at -> 500),
        new Kind("all zero", at -> 0),
        new Kind("huge", at -> 1e15 * Demands.usual(at)),
        new Kind("tiny", at -> 1e-9 * Demands.usual(at)),
        new Kind("zero but for one spike", at -> at % (5 * DAY) == 0 ? 1e9 : 0),
        new Kind("closed at night", at -> at % DAY < DAY / 3 ? 0 : 800),
        new Kind("closed at night, as gaps", at -> at % DAY < DAY / 3 ? -1 : 800),
        new Kind("one value a day", at -> at % DAY == 0 ? 10 : -1),
        new Kind("an outage of ten days", at -> at / DAY % 20 > 9 ? -1 : Demands.usual(at)),
        new Kind("doubling daily", at -> Math.pow(2, (at / DAY) % 60)));
  }

  private static Stream<Arguments> histories() {
    return kinds().flatMap(k -> Stream.of(1, 30, 170).map(h -> Arguments.of(k, h)));
  }

  @ParameterizedTest(name = "{0}, {1} h")
  @MethodSource("histories")
  void everyMethodKeepsItsPromises(Kind kind, int hours) {
    DemandSeries series = Demands.series(Demands.FIVE, Duration.ofHours(hours), kind.demand());
    check(series, Demands.START.plus(Duration.ofHours(hours)), kind.name());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void randomHistoriesToo(int seed) {
    Random random = new Random(seed);
    double gaps = random.nextDouble();
    double size = Math.pow(10, 12 * random.nextDouble() - 6);
    Duration step = Duration.ofMinutes(new int[] {1, 5, 30, 60}[random.nextInt(4)]);
    Duration length = Duration.ofHours(2 + random.nextInt(300));
    DemandSeries series =
        Demands.series(
            step,
            length,
            at ->
                random.nextDouble() < gaps * gaps
                    ? -1
                    : size * Demands.usual(at) * Math.exp(2 * random.nextGaussian()));
    check(series, Demands.START.plus(length), "seed " + seed);
  }

  private static Stream<Integer> seeds() {
    return Stream.iterate(1, seed -> seed + 1).limit(8);
  }

  private static void check(DemandSeries series, Instant at, String what) {
    ForecastRequest request = Demands.request(series, EventCalendar.of(Demands.matches(30)), at);
    for (Forecaster method : Methods.inOrder(ZoneOffset.UTC)) {
      boolean fits = method.unfitFor(request).isEmpty();
      if (fits && !method.name().equals("nothing-known")) {
        checkSteps(method.fit(request).forecast(request), request, method.name() + ", " + what);
      }
    }
    if (series.known() > 0) {
      DemandForecast forecast =
          new ForecastDesk(Methods.inOrder(ZoneOffset.UTC))
              .issue(new Service("web"), ForecastKind.FAR, request);
      checkSteps(forecast.steps(), request, what);
    }
  }

  private static void checkSteps(List<ForecastStep> steps, ForecastRequest request, String what) {
    assertThat(steps).as(what).hasSize(request.steps());
    for (ForecastStep step : steps) {
      // That quantiles are finite, not negative and in order is held by their own constructor.
      assertThat(step.peak().p50()).as(what).isGreaterThanOrEqualTo(step.mean().p50());
      assertThat(step.peak().p99()).as(what).isGreaterThanOrEqualTo(step.mean().p99());
    }
  }
}
