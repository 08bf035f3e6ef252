package dev.kickoff.model.forecast.contest;

import dev.kickoff.model.forecast.BucketChoice;
import dev.kickoff.model.forecast.BucketChoice.MethodLoss;
import dev.kickoff.model.forecast.rehearsal.Example;
import dev.kickoff.model.forecast.rehearsal.Horizons;
import dev.kickoff.model.forecast.track.LogScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Methods compete in each horizon bucket by their loss in rehearsal.
 *
 * <p>Their mean takes part too. In it a method weighs {@code exp(-8 (loss / least loss - 1))}, as
 * in the exponentially weighted average forecaster (Cesa-Bianchi and Lugosi, "Prediction, Learning,
 * and Games", 2006, section 2.1): near equals are averaged, those that are a third worse are left
 * out. The mean is taken unless a single method is better by half a percent.
 */
public final class Contest {
  private static final String MEAN = "mean";
  private static final String BOOSTER = "booster";
  private static final double SHARPNESS = 8;
  private static final double LEAST_SHARE = 0.05;
  private static final double CLEARLY = 0.995;

  private final List<Entrant> entrants;
  private final Optional<Booster> booster;
  private final LogScale scale;

  public Contest(List<Entrant> entrants, Optional<Booster> booster, LogScale scale) {
    this.entrants = entrants;
    this.booster = booster;
    this.scale = scale;
  }

  /**
   * What came of a bucket.
   *
   * @param blend what is forecast from now on
   * @param centres what it would have forecast for each example
   * @param choice for the record
   */
  public record Result(Blend blend, double[] centres, BucketChoice choice) {}

  /** The result of each bucket. */
  public List<Result> run(Rehearsed rehearsed) {
    List<Result> results = new ArrayList<>();
    for (int b = 0; b < rehearsed.buckets().size(); b++) {
      results.add(run(b, rehearsed.buckets().get(b), rehearsed.leading().get(b)));
    }
    return results;
  }

  private Result run(int bucket, List<Example> examples, double[] leading) {
    RehearsedLoss loss = new RehearsedLoss(examples, scale);
    List<double[]> centres = centres(examples, leading);
    double[] losses = centres.stream().mapToDouble(loss::of).toArray();
    double[] shares = shares(losses);
    double[] mean = mean(centres, shares);
    double meanLoss = losses.length > 1 ? loss.of(mean) : losses[0];
    int best = leastOf(losses);
    boolean single = losses.length == 1 || losses[best] < CLEARLY * meanLoss;
    if (single) {
      Arrays.fill(shares, 0);
      shares[best] = 1;
    }
    List<LevelWeights> weights =
        entrants.stream().map(each -> each.rule().weights(examples, each.shape())).toList();
    return new Result(
        new Blend(entrants, weights, shares, booster),
        single ? centres.get(best) : mean,
        choice(bucket, single ? name(best) : MEAN, losses, meanLoss));
  }

  private List<double[]> centres(List<Example> examples, double[] leading) {
    List<double[]> centres = new ArrayList<>();
    centres.add(leading);
    for (Entrant entrant : entrants.subList(1, entrants.size())) {
      centres.add(entrant.rehearsed(examples));
    }
    if (booster.isPresent()) {
      double[] boosted = leading.clone();
      for (int i = 0; i < boosted.length; i++) {
        boosted[i] += booster.get().rehearsed(examples.get(i));
      }
      centres.add(boosted);
    }
    return centres;
  }

  private static double[] shares(double[] losses) {
    double least = losses[leastOf(losses)];
    double[] shares = new double[losses.length];
    double sum = 0;
    for (int m = 0; m < shares.length; m++) {
      double share = least > 0 ? Math.exp(-SHARPNESS * (losses[m] / least - 1)) : m == 0 ? 1 : 0;
      shares[m] = share < LEAST_SHARE ? 0 : share;
      sum += shares[m];
    }
    for (int m = 0; m < shares.length; m++) {
      shares[m] /= sum;
    }
    return shares;
  }

  private static double[] mean(List<double[]> centres, double[] shares) {
    double[] mean = new double[centres.get(0).length];
    for (int m = 0; m < shares.length; m++) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += shares[m] * centres.get(m)[i];
      }
    }
    return mean;
  }

  private static int leastOf(double[] losses) {
    int best = 0;
    for (int m = 1; m < losses.length; m++) {
      best = losses[m] < losses[best] ? m : best;
    }
    return best;
  }

  private String name(int m) {
    return m < entrants.size() ? entrants.get(m).name() : BOOSTER;
  }

  private BucketChoice choice(int bucket, String chosen, double[] losses, double meanLoss) {
    List<MethodLoss> table = new ArrayList<>();
    for (int m = 0; m < losses.length; m++) {
      table.add(new MethodLoss(name(m), rounded(losses[m])));
    }
    if (losses.length > 1) {
      table.add(new MethodLoss(MEAN, rounded(meanLoss)));
    }
    table.sort(Comparator.comparingDouble(MethodLoss::loss));
    return new BucketChoice(
        Horizons.fromMinutes(bucket), Horizons.untilMinutes(bucket), chosen, reason(chosen), table);
  }

  private String reason(String chosen) {
    if (chosen.equals(MEAN)) {
      return "no single method did better than the mean of the best in rehearsal";
    }
    return String.format(
        Locale.ROOT,
        entrants.size() == 1 ? "%s is the only method asked" : "%s lost least in rehearsal",
        chosen);
  }

  private static double rounded(double loss) {
    return Math.rint(loss * 1e6) / 1e6;
  }
}
