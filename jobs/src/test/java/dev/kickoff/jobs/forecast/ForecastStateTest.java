package dev.kickoff.jobs.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.jobs.forecast.ForecastJobSettings.TimeRules;
import dev.kickoff.jobs.forecast.calendar.KnownCalendar;
import dev.kickoff.jobs.forecast.edge.CalendarEntry;
import dev.kickoff.jobs.forecast.edge.IssuedForecast;
import dev.kickoff.jobs.forecast.edge.MinuteRow;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.MinuteCode;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastDesk;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** How much of a service's demand is kept in state, and that all that is learnt from is there. */
class ForecastStateTest {
  private static final Instant NOON = Instant.parse("1998-06-10T12:00:00Z");
  private static final int DAYS = 50;
  private static final int MOST_BYTES = 128_000;

  private final List<ForecastRequest> requests = new ArrayList<>();

  /** Demand that no code holds exactly. */
  private static double demand(int minute) {
    return 20_000.3 + 100 * Math.floorMod(minute * 37, 101);
  }

  /** A few minutes every eight hours, also over midnight. */
  private static boolean isGap(int minute) {
    return Math.floorMod(minute + 722, 481) < 4;
  }

  private DemandForecast recorded(Service service, ForecastKind kind, ForecastRequest request) {
    requests.add(request);
    return new SeasonalNaive().issue(service, kind, request);
  }

  private long bytesAfter(int days) throws Exception {
    ForecastJobSettings settings =
        new ForecastJobSettings(
            "", 2, NOON, Optional.empty(), TimeRules.playing(), () -> this::recorded);
    try (KeyedTwoInputStreamOperatorTestHarness<String, MinuteRow, CalendarEntry, IssuedForecast>
        harness =
            new KeyedTwoInputStreamOperatorTestHarness<>(
                new CoBroadcastWithKeyedOperator<>(
                    new ForecastOperator(settings), List.of(KnownCalendar.STATE)),
                MinuteRow::service,
                null,
                Types.STRING)) {
      harness.open();
      harness.processWatermark2(Watermark.MAX_WATERMARK);
      for (int m = -days * 1440; m < 0; m++) {
        if (isGap(m)) {
          continue;
        }
        long at = NOON.plusSeconds(60L * m).toEpochMilli();
        harness.processElement1(
            new StreamRecord<>(new MinuteRow("web", at, demand(m), 1, 1, true, at + 60_000)));
      }
      harness.processWatermark1(new Watermark(NOON.toEpochMilli()));
      return harness.snapshot(1, 1).getStateSize();
    }
  }

  @Test
  void aServiceTakesUnder128KilobytesHoweverLongItIsKnown() throws Exception {
    long empty = bytesAfter(0);
    assertThat(bytesAfter(DAYS) - empty).isBetween(100_000L, (long) MOST_BYTES);
  }

  @Test
  void allThatIsLearntFromIsKept() throws Exception {
    bytesAfter(DAYS);
    DemandSeries history = requests.get(requests.size() - 1).history();
    Duration kept = Duration.between(history.start(), history.until());
    assertThat(kept).isGreaterThan(ForecastDesk.FINE_REACH.plusHours(6));
    assertThat(history.until()).isEqualTo(NOON);
    int wrong = 0;
    for (int back = 1; back <= history.size(); back++) {
      OptionalDouble there = history.at(NOON.minusSeconds(60L * back));
      OptionalDouble expected =
          isGap(-back)
              ? OptionalDouble.empty()
              : OptionalDouble.of(MinuteCode.rounded(demand(-back)));
      wrong += there.equals(expected) ? 0 : 1;
    }
    assertThat(wrong).isZero();
  }
}
