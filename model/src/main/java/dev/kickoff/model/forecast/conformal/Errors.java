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
  private static final double RECENT_SHARE = 0.2;
  private static final double RECENT_DAYS = 3;
  private static final int MOST_HALVINGS = 4;

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

  /**
   * The scores of these phases, of the steps' means or of their highest minutes.
   *
   * <p>Of older ones fewer count as recent: every second where they are older than a fifth of the
   * days rehearsed (and than three days), every fourth where they are twice as old, and so on down
   * to every sixteenth. Errors change with the times; see Barber et al., "Conformal prediction
   * beyond exchangeability" (2023).
   */
  Pool.Scores scores(Set<Phase> phases, boolean peak) {
    double[] all = new double[centres.length];
    double[] recent = new double[centres.length];
    int count = 0;
    int recents = 0;
    long newest = examples.stream().mapToLong(Example::atMillis).max().orElse(0);
    double age = Math.max(RECENT_DAYS, RECENT_SHARE * days()) * LocalClock.DAY_MILLIS;
    for (int i = 0; i < centres.length; i++) {
      Example e = examples.get(i);
      if (phases.contains(e.phase())) {
        double error = (peak ? e.peak() : e.mean()) - centres[i];
        all[count] = error / spread.at(e.level(), e.atMillis(), e.inEvent());
        int every = 1 << (int) Math.min(MOST_HALVINGS, (newest - e.atMillis()) / age);
        if (i % every == 0) {
          recent[recents++] = all[count];
        }
        count++;
      }
    }
    return new Pool.Scores(Arrays.copyOf(all, count), Arrays.copyOf(recent, recents));
  }
}
