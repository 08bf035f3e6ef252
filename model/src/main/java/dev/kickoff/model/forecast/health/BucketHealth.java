package dev.kickoff.model.forecast.health;

import java.util.Locale;
import java.util.Optional;

/**
 * How well the newest judged forecasts of one bucket held.
 *
 * @param judged how many steps were judged, at most {@link Judged#MOST}
 * @param minutes how many minutes of demand they are
 * @param covered50 the share of them at or below the median, 0..1
 * @param covered95 the share of them at or below p95, 0..1
 * @param bias by how much the medians together lay above demand, as a share of demand: 0.1 is a
 *     tenth too high, -0.1 a tenth too low; empty where there was no demand at all
 */
public record BucketHealth(
    HealthBucket bucket,
    int judged,
    long minutes,
    double covered50,
    double covered95,
    Optional<Double> bias) {
  /** With fewer judged steps than this there is no verdict. */
  public static final int LEAST_JUDGED = 100;

  /** The least share of steps that p95 must cover. */
  public static final double LEAST_COVERED = 0.8;

  /** The most that medians may lie above or below demand. */
  public static final double MOST_BIAS = 0.25;

  /** What is to be thought of the forecasts. */
  public enum Verdict {
    /** Too few steps were judged. */
    UNKNOWN,
    /** They hold what they promise. */
    OK,
    /** They cover too little, or lie too high or too low. */
    DEGRADED
  }

  /** The verdict. */
  public Verdict verdict() {
    if (judged < LEAST_JUDGED) {
      return Verdict.UNKNOWN;
    }
    return coversTooLittle() || isBiased() ? Verdict.DEGRADED : Verdict.OK;
  }

  private boolean coversTooLittle() {
    return covered95 < LEAST_COVERED;
  }

  private boolean isBiased() {
    return bias.map(b -> Math.abs(b) > MOST_BIAS).orElse(false);
  }

  /** One sentence for an operator. */
  public String inWords() {
    if (judged == 0) {
      return "nothing forecast " + bucket.words() + " ahead is judged yet";
    }
    String lately = "of the last " + minutes + " minutes at " + bucket.words();
    String cover = "p95 covered " + Math.round(100 * covered95) + " % " + lately;
    String lie =
        bias.map(
                b ->
                    String.format(
                        Locale.ROOT, ", medians lay %d %% %s", percent(b), b < 0 ? "low" : "high"))
            .orElse("");
    return verdict() == Verdict.UNKNOWN ? cover + lie + "; too few to judge" : cover + lie;
  }

  private static long percent(double bias) {
    return Math.round(100 * Math.abs(bias));
  }
}
