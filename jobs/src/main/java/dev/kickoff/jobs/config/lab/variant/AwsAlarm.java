package dev.kickoff.jobs.config.lab.variant;

import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.model.lab.sim.rule.AlarmSettings;
import dev.kickoff.model.lab.sim.rule.AlarmSettings.Kind;
import dev.kickoff.model.lab.sim.rule.AlarmSettings.Missing;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * An alarm of CloudWatch on the processor share.
 *
 * @param above whether it rings above the threshold; else below it
 * @param threshold in percent
 */
record AwsAlarm(boolean above, double threshold, AlarmSettings settings) {
  private static final NumberRange SECONDS =
      new NumberRange(10, 86_400, "whole seconds from 10 to 86400");
  private static final NumberRange COUNT = new NumberRange(1, 1_440, "a whole number from 1");
  private static final NumberRange SHARE = new NumberRange(0, 100, "percent from 0 to 100");
  private static final List<String> OPERATORS =
      List.of(
          "GreaterThanThreshold",
          "GreaterThanOrEqualToThreshold",
          "LessThanThreshold",
          "LessThanOrEqualToThreshold");

  /** The alarm that a resource describes; empty where something of it was refused. */
  static Optional<AwsAlarm> of(AwsResource alarm) {
    refuse(alarm);
    for (String key :
        List.of("Threshold", "Period", "EvaluationPeriods", "ComparisonOperator", "MetricName")) {
      alarm.properties().require(alarm.key(key), "as the alarm has it");
    }
    Optional<String> operator =
        alarm.properties().choice(alarm.key("ComparisonOperator"), OPERATORS);
    OptionalDouble threshold = alarm.number("Threshold", SHARE);
    OptionalInt seconds = alarm.integer("Period", SECONDS);
    OptionalInt periods = alarm.integer("EvaluationPeriods", COUNT);
    int needed = alarm.integer("DatapointsToAlarm", COUNT).orElse(periods.orElse(1));
    Missing missing = missing(alarm);
    alarm.ignore(
        "AlarmName",
        "AlarmDescription",
        "AlarmActions",
        "OKActions",
        "InsufficientDataActions",
        "Dimensions",
        "Tags",
        "Unit");
    if (operator.isEmpty() || threshold.isEmpty() || seconds.isEmpty() || periods.isEmpty()) {
      return Optional.empty();
    }
    if (needed > periods.getAsInt()) {
      alarm
          .properties()
          .refuse(
              alarm.key("DatapointsToAlarm"),
              " is more than " + alarm.key("EvaluationPeriods"),
              "write at most " + periods.getAsInt());
      return Optional.empty();
    }
    Duration length = Duration.ofSeconds(seconds.getAsInt());
    return Optional.of(
        new AwsAlarm(
            operator.get().startsWith("Greater"),
            threshold.getAsDouble(),
            new AlarmSettings(Kind.PERIODS, length, periods.getAsInt(), needed, missing)));
  }

  private static void refuse(AwsResource alarm) {
    alarm.expect("MetricName", "CPUUtilization");
    alarm.expect("Namespace", "AWS/EC2");
    alarm.expect("Statistic", "Average");
    alarm.expect("ActionsEnabled", "true");
    String remedy = "alarm on the mean of CPUUtilization";
    alarm.refuseWherePresent("ExtendedStatistic", remedy);
    alarm.refuseWherePresent("Metrics", remedy);
    alarm.refuseWherePresent("MetricQuery", remedy);
    alarm.refuseWherePresent("ThresholdMetricId", remedy);
    alarm.refuseWherePresent("EvaluateLowSampleCountPercentile", remedy);
  }

  private static Missing missing(AwsResource alarm) {
    List<String> choices = List.of("missing", "ignore", "breaching", "notBreaching");
    Optional<String> text = alarm.properties().choice(alarm.key("TreatMissingData"), choices);
    return switch (text.orElse("missing")) {
      case "breaching" -> Missing.BREACHING;
      case "notBreaching" -> Missing.NOT_BREACHING;
      default -> Missing.IGNORE;
    };
  }
}
