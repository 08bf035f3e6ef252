package dev.kickoff.model.forecast.conformal;

import dev.kickoff.model.forecast.event.Phase;
import dev.kickoff.model.forecast.rehearsal.Example;
import dev.kickoff.model.forecast.track.LocalClock;
import java.util.Arrays;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Set;

/** The errors made on the examples of one horizon bucket, divided by their usual size. */
final class Errors {
  private static final double UNTESTED_SPREAD = 0.4;

  private final List<Example> examples;
  private final double[] centres;
  private final Spread spread;

  private Errors(List<Example> examples, double[] centres, Spread spread) {
    this.examples = examples;
    this.centres = centres;
    this.spread = spread;
  }

  /**
   * @param centres what was forecast for each example, by what was learnt without it
   */
  static Errors of(List<Example> examples, double[] centres, LocalClock clock) {
    double[] errors = new double[centres.length];
    for (int i = 0; i < errors.length; i++) {
      errors[i] = examples.get(i).mean() - centres[i];
    }
    Spread spread =
        errors.length == 0
            ? Spread.even(clock, UNTESTED_SPREAD)
            : Spread.learn(examples, errors, clock);
    return new Errors(examples, centres, spread);
  }

  Spread spread() {
    return spread;
  }

  /** Over how many days the examples are spread, at least one. */
  double days() {
    LongSummaryStatistics at = examples.stream().mapToLong(Example::atMillis).summaryStatistics();
    double days = (at.getMax() - (double) at.getMin()) / LocalClock.DAY_MILLIS;
    return examples.isEmpty() ? 1 : Math.max(1, days);
  }

  /** Whether the highest minute of a step is known apart from its mean. */
  boolean knowsPeaks() {
    return examples.stream().anyMatch(e -> e.peak() != e.mean());
  }

  Pool pool(Set<Phase> phases, boolean peak) {
    return new Pool(scores(phases, peak));
  }

  /** The scores of these phases, of the steps' means or of their highest minutes. */
  double[] scores(Set<Phase> phases, boolean peak) {
    double[] scores = new double[centres.length];
    int count = 0;
    for (int i = 0; i < centres.length; i++) {
      Example e = examples.get(i);
      if (phases.contains(e.phase())) {
        double error = (peak ? e.peak() : e.mean()) - centres[i];
        scores[count++] = error / spread.at(e.level(), e.atMillis(), e.inEvent());
      }
    }
    return Arrays.copyOf(scores, count);
  }
}
