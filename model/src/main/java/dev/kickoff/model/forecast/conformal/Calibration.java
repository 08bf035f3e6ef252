package dev.kickoff.model.forecast.conformal;

import dev.kickoff.model.forecast.event.Phase;
import dev.kickoff.model.forecast.rehearsal.Example;
import dev.kickoff.model.forecast.track.LocalClock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is known of the errors in one horizon bucket: their usual size, and the conformal offsets of
 * each phase, of the mean of a step and of its highest minute.
 */
public final class Calibration {
  private static final double[] UNTESTED = {0, 1, 1.5, 2.5};
  private static final int LEAST_SCORES = 40;
  private static final Set<Phase> ALL = EnumSet.allOf(Phase.class);
  private static final Set<Phase> PLANNED = EnumSet.complementOf(EnumSet.of(Phase.QUIET));

  private final Spread spread;
  private final Map<Phase, double[]> mean;
  private final Map<Phase, double[]> peak;

  private Calibration(Spread spread, Map<Phase, double[]> mean, Map<Phase, double[]> peak) {
    this.spread = spread;
    this.mean = mean;
    this.peak = peak;
  }

  /** The usual size of an error. */
  public Spread spread() {
    return spread;
  }

  /** For each quantile level, how many spreads it lies above the centre. */
  public double[] offsets(Phase phase, boolean ofPeak) {
    return (ofPeak ? peak : mean).getOrDefault(phase, UNTESTED);
  }

  /**
   * One calibration for each bucket.
   *
   * @param buckets the examples of each
   * @param centres what was forecast for each example, by what was learnt without it
   */
  public static List<Calibration> of(
      List<List<Example>> buckets, List<double[]> centres, LocalClock clock) {
    List<Errors> errors = new ArrayList<>();
    for (int b = 0; b < buckets.size(); b++) {
      errors.add(Errors.of(buckets.get(b), centres.get(b), clock));
    }
    double days = errors.stream().mapToDouble(Errors::days).max().orElse(1);
    boolean knowsPeaks = errors.stream().anyMatch(Errors::knowsPeaks);
    Pools means = new Pools(errors, false);
    Pools peaks = new Pools(errors, true);
    List<Calibration> calibrations = new ArrayList<>();
    for (Errors own : errors) {
      Map<Phase, double[]> mean = new EnumMap<>(Phase.class);
      Map<Phase, double[]> peak = new EnumMap<>(Phase.class);
      for (Phase phase : Phase.values()) {
        mean.put(phase, offsets(means.of(own, phase), days));
        peak.put(phase, knowsPeaks ? offsets(peaks.of(own, phase), days) : mean.get(phase));
      }
      calibrations.add(new Calibration(own.spread(), mean, peak));
    }
    return calibrations;
  }

  private static double[] offsets(Pool pool, double days) {
    return pool.size() >= LEAST_SCORES / 4 ? pool.offsets(days) : UNTESTED.clone();
  }

  /** The pools of all buckets together, each made when it is first asked for. */
  private static final class Pools {
    private final List<Errors> all;
    private final boolean peak;
    private final Map<Set<Phase>, Pool> together = new HashMap<>();

    Pools(List<Errors> all, boolean peak) {
      this.all = all;
      this.peak = peak;
    }

    /** The bucket's own; where it is small, wider and wider ones. */
    Pool of(Errors own, Phase phase) {
      Pool pool = own.pool(EnumSet.of(phase), peak);
      if (pool.size() < LEAST_SCORES && (phase == Phase.RAMP || phase == Phase.EVENT)) {
        pool = own.pool(EnumSet.of(Phase.RAMP, Phase.EVENT), peak);
      }
      if (pool.size() < LEAST_SCORES && phase != Phase.QUIET) {
        pool = together(PLANNED);
      }
      if (pool.size() < LEAST_SCORES) {
        pool = pool.with(own.scores(ALL, peak));
      }
      return pool.size() < LEAST_SCORES ? together(ALL) : pool;
    }

    private Pool together(Set<Phase> phases) {
      return together.computeIfAbsent(
          phases,
          of ->
              new Pool(
                  all.stream()
                      .map(each -> each.scores(of, peak))
                      .reduce(new Pool.Scores(new double[0], new double[0]), Pool.Scores::and)));
    }
  }
}
