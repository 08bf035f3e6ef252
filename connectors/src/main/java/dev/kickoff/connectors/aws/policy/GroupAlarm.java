package dev.kickoff.connectors.aws.policy;

/**
 * A CloudWatch alarm.
 *
 * @param metric in words, such as {@code Average of AWS/EC2 CPUUtilization}
 * @param breach when a period breaches, such as {@code GreaterThanThreshold 15}
 * @param periodSeconds of which a statistic is judged
 * @param periods how many of the last ones are looked at
 * @param needed how many of these must breach
 * @param missing what a period without data counts as, the API's word
 */
public record GroupAlarm(
    String name,
    String metric,
    String breach,
    int periodSeconds,
    int periods,
    int needed,
    String missing) {
  /** What CloudWatch does about missing data where an alarm does not say. */
  public static final String MISSING = "missing";

  /** A metric in words. */
  public static String metric(String statistic, String namespace, String name) {
    return "%s of %s %s".formatted(statistic, namespace, name);
  }

  /** When a period breaches, in words. */
  public static String breach(String operator, double threshold) {
    return threshold == Math.rint(threshold)
        ? operator + " " + (long) threshold
        : operator + " " + threshold;
  }
}
