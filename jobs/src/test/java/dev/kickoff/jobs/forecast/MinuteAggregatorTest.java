package dev.kickoff.jobs.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.jobs.forecast.ForecastJobSettings.TimeRules;
import dev.kickoff.jobs.forecast.edge.DeadRecord;
import dev.kickoff.jobs.forecast.edge.MeasuredMinute;
import dev.kickoff.jobs.forecast.edge.MinuteRow;
import dev.kickoff.jobs.forecast.edge.Origin;
import dev.kickoff.jobs.forecast.edge.ReadSample;
import dev.kickoff.jobs.forecast.edge.ReadSample.Kind;
import dev.kickoff.model.demand.MinuteReading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Minutes out of samples, in a harness that moves event time by hand. Times are seconds. */
class MinuteAggregatorTest {
  private static final Instant START = Instant.parse("1998-06-10T12:00:00Z");

  private KeyedOneInputStreamOperatorTestHarness<String, ReadSample, MeasuredMinute> harness;

  @BeforeEach
  void open() throws Exception {
    harness = harness(START);
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void emitsAMinuteAsItFillsAndOnceMoreWhenItsTimeHasPassed() throws Exception {
    time(0);
    sample("a", 0, 100);
    time(60);
    sample("b", 0, 50);
    time(119);
    assertThat(rows()).extracting(MinuteRow::value).containsExactly(100.0, 150.0);
    assertThat(rows()).noneMatch(MinuteRow::isFinal);
    time(120);
    assertThat(rows()).extracting(MinuteRow::revision).containsExactly(1, 2, 3);
    assertThat(last()).isEqualTo(new MinuteRow("web", at(0), 150, 1, 3, true, at(120)));
  }

  @Test
  void saysFromWhenARecordIsAvailable() throws Exception {
    time(0);
    sample("a", 0, 100);
    assertThat(last().emittedAtMillis()).as("the end of the reading").isEqualTo(at(60));
    time(90);
    sample("b", 0, 50);
    assertThat(last().emittedAtMillis()).as("just after 90 s").isEqualTo(at(90) + 1);
    time(600);
    assertThat(last().emittedAtMillis()).as("the minute's own deadline").isEqualTo(at(120));
    sample("b", 0, 60);
    assertThat(last().emittedAtMillis()).as("just after 600 s").isEqualTo(at(600) + 1);
  }

  @Test
  void dropsDuplicatesAndTakesCorrections() throws Exception {
    time(0);
    sample("a", 0, 100);
    sample("a", 0, 100);
    assertThat(rows()).hasSize(1);
    sample("a", 0, 90);
    assertThat(last().value()).isEqualTo(90);
    assertThat(last().revision()).isEqualTo(2);
  }

  @Test
  void aCorrectionAfterTheFinalIsFinalAgainWithAHigherRevision() throws Exception {
    time(0);
    sample("a", 0, 100);
    time(3600);
    sample("a", 0, 80);
    assertThat(last()).isEqualTo(new MinuteRow("web", at(0), 80, 1, 3, true, at(3600) + 1));
    sample("a", 0, 80);
    assertThat(rows()).hasSize(3);
  }

  @Test
  void putsAsideWhatComesAfterTheCorrectionHorizon() throws Exception {
    time(0);
    sample("a", 0, 100);
    time(60 + 6 * 3600);
    sample("a", 0, 90);
    assertThat(last().value()).as("just in time").isEqualTo(90);
    time(60 + 6 * 3600 + 1);
    sample("a", 0, 80);
    assertThat(last().value()).isEqualTo(90);
    assertThat(dead()).hasSize(1);
    assertThat(dead().get(0).reason())
        .isEqualTo(
            "too late: it ended at 1998-06-10T12:01:00Z, time has reached 1998-06-10T18:01:01Z,"
                + " corrections are taken for PT6H");
  }

  @Test
  void aGapStaysAGap() throws Exception {
    time(0);
    sample("a", 0, 100);
    sample("a", 240, 100);
    time(1000);
    assertThat(finals().keySet()).containsExactly(at(0), at(240));
  }

  @Test
  void completenessIsTheShareOfTheSourcesOfTheLastTenMinutes() throws Exception {
    time(0);
    sample("a", 0, 100);
    sample("b", 0, 100);
    sample("a", 60, 100);
    assertThat(last().completeness()).isEqualTo(0.5);
    sample("a", 10 * 60, 100);
    assertThat(last().completeness()).as("b has been gone for ten minutes").isEqualTo(1);
  }

  @Test
  void aReadingOfAnHourHoldsForEachOfItsMinutes() throws Exception {
    time(3540);
    reading(new MinuteReading("a", "{}", at(0), 3600_000, 70));
    time(3720);
    assertThat(finals()).hasSize(60).containsEntry(at(0), 70.0).containsEntry(at(3540), 70.0);
    assertThat(rows()).allMatch(row -> row.emittedAtMillis() >= at(3600));
  }

  @Test
  void aCorrectionToAShorterPeriodWithdrawsTheRest() throws Exception {
    time(0);
    sample("b", 60, 1);
    reading(new MinuteReading("a", "{}", at(0), 120_000, 70));
    reading(new MinuteReading("a", "{}", at(0), 60_000, 70));
    time(1000);
    assertThat(finals()).containsExactly(Map.entry(at(0), 70.0), Map.entry(at(60), 1.0));
  }

  @Test
  void beforeTheFirstForecastHistoryIsEmittedAsFinalOnly() throws Exception {
    harness.close();
    harness = harness(START.plusSeconds(3600));
    harness.open();
    for (int second = 0; second < 3600; second += 60) {
      sample("a", second, 100);
    }
    assertThat(rows()).extracting(MinuteRow::minuteMillis).containsExactly(at(3540));
    time(3600);
    assertThat(finals()).hasSize(59);
  }

  @Test
  void forgetsMinutesThatNobodyCanCorrectAnyMore() throws Exception {
    for (int second = 0; second < 24 * 3600; second += 60) {
      sample("a", second, 100);
      time(second);
    }
    assertThat(harness.numKeyedStateEntries()).isLessThan(8 * 60);
    assertThat(finals()).hasSize(24 * 60 - 2);
  }

  @Test
  void afterARestartALateSampleIsStillLate() throws Exception {
    time(0);
    sample("a", 0, 100);
    time(600);
    OperatorSubtaskState state = harness.snapshot(1, 1);
    harness.close();
    harness = harness(START);
    harness.initializeState(state);
    harness.open();
    sample("a", 0, 90);
    assertThat(last()).isEqualTo(new MinuteRow("web", at(0), 90, 1, 3, true, at(600) + 1));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void anyOrderWithinTheLatenessGivesTheSameFinalMinutes(long seed) throws Exception {
    Random random = new Random(seed);
    List<MinuteReading> inOrder = new ArrayList<>();
    for (int second = 0; second < 3600; second += 10) {
      for (String source : List.of("a", "b", "c")) {
        if (random.nextInt(10) > 0) {
          inOrder.add(
              new MinuteReading(source, "{}", at(second), 10_000, random.nextInt(9_999) / 7.0));
        }
      }
    }
    inOrder.forEach(this::reading);
    time(4000);
    TreeMap<Long, Double> expected = finals();
    close();
    open();
    List<MinuteReading> shuffled = new ArrayList<>(inOrder);
    for (int block = 0; block < shuffled.size(); block += 15) {
      Collections.shuffle(shuffled.subList(block, Math.min(block + 15, shuffled.size())), random);
    }
    long newest = 0;
    for (MinuteReading reading : shuffled) {
      reading(reading);
      if (random.nextInt(4) == 0) {
        reading(reading);
      }
      newest = Math.max(newest, reading.untilMillis());
      harness.processWatermark(newest - 1);
    }
    time(4000);
    assertThat(finals()).isEqualTo(expected).hasSize(60);
    assertThat(dead()).isEmpty();
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, ReadSample, MeasuredMinute> harness(
      Instant issueFrom) throws Exception {
    ForecastJobSettings settings =
        new ForecastJobSettings(
            "", 2, issueFrom, Optional.empty(), TimeRules.playing(), SeasonalNaive::new);
    return new KeyedOneInputStreamOperatorTestHarness<>(
        new MinuteOperator(new MinuteAggregator(settings)), ReadSample::service, Types.STRING);
  }

  private void time(int second) throws Exception {
    harness.processWatermark(at(second));
  }

  private void sample(String source, int second, double requestsPerMinute) {
    reading(new MinuteReading(source, "{}", at(second), 60_000, requestsPerMinute));
  }

  private void reading(MinuteReading reading) {
    Origin origin = new Origin("samples", 0, 7, new byte[0], new byte[0]);
    try {
      harness.processElement(
          new StreamRecord<>(
              new ReadSample(Kind.DEMAND, "web", reading, null, reading.untilMillis(), "", origin),
              reading.untilMillis()));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private List<MinuteRow> rows() {
    return harness.extractOutputValues().stream().map(MeasuredMinute::demand).toList();
  }

  private MinuteRow last() {
    return rows().get(rows().size() - 1);
  }

  private TreeMap<Long, Double> finals() {
    TreeMap<Long, Double> finals = new TreeMap<>();
    rows().stream()
        .filter(MinuteRow::isFinal)
        .forEach(r -> finals.put(r.minuteMillis(), r.value()));
    return finals;
  }

  private List<DeadRecord> dead() {
    var records = harness.getSideOutput(SampleRouter.DEAD);
    return records == null ? List.of() : records.stream().map(StreamRecord::getValue).toList();
  }

  private static long at(int second) {
    return START.plus(Duration.ofSeconds(second)).toEpochMilli();
  }
}
