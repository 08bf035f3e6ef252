package dev.kickoff.jobs.lab.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan as a CloudFormation template, JSON or YAML; what AWS cannot express stands in its
 * metadata.
 */
final class CloudFormation {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final ObjectMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();

  private CloudFormation() {}

  static String json(AwsPlan plan) {
    return written(JSON, plan) + "\n";
  }

  static String yaml(AwsPlan plan) {
    return plan.comments() + written(YAML, plan);
  }

  private static String written(ObjectMapper mapper, AwsPlan plan) {
    try {
      return mapper.writeValueAsString(template(plan));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps and lists can be written", e);
    }
  }

  private static Map<String, Object> template(AwsPlan plan) {
    Map<String, Object> resources = new LinkedHashMap<>();
    for (AwsPolicy policy : plan.policies()) {
      resources.put(
          policy.id() + "Policy", resource("AWS::AutoScaling::ScalingPolicy", of(plan, policy)));
      resources.put(policy.id() + "Alarm", resource("AWS::CloudWatch::Alarm", alarm(plan, policy)));
    }
    Map<String, Object> template = new LinkedHashMap<>();
    template.put("AWSTemplateFormatVersion", "2010-09-09");
    template.put("Description", String.join(" ", plan.sentences()));
    template.put("Metadata", Map.of("Kickoff", Map.of("Notes", plan.remarks())));
    template.put("Resources", resources);
    return template;
  }

  private static Map<String, Object> resource(String type, Map<String, Object> properties) {
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("Type", type);
    resource.put("Properties", properties);
    return resource;
  }

  private static Map<String, Object> of(AwsPlan plan, AwsPolicy policy) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("AutoScalingGroupName", plan.group());
    properties.put("PolicyType", policy.kind().word());
    properties.put("AdjustmentType", AwsPolicy.ADJUSTMENT);
    if (policy.isStep()) {
      properties.put("EstimatedInstanceWarmup", policy.waitSeconds());
      properties.put(
          "StepAdjustments",
          List.of(
              Map.of(
                  policy.alarm().above() ? "MetricIntervalLowerBound" : "MetricIntervalUpperBound",
                  0,
                  "ScalingAdjustment",
                  policy.hosts())));
    } else {
      properties.put("ScalingAdjustment", policy.hosts());
      properties.put("Cooldown", String.valueOf(policy.waitSeconds()));
    }
    return properties;
  }

  private static Map<String, Object> alarm(AwsPlan plan, AwsPolicy policy) {
    AwsAlarm alarm = policy.alarm();
    Map<String, Object> dimension = new LinkedHashMap<>();
    dimension.put("Name", AwsAlarm.DIMENSION);
    dimension.put("Value", plan.group());
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("AlarmName", alarm.name());
    properties.put("AlarmDescription", policy.words());
    properties.put("Namespace", AwsAlarm.NAMESPACE);
    properties.put("MetricName", AwsAlarm.METRIC);
    properties.put("Dimensions", List.of(dimension));
    properties.put("Statistic", AwsAlarm.STATISTIC);
    properties.put("Period", alarm.periodSeconds());
    properties.put("EvaluationPeriods", alarm.periods());
    properties.put("DatapointsToAlarm", alarm.needed());
    properties.put("Threshold", alarm.thresholdNumber());
    properties.put("ComparisonOperator", alarm.operator());
    properties.put("TreatMissingData", alarm.missing());
    properties.put("AlarmActions", List.of(Map.of("Ref", policy.id() + "Policy")));
    return properties;
  }
}
