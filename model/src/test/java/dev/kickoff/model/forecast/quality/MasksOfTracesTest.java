package dev.kickoff.model.forecast.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandMask;
import dev.kickoff.model.demand.DemandMask.Kind;
import dev.kickoff.model.demand.DemandMasks;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.quality.UnitWatch.Verdict;
import dev.kickoff.model.forecast.track.LocalClock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is masked in real traces. */
class MasksOfTracesTest {
  private static final Instant HURRICANE = Instant.parse("1995-08-01T18:52:00Z");
  private static final Instant BACK = Instant.parse("1995-08-03T08:36:00Z");

  private static Learnable learnable(DemandSeries series, EventCalendar calendar, ZoneId zone) {
    return Learnable.of(
        series, new Learnable.Hints(new LocalClock(zone), calendar, DemandMasks.none()));
  }

  @ParameterizedTest
  @CsvSource({
    "alibaba2018_netin, 1",
    "app_server, 60",
    "aws_rds_cpu, 5",
    "bank_calls, 5",
    "google2019_cpu, 5",
    "isp_eu_mbits, 60",
    "nyc_taxi, 30",
    "tweets_GOOG, 5",
    "vic_elec, 30",
    "wc98, 1"
  })
  void hideUnderHalfAPercentWhereNothingIsLabelledAsAnOutage(String name, int step) {
    DemandSeries series = Traces.demand(name, step);

    Learnable learnable = learnable(series, EventCalendar.empty(), ZoneOffset.UTC);

    double hidden = series.known() - learnable.series().known();
    assertThat(hidden / series.known()).isLessThan(0.005);
  }

  @Test
  void findTheHurricaneThatShutTheServer() {
    DemandSeries series = Traces.demand("nasa_http", 1);

    Learnable learnable =
        learnable(series, Traces.calendar("nasa_http"), ZoneId.of("America/New_York"));

    assertThat(learnable.masks().all())
        .anySatisfy(
            mask -> {
              assertThat(mask.kind()).isEqualTo(Kind.OUTAGE);
              assertThat(mask.from()).isBeforeOrEqualTo(HURRICANE);
              assertThat(mask.until()).isAfterOrEqualTo(BACK);
            });
    double hidden = series.known() - learnable.series().known();
    assertThat(hidden / series.known()).isLessThan(0.04);
  }

  @Test
  void findTheLabelledFallOfAServersTraffic() {
    DemandSeries series = Traces.demand("kpi_server_res_eth1out_curve_6", 5);

    Learnable learnable = learnable(series, EventCalendar.empty(), ZoneOffset.UTC);

    assertThat(learnable.masks().all()).hasSize(1);
    DemandMask mask = learnable.masks().all().get(0);
    assertThat(mask.from()).isEqualTo(Instant.parse("2016-09-04T17:05:00Z"));
    assertThat(mask.until()).isEqualTo(Instant.parse("2016-09-04T21:15:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "alibaba2018_netin, 1",
    "google2019_cpu, 5",
    "kpi_server_res_eth1out_curve_6, 5",
    "vic_elec, 30"
  })
  void flagEverySixtyfoldMistakeWithinThreeSamples(String name, int step) {
    DemandSeries series = Traces.demand(name, step);
    Random random = new Random(60);
    for (int trial = 0; trial < 200; trial++) {
      int at = 100 + random.nextInt(series.size() - 200);
      double factor = trial % 2 == 0 ? 60 : 1 / 60.0;
      assertThat(samplesUntilFlagged(series, at, factor)).as("%s %d", name, at).isEqualTo(3);
    }
  }

  private static int samplesUntilFlagged(DemandSeries series, int at, double factor) {
    UnitWatch watch = new UnitWatch();
    int samples = 0;
    for (int i = at - 50; i < at + 50; i++) {
      if (series.isPresent(i)) {
        double value = series.value(i) * (i < at ? 1 : factor);
        samples += i < at ? 0 : 1;
        if (watch.see(series.timeAt(i).toEpochMilli(), value) == Verdict.FLAGGED) {
          return samples;
        }
      }
    }
    return Integer.MAX_VALUE;
  }
}
