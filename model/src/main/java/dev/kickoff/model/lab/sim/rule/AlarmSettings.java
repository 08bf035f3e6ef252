package dev.kickoff.model.lab.sim.rule;

import java.time.Duration;

/**
 * How a metric becomes an alarm.
 *
 * @param kind how samples are judged
 * @param length of a period, of the rolling window, or of the run of samples; above zero
 * @param periods how many of the last periods are looked at, 1 or more; for PERIODS only
 * @param needed how many of these must breach, 1 up to {@code periods}
 * @param missing what a period without data counts as
 */
public record AlarmSettings(Kind kind, Duration length, int periods, int needed, Missing missing) {
  /** How samples are judged. */
  public enum Kind {
    /**
     * The mean of fixed periods, judged when one ends, as <a
     * href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/AlarmThatSendsEmail.html">CloudWatch</a>
     * does.
     */
    PERIODS,
    /** The mean of the last length, judged at each sample. */
    ROLLING,
    /** Each sample of the last length. */
    CONSECUTIVE,
    /** As CONSECUTIVE, and one sample more: until the length has passed. */
    ELAPSED
  }

  /** What a period without data counts as; the words are CloudWatch's. */
  public enum Missing {
    /** As if the period were not there: the ones before it are looked at. */
    IGNORE,
    BREACHING,
    NOT_BREACHING
  }

  public AlarmSettings {
    if (length.isZero() || length.isNegative() || needed < 1 || periods < needed) {
      throw new IllegalArgumentException(
          "an alarm on %d of %d periods of %s".formatted(needed, periods, length));
    }
  }

  /** An alarm on one period, window or run. */
  public static AlarmSettings of(Kind kind, Duration length) {
    return new AlarmSettings(kind, length, 1, 1, Missing.NOT_BREACHING);
  }
}
