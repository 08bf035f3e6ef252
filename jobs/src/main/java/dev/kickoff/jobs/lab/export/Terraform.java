package dev.kickoff.jobs.lab.export;

import java.util.LinkedHashMap;
import java.util.Map;

/** A plan as Terraform's HCL, laid out as {@code terraform fmt} does. */
final class Terraform {
  private final StringBuilder text = new StringBuilder();

  private Terraform() {}

  static String of(AwsPlan plan) {
    Terraform terraform = new Terraform();
    terraform.text.append(plan.comments());
    for (AwsPolicy policy : plan.policies()) {
      terraform.policy(plan.group(), policy);
      terraform.alarm(plan.group(), policy);
    }
    return terraform.text.toString();
  }

  private static String name(AwsPolicy policy) {
    return policy.alarm().above() ? "scale_out" : "scale_in";
  }

  private void policy(String group, AwsPolicy policy) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("name", quoted(policy.name()));
    fields.put("autoscaling_group_name", quoted(group));
    fields.put("policy_type", quoted(policy.kind().word()));
    fields.put("adjustment_type", quoted(AwsPolicy.ADJUSTMENT));
    if (policy.isStep()) {
      fields.put("estimated_instance_warmup", String.valueOf(policy.waitSeconds()));
    } else {
      fields.put("scaling_adjustment", String.valueOf(policy.hosts()));
      fields.put("cooldown", String.valueOf(policy.waitSeconds()));
    }
    text.append("\nresource \"aws_autoscaling_policy\" \"%s\" {\n".formatted(name(policy)));
    fields("  ", fields);
    if (policy.isStep()) {
      Map<String, String> step = new LinkedHashMap<>();
      String bound = policy.alarm().above() ? "lower" : "upper";
      step.put("scaling_adjustment", String.valueOf(policy.hosts()));
      step.put("metric_interval_%s_bound".formatted(bound), "0");
      text.append("\n  step_adjustment {\n");
      fields("    ", step);
      text.append("  }\n");
    }
    text.append("}\n");
  }

  private void alarm(String group, AwsPolicy policy) {
    AwsAlarm alarm = policy.alarm();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("alarm_name", quoted(alarm.name()));
    fields.put("alarm_description", quoted(policy.words()));
    fields.put("namespace", quoted(AwsAlarm.NAMESPACE));
    fields.put("metric_name", quoted(AwsAlarm.METRIC));
    fields.put("statistic", quoted(AwsAlarm.STATISTIC));
    fields.put("period", String.valueOf(alarm.periodSeconds()));
    fields.put("evaluation_periods", String.valueOf(alarm.periods()));
    fields.put("datapoints_to_alarm", String.valueOf(alarm.needed()));
    fields.put("threshold", String.valueOf(alarm.thresholdNumber()));
    fields.put("comparison_operator", quoted(alarm.operator()));
    fields.put("treat_missing_data", quoted(alarm.missing()));
    fields.put("alarm_actions", "[aws_autoscaling_policy.%s.arn]".formatted(name(policy)));
    text.append("\nresource \"aws_cloudwatch_metric_alarm\" \"%s\" {\n".formatted(name(policy)));
    fields("  ", fields);
    text.append("\n  dimensions = {\n");
    fields("    ", Map.of(AwsAlarm.DIMENSION, quoted(group)));
    text.append("  }\n}\n");
  }

  /** One a line, their equals signs below each other. */
  private void fields(String indent, Map<String, String> fields) {
    int width = fields.keySet().stream().mapToInt(String::length).max().orElse(0);
    fields.forEach(
        (key, value) ->
            text.append(indent)
                .append(key)
                .append(" ".repeat(width - key.length()))
                .append(" = ")
                .append(value)
                .append('\n'));
  }

  private static String quoted(String value) {
    return '"'
        + value
            .replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("${", "$${")
            .replace("%{", "%%{")
        + '"';
  }
}
