package dev.kickoff.model.lab.compare;

import java.util.List;

/**
 * What is claimed of every variant but the first, the base, and when it is believed.
 *
 * @param statement in words
 * @param metric by which it is judged
 * @param increase whether more of the metric is wanted; else less
 * @param smallest effect worth having
 * @param confidence that the verdicts have together, 0.5 up to, not with, 1
 * @param guards what must not get worse meanwhile; may be empty
 */
public record Hypothesis(
    String statement,
    Metric metric,
    boolean increase,
    Margin smallest,
    double confidence,
    List<Guard> guards) {
  /**
   * A metric that must not grow.
   *
   * @param margin by which it still may
   */
  public record Guard(Metric metric, Margin margin) {}

  public Hypothesis {
    guards = List.copyOf(guards);
    if (!(confidence >= 0.5 && confidence < 1)) {
      throw new IllegalArgumentException("a confidence of " + confidence + ", not 0.5 to 1");
    }
  }

  /** Where nobody wrote one: at least 5 % cheaper, with no more minutes above the knee. */
  public static Hypothesis standard() {
    return new Hypothesis(
        "It costs at least 5 % less, with at most one minute more above the knee.",
        Metric.COST,
        false,
        new Margin(5, true),
        0.95,
        List.of(new Guard(Metric.OVER_KNEE_MINUTES, new Margin(1, false))));
  }

  /** How far a difference in the metric is an improvement; negative where it got worse. */
  double improvement(double difference) {
    return increase ? difference : -difference;
  }
}
