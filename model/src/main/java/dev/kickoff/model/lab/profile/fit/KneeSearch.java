package dev.kickoff.model.lab.profile.fit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds where latency begins to climb: every {@link HingeShape} with its knee everywhere, each
 * believed by its likelihood less the price of its coefficients (Schwarz's criterion), and from all
 * of them the mean and the middle 95 % (Hoeting et al., "Bayesian Model Averaging", 1999).
 *
 * <p>A bend is a knee where a line without one is far less likely, and where at the highest load
 * latency is well above that line. Likelihoods are tempered where rows are few, or where what is
 * left over of one row is like what is left of its neighbour.
 */
public final class KneeSearch {
  private static final int LEAST_ROWS = 8;
  private static final int LEAST_BESIDE = 3;
  private static final double BESIDE_SHARE = 0.03;
  private static final int COARSE = 32;
  private static final int FINE = 4;
  private static final double UNLIKELY = 12;
  private static final double SURPRISE = 16;
  private static final double SPENT = 6;
  private static final double CLIMB = 0.25;
  private static final double REACH = 2;
  private static final double TAIL = 0.025;

  private final HingeData data;
  private final double low;
  private final double high;

  /**
   * A bend that was found.
   *
   * @param x where it is; from {@code low} to {@code high} with 95 % confidence
   * @param value fitted there
   * @param climb at the highest {@code x}, the value over what the line before the bend says
   */
  public record Bend(double x, double low, double high, double value, double climb) {}

  private record Candidate(HingeShape shape, double knee, HingeFit fit, double criterion) {}

  private KneeSearch(HingeData data) {
    this.data = data;
    int beside = Math.max(LEAST_BESIDE, (int) Math.ceil(BESIDE_SHARE * data.size()));
    this.low = data.x()[Math.min(data.size() - 1, beside - 1)];
    this.high = data.x()[Math.max(0, data.size() - beside)];
  }

  /** Whether so many rows can tell of a bend at all. */
  public static boolean isEnough(int rows) {
    return rows >= LEAST_ROWS;
  }

  /**
   * The bend of {@code y} over {@code x}; empty where there is none.
   *
   * @param x in percent of processor
   * @param y above 0
   */
  public static Optional<Bend> find(double[] x, double[] y) {
    KneeSearch search = new KneeSearch(HingeData.of(x, y));
    return isEnough(x.length) && search.high > search.low ? search.bend() : Optional.empty();
  }

  private Optional<Bend> bend() {
    Optional<Candidate> line = likeliest(lines());
    List<Candidate> bent = new ArrayList<>();
    double step = (high - low) / COARSE;
    for (HingeShape shape : HingeShape.values()) {
      for (int i = 0; shape.hasKnee() && i <= COARSE; i++) {
        candidate(shape, low + step * i).ifPresent(bent::add);
      }
    }
    Optional<Candidate> best = likeliest(bent);
    if (best.isEmpty() || line.isEmpty()) {
      return Optional.empty();
    }
    double inflation = Autocorrelation.inflation(best.get().fit().residuals());
    double temper = inflation * data.size() / Math.max(1, data.size() - SPENT);
    double surprise = line.get().criterion() - best.get().criterion();
    return surprise >= SURPRISE * temper && isSteep(best.get())
        ? Optional.of(averaged(finer(bent, best.get().criterion() + UNLIKELY * temper), temper))
        : Optional.empty();
  }

  private List<Candidate> lines() {
    return List.of(HingeShape.LINE, HingeShape.LINE_RELATIVE, HingeShape.LINE_LOG).stream()
        .map(shape -> candidate(shape, high))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Candidate> likeliest(List<Candidate> candidates) {
    return candidates.stream().min(Comparator.comparingDouble(Candidate::criterion));
  }

  private Optional<Candidate> candidate(HingeShape shape, double knee) {
    HingeFit fit = HingeFit.of(shape, knee, data);
    int parameters = shape.terms() + (shape.hasKnee() ? 2 : 1);
    double criterion = -2 * fit.likelihood() + parameters * Math.log(data.size());
    return fit.isUsable()
        ? Optional.of(new Candidate(shape, knee, fit, criterion))
        : Optional.empty();
  }

  private boolean isSteep(Candidate bent) {
    HingeFit fit = bent.fit();
    double top = data.x()[data.size() - 1];
    double rise = fit.valueAt(top) - Math.max(0, fit.lineAt(top));
    return rise > CLIMB * Math.max(fit.valueAt(bent.knee()), CLIMB * data.middle());
  }

  /** The places around those that are likely enough, more closely. */
  private List<Candidate> finer(List<Candidate> coarse, double worst) {
    List<Candidate> finer = new ArrayList<>();
    double step = (high - low) / COARSE / FINE;
    for (Candidate near : coarse) {
      if (near.criterion() <= worst) {
        for (int i = -FINE / 2; i < FINE / 2; i++) {
          double knee = near.knee() + step * (i + 0.5);
          if (knee > low && knee < high) {
            candidate(near.shape(), knee).ifPresent(finer::add);
          }
        }
      }
    }
    return finer;
  }

  private Bend averaged(List<Candidate> candidates, double temper) {
    Candidate best = likeliest(candidates).orElseThrow();
    TreeMap<Double, Double> belief = new TreeMap<>();
    double total = 0;
    for (Candidate one : candidates) {
      double weight = Math.exp((best.criterion() - one.criterion()) / 2 / temper);
      belief.merge(one.knee(), weight, Double::sum);
      total += weight;
    }
    double mean = 0;
    for (Map.Entry<Double, Double> entry : belief.entrySet()) {
      mean += entry.getKey() * entry.getValue() / total;
    }
    double half = (high - low) / COARSE / FINE / 2;
    double reach = REACH * best.fit().kneeError().orElse(0) * Math.sqrt(temper);
    double from = Math.min(mean - reach, reached(belief, TAIL * total) - half);
    double to = Math.max(mean + reach, reached(belief, (1 - TAIL) * total) + half);
    double lowest = data.x()[0];
    double top = data.x()[data.size() - 1];
    double without = Math.max(data.middle() * CLIMB, best.fit().lineAt(top));
    double climb = Math.max(1, best.fit().valueAt(top) / without);
    return new Bend(
        mean, Math.max(lowest, from), Math.min(top, to), best.fit().valueAt(mean), climb);
  }

  private static double reached(TreeMap<Double, Double> belief, double share) {
    double sum = 0;
    for (Map.Entry<Double, Double> entry : belief.entrySet()) {
      sum += entry.getValue();
      if (sum >= share) {
        return entry.getKey();
      }
    }
    return belief.lastKey();
  }
}
