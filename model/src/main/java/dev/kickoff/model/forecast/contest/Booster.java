package dev.kickoff.model.forecast.contest;

import dev.kickoff.model.forecast.event.Phase;
import dev.kickoff.model.forecast.rehearsal.Example;
import dev.kickoff.model.forecast.smile.BoostedTrees;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.RecentRest;
import java.util.ArrayList;
import java.util.List;

/**
 * What the leading method still leaves outside events, learnt by boosted trees from scale-free
 * inputs.
 *
 * <p>Inputs and target are divided by the usual error of the leading method, so that neither the
 * unit nor the size of a service matters. An example is judged by trees that were grown without its
 * third of the time. Events are left to their profiles: a few past ones are too little for trees.
 */
public final class Booster {
  private static final int MOST_ROWS = 2400;
  private static final int PARTS = 3;
  private static final BoostedTrees.Growth GROWTH = new BoostedTrees.Growth(30, 4, 25, 0.1, 7);
  private static final double MOST = 4;

  private final double unit;
  private final BoostedTrees grown;
  private final List<BoostedTrees> without;
  private final long fromMillis;
  private final long untilMillis;
  private final LocalClock clock;

  private Booster(
      double unit, BoostedTrees grown, List<BoostedTrees> without, Rows rows, LocalClock clock) {
    this.unit = unit;
    this.grown = grown;
    this.without = without;
    this.fromMillis = rows.fromMillis();
    this.untilMillis = rows.untilMillis();
    this.clock = clock;
  }

  /** What trees are grown from. */
  private record Rows(List<Example> examples, List<Double> errors) {
    long fromMillis() {
      return examples.stream().mapToLong(Example::atMillis).min().orElse(0);
    }

    long untilMillis() {
      return examples.stream().mapToLong(Example::atMillis).max().orElse(0) + 1;
    }
  }

  /**
   * Grows the trees.
   *
   * @param buckets the examples of each horizon bucket, at least one of them outside events
   * @param centres what the leading method would have forecast for each
   */
  static Booster grow(List<List<Example>> buckets, List<double[]> centres, LocalClock clock) {
    int total = buckets.stream().mapToInt(List::size).sum();
    int stride = Math.max(1, total / MOST_ROWS);
    Rows rows = new Rows(new ArrayList<>(), new ArrayList<>());
    double absolute = 1e-9;
    int at = 0;
    for (int b = 0; b < buckets.size(); b++) {
      for (int i = 0; i < buckets.get(b).size(); i++) {
        Example example = buckets.get(b).get(i);
        if (at++ % stride == 0 && example.phase() == Phase.QUIET) {
          double error = example.mean() - centres.get(b)[i];
          rows.examples().add(example);
          rows.errors().add(error);
          absolute += Math.abs(error);
        }
      }
    }
    double unit = absolute / rows.errors().size();
    List<BoostedTrees> without = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      without.add(grow(rows, part, unit, clock));
    }
    return new Booster(unit, grow(rows, PARTS, unit, clock), without, rows, clock);
  }

  private static BoostedTrees grow(Rows rows, int left, double unit, LocalClock clock) {
    long from = rows.fromMillis();
    long until = rows.untilMillis();
    List<double[]> kept = new ArrayList<>();
    List<Double> targets = new ArrayList<>();
    for (int i = 0; i < rows.examples().size(); i++) {
      Example example = rows.examples().get(i);
      if (part(example.atMillis(), from, until) != left) {
        kept.add(inputs(example, unit, clock));
        targets.add(Math.max(-MOST, Math.min(MOST, rows.errors().get(i) / unit)));
      }
    }
    return BoostedTrees.fit(
        kept.toArray(double[][]::new),
        targets.stream().mapToDouble(Double::doubleValue).toArray(),
        GROWTH);
  }

  private static int part(long atMillis, long from, long until) {
    return (int) (PARTS * (atMillis - from) / (until - from));
  }

  /** What is added to the leading method's centre of an example, by trees grown without it. */
  double rehearsed(Example example) {
    long at = example.atMillis();
    BoostedTrees trees =
        at < fromMillis || at >= untilMillis
            ? grown
            : without.get(part(at, fromMillis, untilMillis));
    return correction(example, trees);
  }

  /** What is added to the leading method's centre, in log units; 0 within events. */
  double correction(Example target) {
    return correction(target, grown);
  }

  private double correction(Example target, BoostedTrees trees) {
    return target.phase() == Phase.QUIET ? unit * trees.predict(inputs(target, unit, clock)) : 0;
  }

  private static double[] inputs(Example e, double unit, LocalClock clock) {
    int shapes = e.views().length;
    double[] row = new double[RecentRest.READINGS + 4 + shapes];
    double[] readings = e.views()[0].readings();
    for (int r = 0; r < readings.length; r++) {
      row[r] = readings[r] / unit;
    }
    int at = readings.length;
    row[at++] = Math.log1p(e.aheadMillis() / 60_000.0);
    row[at++] = clock.dayMillis(e.atMillis()) / 3_600_000.0;
    row[at++] = clock.dayMillis(e.atMillis() - e.aheadMillis()) / 3_600_000.0;
    row[at++] = clock.dayOfWeek(e.atMillis()).getValue();
    for (int s = 0; s < shapes; s++) {
      row[at++] = (e.views()[s].curve() - (s == 0 ? 0 : e.level())) / unit;
    }
    return row;
  }
}
