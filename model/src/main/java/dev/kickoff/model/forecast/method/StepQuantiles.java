package dev.kickoff.model.forecast.method;

import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.Quantiles;
import dev.kickoff.model.forecast.conformal.Calibration;
import dev.kickoff.model.forecast.contest.Blend;
import dev.kickoff.model.forecast.event.Phase;
import dev.kickoff.model.forecast.rehearsal.Example;
import dev.kickoff.model.forecast.track.LogScale;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The quantiles of steps ahead, one after the other.
 *
 * <p>{@code centre + spread . offset} in logs, for each of the four offsets of the target's phase.
 * The booster is asked once a quarter of an hour: its answers hardly differ within.
 */
final class StepQuantiles {
  private static final long ASKED_EVERY_MILLIS = Duration.ofMinutes(15).toMillis();

  private final Buckets buckets;
  private final long stepMillis;
  private final boolean hasPeak;
  private double correction;
  private int correctedBucket = -1;
  private @Nullable Phase correctedPhase;
  private long correctedUntil;

  /**
   * What was learnt of each horizon bucket.
   *
   * @param highestLog no quantile lies above this
   */
  record Buckets(
      List<Blend> blends, List<Calibration> calibrations, LogScale scale, double highestLog) {

    /** For each bucket, which of the shapes it reads. */
    boolean[][] looked(int shapes) {
      boolean[][] looked = new boolean[blends.size()][shapes];
      for (int b = 0; b < looked.length; b++) {
        for (int s = 0; s < shapes; s++) {
          looked[b][s] = blends.get(b).uses(s);
        }
      }
      return looked;
    }
  }

  /**
   * @param hasPeak whether a step's highest minute differs from its mean
   */
  StepQuantiles(Buckets buckets, long stepMillis, boolean hasPeak) {
    this.buckets = buckets;
    this.stepMillis = stepMillis;
    this.hasPeak = hasPeak;
  }

  /** The next step, which is {@code target} and lies in a bucket. */
  ForecastStep next(int bucket, Example target) {
    Calibration calibration = buckets.calibrations().get(bucket);
    double centre = buckets.blends().get(bucket).centre(target, correction(bucket, target));
    double spread = calibration.spread().at(target.level(), target.atMillis(), target.inEvent());
    Quantiles mean = quantiles(centre, spread, calibration.offsets(target.phase(), false));
    long from = target.atMillis() - stepMillis / 2;
    return new ForecastStep(
        Instant.ofEpochMilli(from),
        Instant.ofEpochMilli(from + stepMillis),
        mean,
        hasPeak
            ? above(mean, quantiles(centre, spread, calibration.offsets(target.phase(), true)))
            : mean);
  }

  private double correction(int bucket, Example target) {
    if (bucket != correctedBucket
        || target.phase() != correctedPhase
        || target.atMillis() >= correctedUntil) {
      correction = buckets.blends().get(bucket).correction(target);
      correctedBucket = bucket;
      correctedPhase = target.phase();
      correctedUntil = target.atMillis() + ASKED_EVERY_MILLIS;
    }
    return correction;
  }

  private Quantiles quantiles(double centre, double spread, double[] offsets) {
    double[] values = new double[offsets.length];
    for (int i = 0; i < offsets.length; i++) {
      double log = Math.max(0, Math.min(buckets.highestLog(), centre + spread * offsets[i]));
      values[i] = buckets.scale().toDemand(log);
      values[i] = i > 0 ? Math.max(values[i], values[i - 1]) : values[i];
    }
    return new Quantiles(values[0], values[1], values[2], values[3]);
  }

  /** The highest minute is never below the mean. */
  private static Quantiles above(Quantiles mean, Quantiles peak) {
    return new Quantiles(
        Math.max(mean.p50(), peak.p50()),
        Math.max(mean.p90(), peak.p90()),
        Math.max(mean.p95(), peak.p95()),
        Math.max(mean.p99(), peak.p99()));
  }
}
