package dev.kickoff.jobs.lab.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.InputFile;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.aws.policy.GroupAlarm;
import dev.kickoff.connectors.aws.policy.GroupPolicies;
import dev.kickoff.connectors.aws.policy.GroupPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Reads what {@code aws autoscaling describe-policies} and {@code aws cloudwatch describe-alarms}
 * print as JSON.
 */
public final class PolicyFiles {
  private static final int MAX_BYTES = 1 << 24;
  private static final String POLICIES = "ScalingPolicies";
  private static final String ALARMS = "MetricAlarms";

  private final List<GroupPolicy> policies = new ArrayList<>();
  private final List<GroupAlarm> alarms = new ArrayList<>();
  private boolean hasPolicies;

  private PolicyFiles() {}

  /**
   * Reads files, each with policies, with alarms or with both.
   *
   * @param files at least one
   * @throws InputException when one is no such JSON, or none has policies
   */
  public static GroupPolicies read(List<Path> files) {
    PolicyFiles read = new PolicyFiles();
    files.forEach(read::add);
    if (!read.hasPolicies) {
      throw wrong(files.get(0), "holds no " + POLICIES);
    }
    return new GroupPolicies(read.policies, read.alarms);
  }

  private void add(Path file) {
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(InputFile.text(file, MAX_BYTES));
    } catch (JsonProcessingException e) {
      Place place = Place.of(file);
      Place at =
          e.getLocation() == null
              ? place
              : place.line(e.getLocation().getLineNr()).column(e.getLocation().getColumnNr());
      throw wrong(at, "is not JSON");
    }
    if (!root.path(POLICIES).isArray() && !root.path(ALARMS).isArray()) {
      throw wrong(file, "holds neither " + POLICIES + " nor " + ALARMS);
    }
    hasPolicies |= root.path(POLICIES).isArray();
    root.path(POLICIES).forEach(policy -> policies.add(policy(file, policy)));
    root.path(ALARMS).forEach(alarm -> alarms.add(alarm(file, alarm)));
  }

  private static GroupPolicy policy(Path file, JsonNode policy) {
    String type = policy.path("PolicyType").asText("SimpleScaling");
    List<String> called = new ArrayList<>();
    policy.path("Alarms").forEach(alarm -> called.add(alarm.path("AlarmName").asText()));
    JsonNode wait =
        policy.hasNonNull("Cooldown")
            ? policy.path("Cooldown")
            : policy.path("EstimatedInstanceWarmup");
    return new GroupPolicy(
        required(file, policy, "AutoScalingGroupName").asText(),
        required(file, policy, "PolicyName").asText(),
        type,
        change(policy, type),
        wait.isInt() ? OptionalInt.of(wait.asInt()) : OptionalInt.empty(),
        called);
  }

  private static String change(JsonNode policy, String type) {
    JsonNode target = policy.path("TargetTrackingConfiguration").path("TargetValue");
    if (target.isNumber()) {
      return "target " + target.asDouble();
    }
    List<Integer> amounts = new ArrayList<>();
    policy
        .path("StepAdjustments")
        .forEach(step -> amounts.add(step.path("ScalingAdjustment").asInt()));
    if (policy.path("ScalingAdjustment").isInt()) {
      amounts.add(policy.path("ScalingAdjustment").asInt());
    }
    return policy.hasNonNull("AdjustmentType")
        ? GroupPolicy.words(policy.path("AdjustmentType").asText(), amounts)
        : type;
  }

  private static GroupAlarm alarm(Path file, JsonNode alarm) {
    int periods = required(file, alarm, "EvaluationPeriods").asInt();
    return new GroupAlarm(
        required(file, alarm, "AlarmName").asText(),
        GroupAlarm.metric(
            alarm.path("Statistic").asText("?"),
            alarm.path("Namespace").asText("?"),
            alarm.path("MetricName").asText("?")),
        GroupAlarm.breach(
            required(file, alarm, "ComparisonOperator").asText(),
            alarm.path("Threshold").asDouble()),
        alarm.path("Period").asInt(),
        periods,
        alarm.path("DatapointsToAlarm").asInt(periods),
        alarm.path("TreatMissingData").asText(GroupAlarm.MISSING));
  }

  private static JsonNode required(Path file, JsonNode of, String key) {
    if (!of.hasNonNull(key)) {
      throw wrong(file, "has a policy or an alarm without " + key);
    }
    return of.path(key);
  }

  private static InputException wrong(Object place, String what) {
    return new InputException(
        new Problem(
            place instanceof Place known ? known : Place.of(place),
            ProblemKind.MALFORMED,
            what,
            "write it with aws autoscaling describe-policies, or aws cloudwatch describe-alarms,"
                + " and --output json"));
  }
}
