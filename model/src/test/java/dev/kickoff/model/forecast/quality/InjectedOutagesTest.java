package dev.kickoff.model.forecast.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastDesk;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.method.Methods;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the next day's forecast makes of outages that were put into real traces. */
class InjectedOutagesTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final double MOST = 0.05;
  private static final int[] MINUTES = {20, 60, 180};
  private static final double[] LEFT = {0, 0.1};

  /** A stretch in which only a share of demand is left. */
  private record Outage(Instant from, Instant until, double left) {
    DemandSeries in(DemandSeries series) {
      DemandSeries.Builder broken = DemandSeries.builder(series.start(), series.step());
      for (int i = 0; i < series.size(); i++) {
        if (series.isPresent(i)) {
          long a = Math.max(from.toEpochMilli(), series.timeAt(i).toEpochMilli());
          long b = Math.min(until.toEpochMilli(), series.timeAt(i + 1).toEpochMilli());
          double out = Math.max(0, b - a) / (double) series.step().toMillis();
          broken.set(series.timeAt(i), series.value(i) * (1 - out * (1 - left)));
        }
      }
      return broken.extendTo(series.until()).build();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "wc98, 1, Europe/Paris, 1998-06-22T10:00:00Z",
    "google2019_cpu, 5, UTC, 2019-05-20T08:00:00Z",
    "nyc_taxi, 30, America/New_York, 2014-11-12T15:00:00Z",
    "kpi_server_res_eth1out_curve_6, 5, UTC, 2016-09-20T10:00:00Z"
  })
  void moveTheNextDayByUnderFivePercent(String name, int step, ZoneId zone, Instant cutoff) {
    DemandSeries series = Traces.demand(name, step).before(cutoff);
    EventCalendar calendar = Traces.calendar(name);
    double[] untouched = medians(series, cutoff, calendar, zone);
    Random random = new Random(20);
    for (int minutes : MINUTES) {
      for (double left : LEFT) {
        Duration length = Duration.ofMinutes(minutes);
        long room = DAY.toSeconds() * 7 - 2 * length.toSeconds();
        Instant from = cutoff.minus(length.multipliedBy(2)).minusSeconds(random.nextLong(room));
        Outage outage = new Outage(from, from.plus(length), left);

        double[] touched = medians(outage.in(series), cutoff, calendar, zone);

        assertThat(move(untouched, touched)).as("%s with %s", name, outage).isLessThan(MOST);
      }
    }
  }

  private static double[] medians(
      DemandSeries series, Instant cutoff, EventCalendar calendar, ZoneId zone) {
    Duration five = Duration.ofMinutes(5);
    Duration resolution = series.step().compareTo(five) < 0 ? five : series.step();
    DemandForecast forecast =
        new ForecastDesk(Methods.inOrder(zone))
            .issue(
                new Service("web"),
                ForecastKind.FAR,
                new ForecastRequest(cutoff, resolution, DAY, series, calendar));
    return forecast.steps().stream().mapToDouble(s -> s.mean().p50()).toArray();
  }

  private static double move(double[] untouched, double[] touched) {
    double sum = 0;
    for (int i = 0; i < untouched.length; i++) {
      sum += Math.abs(touched[i] - untouched[i]) / untouched[i];
    }
    return sum / untouched.length;
  }
}
