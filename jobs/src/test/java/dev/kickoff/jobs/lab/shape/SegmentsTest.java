package dev.kickoff.jobs.lab.shape;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.shape.Stages;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentsTest {
  private static final Duration STEP = Duration.ofSeconds(10);

  private static LoadCurve randomWalk(long seed, int size, double stride) {
    Random random = new Random(seed);
    double[] rpm = new double[size];
    for (int i = 1; i < size; i++) {
      rpm[i] = Math.abs(rpm[i - 1] + stride * random.nextGaussian());
    }
    return new LoadCurve(STEP, rpm);
  }

  /** How far the lines are from the load where they are furthest. */
  private static double furthest(Segments segments, LoadCurve load) {
    double furthest = 0;
    List<Segments.Point> points = segments.points();
    int right = 1;
    for (int i = 0; i < load.size(); i++) {
      long second = i * load.step().toSeconds();
      while (points.get(right).second() < second) {
        right++;
      }
      Segments.Point a = points.get(right - 1);
      Segments.Point b = points.get(right);
      double share = (second - a.second()) / (double) (b.second() - a.second());
      double line = a.rpm() + (b.rpm() - a.rpm()) * share;
      furthest = Math.max(furthest, Math.abs(line - load.at(i)));
    }
    return furthest;
  }

  @Test
  void aTableOfStagesBecomesItsStagesAgain() {
    LoadCurve load =
        Stages.parse("10m:30000,8m:150000,30m:150000").curve(STEP, Stages.Between.RAMP);
    assertThat(Segments.of(load).points())
        .containsExactly(
            new Segments.Point(0, 0),
            new Segments.Point(600, 30_000),
            new Segments.Point(1080, 150_000),
            new Segments.Point(2880, 150_000));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noLineIsFurtherFromTheLoadThanItsTolerance(long seed) {
    LoadCurve load = randomWalk(seed, 3000, 0.4);
    Segments segments = Segments.of(load);
    assertThat(segments.tolerance()).isEqualTo(Segments.FINEST);
    assertThat(segments.points().size()).isLessThan(2000);
    assertThat(furthest(segments, load)).isBetween(0.1, Segments.FINEST + 1e-9);
  }

  @Test
  void moreLinesThanAToolShouldReadBecomeFewerAndCoarser() {
    LoadCurve load = randomWalk(6, 20_000, 100);
    Segments segments = Segments.of(load);
    assertThat(segments.points()).hasSizeLessThanOrEqualTo(Segments.MOST);
    assertThat(segments.tolerance()).isGreaterThan(Segments.FINEST);
    assertThat(furthest(segments, load)).isLessThanOrEqualTo(segments.tolerance() * (1 + 1e-9));
  }
}
