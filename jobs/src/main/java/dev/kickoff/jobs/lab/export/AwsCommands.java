package dev.kickoff.jobs.lab.export;

import java.util.ArrayList;
import java.util.List;

/** A plan as a shell script of {@code aws} commands; it may be run again. */
final class AwsCommands {
  private AwsCommands() {}

  static String of(AwsPlan plan) {
    StringBuilder text = new StringBuilder("#!/bin/sh\n").append(plan.comments());
    text.append("set -eu\n");
    for (AwsPolicy policy : plan.policies()) {
      text.append("\npolicy=$(").append(lines(policy(plan.group(), policy))).append(")\n");
      text.append(lines(alarm(plan.group(), policy))).append('\n');
    }
    return text.toString();
  }

  private static List<String> policy(String group, AwsPolicy policy) {
    List<String> words = new ArrayList<>();
    words.add("aws autoscaling put-scaling-policy");
    words.add("--auto-scaling-group-name " + quoted(group));
    words.add("--policy-name " + quoted(policy.name()));
    words.add("--policy-type " + policy.kind().word());
    words.add("--adjustment-type " + AwsPolicy.ADJUSTMENT);
    if (policy.isStep()) {
      words.add("--estimated-instance-warmup " + policy.waitSeconds());
      words.add(
          "--step-adjustments MetricInterval%sBound=0,ScalingAdjustment=%d"
              .formatted(policy.alarm().above() ? "Lower" : "Upper", policy.hosts()));
    } else {
      words.add("--scaling-adjustment=" + policy.hosts());
      words.add("--cooldown " + policy.waitSeconds());
    }
    words.add("--query PolicyARN --output text");
    return words;
  }

  private static List<String> alarm(String group, AwsPolicy policy) {
    AwsAlarm alarm = policy.alarm();
    return List.of(
        "aws cloudwatch put-metric-alarm",
        "--alarm-name " + quoted(alarm.name()),
        "--alarm-description " + quoted(policy.words()),
        "--namespace " + AwsAlarm.NAMESPACE,
        "--metric-name " + AwsAlarm.METRIC,
        "--dimensions " + quoted(dimension(group)),
        "--statistic " + AwsAlarm.STATISTIC,
        "--period " + alarm.periodSeconds(),
        "--evaluation-periods " + alarm.periods(),
        "--datapoints-to-alarm " + alarm.needed(),
        "--threshold " + alarm.thresholdNumber(),
        "--comparison-operator " + alarm.operator(),
        "--treat-missing-data " + alarm.missing(),
        "--alarm-actions \"$policy\"");
  }

  /** As JSON: the short form would split a name at a comma. */
  private static String dimension(String group) {
    return "[{\"Name\":\"%s\",\"Value\":\"%s\"}]"
        .formatted(AwsAlarm.DIMENSION, group.replace("\\", "\\\\").replace("\"", "\\\""));
  }

  private static String lines(List<String> words) {
    return String.join(" \\\n  ", words);
  }

  private static String quoted(String value) {
    return "'" + value.replace("'", "'\\''") + "'";
  }
}
