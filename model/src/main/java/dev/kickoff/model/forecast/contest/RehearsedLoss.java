package dev.kickoff.model.forecast.contest;

import dev.kickoff.model.forecast.Quantiles;
import dev.kickoff.model.forecast.rehearsal.Example;
import dev.kickoff.model.forecast.track.LogScale;
import java.util.Arrays;
import java.util.List;

/**
 * The weighted quantile loss of a method in rehearsal, recent folds counting more.
 *
 * <p>{@code sum w * 2 pinball_q(demand, forecast) / sum w * demand}, the mean over the four levels;
 * the quantiles are the centre plus those of the method's own errors, in and out of events. The
 * weight of a fold halves every {@value #HALF_LIFE_FOLDS} folds.
 */
final class RehearsedLoss {
  private static final double HALF_LIFE_FOLDS = 10;
  private static final int LEAST = 30;

  private final List<Example> examples;
  private final double[] demands;
  private final double[] weights;
  private final LogScale scale;

  RehearsedLoss(List<Example> examples, LogScale scale) {
    this.examples = examples;
    this.scale = scale;
    this.demands = examples.stream().mapToDouble(e -> scale.toDemand(e.mean())).toArray();
    int last = examples.stream().mapToInt(Example::fold).max().orElse(0);
    this.weights =
        examples.stream()
            .mapToDouble(e -> Math.pow(0.5, (last - e.fold()) / HALF_LIFE_FOLDS))
            .toArray();
  }

  /** The loss of these centres; 0 where there are no examples. */
  double of(double[] centres) {
    double[][] offsets = {offsets(centres, false), offsets(centres, true)};
    double[] levels = Quantiles.levels();
    double loss = 0;
    double total = 1e-12;
    for (int i = 0; i < centres.length; i++) {
      double[] offset = offsets[examples.get(i).inEvent() ? 1 : 0];
      for (int q = 0; q < levels.length; q++) {
        double above = demands[i] - scale.toDemand(centres[i] + offset[q]);
        double pinball = above >= 0 ? levels[q] * above : (levels[q] - 1) * above;
        loss += weights[i] * 2 * pinball / levels.length;
      }
      total += weights[i] * demands[i];
    }
    return loss / total;
  }

  private double[] offsets(double[] centres, boolean inEvent) {
    double[] errors = new double[centres.length];
    int count = 0;
    for (int i = 0; i < centres.length; i++) {
      if (examples.get(i).inEvent() == inEvent) {
        errors[count++] = examples.get(i).mean() - centres[i];
      }
    }
    if (inEvent && count < LEAST && count < centres.length) {
      return offsets(centres, false);
    }
    double[] sorted = Arrays.copyOf(errors, count);
    Arrays.sort(sorted);
    double[] levels = Quantiles.levels();
    double[] offsets = new double[levels.length];
    for (int q = 0; q < levels.length && count > 0; q++) {
      offsets[q] = sorted[Math.min(count - 1, (int) (levels[q] * count))];
    }
    return offsets;
  }
}
