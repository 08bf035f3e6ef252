package dev.kickoff.model.forecast.accuracy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Draws cutoffs again, with replacement, to tell how far a score might have come out otherwise.
 *
 * <p>Where there are very many cutoffs, neighbouring ones are drawn together. The draws come from a
 * seed, so the same cutoffs give the same intervals. Cutoffs that lie closer than the horizon share
 * steps, and then the intervals are narrower than they should be.
 */
final class Bootstrap {
  private static final int DRAWS = 400;
  private static final int LOW = 10;
  private static final int HIGH = 389;
  private static final int MOST_BLOCKS = 300;
  private static final long SEED = 2;

  private final int perBlock;
  private final int[][] times;

  Bootstrap(int cutoffs) {
    this.perBlock = Math.max(1, (cutoffs + MOST_BLOCKS - 1) / MOST_BLOCKS);
    int blocks = (cutoffs + perBlock - 1) / perBlock;
    this.times = new int[DRAWS][blocks];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int[] draw : times) {
      for (int i = 0; i < blocks; i++) {
        draw[random.nextInt(blocks)]++;
      }
    }
  }

  /** The sums of every draw, from those of each cutoff in order. */
  List<CutoffSums> draws(List<CutoffSums> byCutoff) {
    CutoffSums[] blocks = new CutoffSums[times[0].length];
    Arrays.setAll(blocks, i -> new CutoffSums());
    for (int c = 0; c < byCutoff.size(); c++) {
      blocks[c / perBlock].add(byCutoff.get(c));
    }
    return Arrays.stream(times).map(draw -> drawn(blocks, draw)).toList();
  }

  private static CutoffSums drawn(CutoffSums[] blocks, int[] draw) {
    CutoffSums sums = new CutoffSums();
    for (int i = 0; i < draw.length; i++) {
      if (draw[i] > 0 && blocks[i].of(CutoffSums.Sum.STEPS) > 0) {
        sums.add(blocks[i], draw[i]);
      }
    }
    return sums;
  }

  /** A measure with its interval; empty where the whole, or too few of the draws, have none. */
  static Optional<Interval> interval(
      CutoffSums whole, List<CutoffSums> draws, ToDoubleFunction<CutoffSums> measure) {
    double value = measure.applyAsDouble(whole);
    double[] drawn =
        draws.stream().mapToDouble(measure).filter(Double::isFinite).sorted().toArray();
    if (!Double.isFinite(value) || drawn.length == 0) {
      return Optional.empty();
    }
    double low = drawn[LOW * drawn.length / DRAWS];
    double high = drawn[Math.min(drawn.length - 1, HIGH * drawn.length / DRAWS)];
    return Optional.of(new Interval(value, Math.min(low, value), Math.max(high, value)));
  }
}
