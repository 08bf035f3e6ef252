package dev.kickoff.model.lab.compare;

import dev.kickoff.model.forecast.accuracy.Interval;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a variant has more of a metric than the base, in the mean of the pairs.
 *
 * @param metric in whose unit it is
 * @param base mean of the base
 * @param variant mean of the variant
 * @param difference variant less base, with its interval
 * @param relative that over the base's mean, 0.1 being a tenth more; empty where the base may have
 *     none
 * @param confidence of the intervals
 */
public record PairedDifference(
    Metric metric,
    double base,
    double variant,
    Interval difference,
    Optional<Interval> relative,
    double confidence) {
  /** Of variant {@code variant} of a trial, at this confidence. */
  static PairedDifference of(Sample sample, Metric metric, double confidence) {
    double[] base = sample.trial().values(0, metric);
    double[] differences = sample.trial().differences(sample.variant(), metric);
    Resampling resampling = sample.resampling();
    boolean comparable = Arrays.stream(resampling.means(base)).allMatch(mean -> mean > 0);
    Optional<Interval> relative =
        comparable
            ? Optional.of(Spread.ofRatio(differences, base, resampling).interval(confidence))
            : Optional.empty();
    return new PairedDifference(
        metric,
        Arrays.stream(base).average().orElse(0),
        Arrays.stream(sample.trial().values(sample.variant(), metric)).average().orElse(0),
        Spread.ofMean(differences, resampling).interval(confidence),
        relative,
        confidence);
  }

  /** A variant of a trial, and how its pairs are drawn again. */
  record Sample(Trial trial, int variant, Resampling resampling) {
    /** How far an improvement in a metric might have come out otherwise. */
    Spread improvement(Metric metric, boolean increase) {
      double[] differences = trial.differences(variant, metric);
      if (!increase) {
        Arrays.setAll(differences, i -> -differences[i]);
      }
      return Spread.ofMean(differences, resampling);
    }
  }
}
