package dev.kickoff.model.forecast.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandMask;
import dev.kickoff.model.demand.DemandMask.Kind;
import dev.kickoff.model.demand.DemandMasks;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.Demands;
import dev.kickoff.model.forecast.quality.UnitWatch.Verdict;
import dev.kickoff.model.forecast.track.LocalClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnitWatchTest {
  private static final long MINUTE = 60_000;

  /** Feeds a watch by the minute, keeping nothing but its memory from one to the next. */
  private static final class Feed {
    private final Random random = new Random(11);
    private UnitWatch.Memory memory = UnitWatch.Memory.empty();
    private long at = Demands.START.toEpochMilli();

    Verdict see(double factor) {
      UnitWatch watch = new UnitWatch(memory);
      Verdict verdict = watch.see(at, 1000 * factor * Math.exp(0.1 * random.nextGaussian()));
      memory = watch.memory();
      at += MINUTE;
      return verdict;
    }

    List<Verdict> see(double factor, int times) {
      List<Verdict> verdicts = new ArrayList<>();
      for (int i = 0; i < times; i++) {
        verdicts.add(see(factor));
      }
      return verdicts;
    }

    String problem() {
      return new UnitWatch(memory).problem().map(DataProblem::toString).orElse("");
    }
  }

  @ParameterizedTest
  @EnumSource(UnitFactor.class)
  void flagsAWrongUnitWithItsThirdSample(UnitFactor mistake) {
    Feed feed = new Feed();
    feed.see(1, 20);

    assertThat(feed.see(mistake.times(), 3))
        .containsExactly(Verdict.AS_BEFORE, Verdict.AS_BEFORE, Verdict.FLAGGED);
    assertThat(feed.problem()).contains(mistake.words()).contains("correct the unit");
    assertThat(feed.see(mistake.times())).isEqualTo(Verdict.FLAGGED);
    assertThat(feed.see(1)).isEqualTo(Verdict.RETURNED);
    assertThat(feed.problem()).isEmpty();
  }

  @Test
  void saysWhichUnitItLooksLike() {
    Feed feed = new Feed();
    feed.see(1, 7);
    feed.see(1 / 60.0, 3);

    assertThat(feed.problem())
        .startsWith(
            "since 2026-03-02T00:07:00Z: values jumped by about x1/60: looks like rps where rpm is"
                + " expected; ");
  }

  @Test
  void leavesSpikesSurgesAndOutagesAlone() {
    Feed feed = new Feed();
    feed.see(1, 20);
    List<Verdict> verdicts = new ArrayList<>(feed.see(60, 2));
    verdicts.addAll(feed.see(1, 10));
    verdicts.addAll(feed.see(3, 10));
    verdicts.addAll(feed.see(12, 10));
    verdicts.addAll(feed.see(0.8, 10));
    verdicts.addAll(feed.see(0, 30));
    verdicts.addAll(feed.see(1, 10));

    assertThat(verdicts).containsOnly(Verdict.AS_BEFORE);
  }

  @Test
  void takesAnotherUnitForGoodAfterADay() {
    Feed feed = new Feed();
    feed.see(1, 20);
    List<Verdict> verdicts = feed.see(60, 24 * 60 + 2);

    assertThat(verdicts.subList(2, 24 * 60)).containsOnly(Verdict.FLAGGED);
    assertThat(verdicts.get(24 * 60)).isEqualTo(Verdict.CONFIRMED);
    assertThat(feed.problem()).isEmpty();
  }

  @Test
  void isNotMovedByCorrectionsOfEarlierMinutes() {
    UnitWatch watch = new UnitWatch();
    for (int i = 0; i < 10; i++) {
      watch.see(i * MINUTE, 1000);
    }
    for (int i = 0; i < 5; i++) {
      assertThat(watch.see(i * MINUTE, 60_000)).isEqualTo(Verdict.AS_BEFORE);
    }
    assertThat(watch.problem()).isEmpty();
  }

  @Test
  void masksTheStretchInAHistory() {
    Instant from = Demands.START.plus(Duration.ofDays(4)).plus(Duration.ofHours(9));
    Instant until = from.plus(Duration.ofHours(5));
    DemandSeries series =
        Demands.series(
            Duration.ofMinutes(1),
            Duration.ofDays(5),
            at -> {
              boolean wrong = at >= from.toEpochMilli() && at < until.toEpochMilli();
              return Demands.usual(at) * (wrong ? 60 : 1);
            });

    Learnable learnable =
        Learnable.of(
            series,
            new Learnable.Hints(
                new LocalClock(ZoneOffset.UTC), EventCalendar.empty(), DemandMasks.none()));

    assertThat(learnable.masks().all()).hasSize(1);
    DemandMask mask = learnable.masks().all().get(0);
    assertThat(mask.kind()).isEqualTo(Kind.UNIT_MISTAKE);
    assertThat(mask.from()).isEqualTo(from);
    assertThat(mask.until()).isEqualTo(until);
  }
}
