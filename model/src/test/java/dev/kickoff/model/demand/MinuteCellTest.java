package dev.kickoff.model.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kickoff.model.demand.MinuteCell.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinuteCellTest {
  private static final Instant MINUTE = Instant.parse("1998-06-10T15:00:00Z");
  private static final long START = MINUTE.toEpochMilli();

  private final MinuteCell cell = new MinuteCell(MINUTE, List.of());

  @Test
  void aMinuteWithoutReadingsIsUnknownAndNotZero() {
    assertThat(cell.requestsPerMinute()).isEmpty();
  }

  @Test
  void oneReadingOfTheMinuteIsItsDemandToTheLastBit() {
    cell.put(reading("lb", 0, 60, 1234.5678901));
    assertThat(cell.requestsPerMinute()).hasValue(1234.5678901);
  }

  @Test
  void averagesTheReadingsOfASeriesAndAddsUpTheSeries() {
    cell.put(reading("a{zone=1}", 0, 30, 100));
    cell.put(reading("a{zone=1}", 30, 30, 300));
    cell.put(reading("a{zone=2}", 0, 60, 10));
    cell.put(reading("b{zone=1}", 0, 60, 1));
    assertThat(cell.requestsPerMinute()).hasValue(211);
    assertThat(cell.sources()).containsExactly("a", "b");
  }

  @Test
  void aMissingReadingOfASeriesDoesNotHalveItsRate() {
    cell.put(reading("a", 0, 30, 100));
    assertThat(cell.requestsPerMinute()).hasValue(100);
  }

  @Test
  void weighsReadingsByWhatTheyCoverOfTheMinute() {
    cell.put(reading("a", -15, 30, 100));
    cell.put(reading("a", 15, 45, 300));
    assertThat(cell.requestsPerMinute()).hasValueCloseTo(250.0, within(1e-9));
  }

  @Test
  void aReadingLongerThanAMinuteHoldsForEachOfItsMinutes() {
    cell.put(reading("a", -120, 300, 70));
    assertThat(cell.requestsPerMinute()).hasValue(70);
    assertThat(cell.knownThrough()).isEqualTo(MINUTE.plusSeconds(180));
  }

  @Test
  void theSameReadingAgainIsADuplicateAndAnotherValueACorrection() {
    assertThat(cell.put(reading("a", 0, 60, 5))).isEqualTo(Change.ADDED);
    assertThat(cell.put(reading("a", 0, 60, 5))).isEqualTo(Change.DUPLICATE);
    assertThat(cell.put(reading("a", 0, 60, 6))).isEqualTo(Change.CORRECTED);
    assertThat(cell.requestsPerMinute()).hasValue(6);
  }

  @Test
  void aCorrectionThatNoLongerCoversTheMinuteWithdrawsTheReading() {
    cell.put(reading("a", -60, 120, 5));
    assertThat(cell.put(reading("a", -60, 60, 5))).isEqualTo(Change.CORRECTED);
    assertThat(cell.requestsPerMinute()).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void dependsOnTheReadingsAndNotOnTheirOrder(long seed) {
    Random random = new Random(seed);
    List<MinuteReading> readings = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      String source = "s" + random.nextInt(5);
      String tags = "{zone=" + random.nextInt(3) + "}";
      readings.add(
          reading(source + tags, i * 3 - 60, 1 + random.nextInt(90), random.nextDouble() * 1e4));
    }
    MinuteCell inOrder = new MinuteCell(MINUTE, readings);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(readings, random);
      MinuteCell shuffled = new MinuteCell(MINUTE, List.of());
      readings.forEach(shuffled::put);
      readings.forEach(again -> assertThat(shuffled.put(again)).isNotEqualTo(Change.CORRECTED));
      assertThat(shuffled.requestsPerMinute()).isEqualTo(inOrder.requestsPerMinute());
    }
  }

  private static MinuteReading reading(
      String series, int atSecond, int seconds, double requestsPerMinute) {
    int brace = series.indexOf('{');
    String source = brace < 0 ? series : series.substring(0, brace);
    String tags = brace < 0 ? "{}" : series.substring(brace);
    return new MinuteReading(
        source, tags, START + atSecond * 1000L, seconds * 1000L, requestsPerMinute);
  }
}
