package dev.kickoff.jobs.lab.export;

/**
 * A CloudWatch alarm on the mean processor share of a group.
 *
 * @param name of the alarm
 * @param above whether it rings above the threshold; else below it
 * @param threshold in percent
 * @param periodSeconds of which a mean is judged
 * @param periods how many of the last ones are looked at
 * @param needed how many of these must breach
 * @param missing what a period without data counts as: {@code ignore}, {@code breaching} or {@code
 *     notBreaching}
 */
record AwsAlarm(
    String name,
    boolean above,
    double threshold,
    int periodSeconds,
    int periods,
    int needed,
    String missing) {
  static final String NAMESPACE = "AWS/EC2";
  static final String METRIC = "CPUUtilization";
  static final String STATISTIC = "Average";
  static final String DIMENSION = "AutoScalingGroupName";

  String operator() {
    return above ? "GreaterThanThreshold" : "LessThanThreshold";
  }

  /** The threshold without a fraction where it has none. */
  Number thresholdNumber() {
    return Numbers.plain(threshold);
  }
}
