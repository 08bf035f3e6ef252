package dev.kickoff.model.forecast.method;

import dev.kickoff.model.forecast.BucketChoice;
import dev.kickoff.model.forecast.BucketChoice.MethodLoss;
import dev.kickoff.model.forecast.rehearsal.Example;
import dev.kickoff.model.forecast.rehearsal.Horizons;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.LogScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Methods compete in each horizon bucket by their loss in rehearsal. */
final class Contest {
  static final double SHARPNESS = Double.parseDouble(System.getProperty("eta", "8"));

  /**
   * What came of a bucket.
   *
   * @param shares how much of each entrant is in the forecast, the booster last; they sum to one
   * @param centres what would have been forecast for each example
   */
  record Result(double[] shares, double[] centres, BucketChoice choice) {}

  private Contest() {}

  static List<Result> run(
      List<List<Example>> buckets, List<Entrant> entrants, Booster booster, LogScale scale,
      LocalClock clock, List<double[]> lead) {
    List<Result> results = new ArrayList<>();
    for (int b = 0; b < buckets.size(); b++) {
      List<Example> examples = buckets.get(b);
      RehearsedLoss loss = new RehearsedLoss(examples, scale);
      int n = entrants.size() + (booster == null ? 0 : 1);
      double[][] centres = new double[n][];
      String[] names = new String[n + 1];
      double[] losses = new double[n + 1];
      for (int m = 0; m < entrants.size(); m++) {
        names[m] = entrants.get(m).name();
        centres[m] = m == 0 ? lead.get(b) : entrants.get(m).rehearsed(examples);
      }
      if (booster != null) {
        names[n - 1] = "booster";
        centres[n - 1] = lead.get(b).clone();
        for (int i = 0; i < examples.size(); i++) {
          centres[n - 1][i] += booster.rehearsed(examples.get(i));
        }
      }
      double best = Double.MAX_VALUE;
      for (int m = 0; m < n; m++) {
        losses[m] = loss.of(centres[m]);
        best = Math.min(best, losses[m]);
      }
      double[] shares = new double[n];
      double sum = 0;
      for (int m = 0; m < n; m++) {
        double share = best <= 0 ? (m == 0 ? 1 : 0) : Math.exp(-SHARPNESS * (losses[m] / best - 1));
        shares[m] = share < 0.05 ? 0 : share;
        sum += shares[m];
      }
      double[] mixed = new double[examples.size()];
      for (int m = 0; m < n; m++) {
        shares[m] /= sum;
        for (int i = 0; i < mixed.length; i++) {
          mixed[i] += shares[m] * centres[m][i];
        }
      }
      names[n] = "mean";
      losses[n] = loss.of(mixed);
      int chosen = n;
      for (int m = 0; m < n; m++) {
        if (losses[m] < losses[chosen] * (chosen == n ? 0.995 : 1)) {
          chosen = m;
        }
      }
      if (chosen < n) {
        Arrays.fill(shares, 0);
        shares[chosen] = 1;
        mixed = centres[chosen];
      }
      List<MethodLoss> table = new ArrayList<>();
      for (int m = 0; m <= n; m++) {
        table.add(new MethodLoss(names[m], losses[m]));
      }
      table.sort(Comparator.comparingDouble(MethodLoss::loss));
      results.add(
          new Result(
              shares,
              mixed,
              new BucketChoice(
                  Horizons.fromMillis(b) / 60_000,
                  Horizons.untilMillis(b, 1L << 40) / 60_000,
                  names[chosen],
                  "the lowest loss in rehearsal",
                  table)));
    }
    return results;
  }
}
