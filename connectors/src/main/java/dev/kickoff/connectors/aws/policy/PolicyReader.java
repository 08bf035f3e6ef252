package dev.kickoff.connectors.aws.policy;

import dev.kickoff.connectors.aws.AutoScalingClients;
import dev.kickoff.connectors.aws.CallFailure;
import dev.kickoff.model.fleet.FleetDoor;
import dev.kickoff.model.fleet.FleetException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.Alarm;
import software.amazon.awssdk.services.autoscaling.model.ScalingPolicy;
import software.amazon.awssdk.services.autoscaling.model.StepAdjustment;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClientBuilder;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/**
 * Reads the policies of a group, and the alarms of those that have a cooldown or steps.
 *
 * <p>The alarms of target tracking belong to EC2 Auto Scaling and are not asked for. Closing it
 * closes the clients it calls through.
 */
public final class PolicyReader implements AutoCloseable {
  private static final int AT_ONCE = 100; // names in one call
  private static final String TRACKING = "TargetTrackingScaling";

  private final AutoScalingClient groups;
  private final CloudWatchClient alarms;

  /** Reads through clients. */
  public PolicyReader(AutoScalingClient groups, CloudWatchClient alarms) {
    this.groups = groups;
    this.alarms = alarms;
  }

  /**
   * Reads behind a door.
   *
   * @throws FleetException MISCONFIGURED when no region is configured
   */
  public static PolicyReader of(FleetDoor door) {
    AutoScalingClient groups = AutoScalingClients.of(door, AutoScalingClients.CALL_TIMEOUT);
    Region region = groups.serviceClientConfiguration().region();
    CloudWatchClientBuilder alarms =
        CloudWatchClient.builder()
            .httpClientBuilder(
                UrlConnectionHttpClient.builder().socketTimeout(AutoScalingClients.CALL_TIMEOUT))
            .region(region)
            .credentialsProvider(AutoScalingClients.credentials(door));
    door.endpoint().ifPresent(alarms::endpointOverride);
    return new PolicyReader(groups, alarms.build());
  }

  /**
   * The policies of a group.
   *
   * @throws FleetException when AWS does not answer, or refuses
   */
  public GroupPolicies read(String group) {
    String region = groups.serviceClientConfiguration().region().id();
    List<GroupPolicy> policies = new ArrayList<>();
    try {
      groups
          .describePoliciesPaginator(request -> request.autoScalingGroupName(group))
          .scalingPolicies()
          .forEach(policy -> policies.add(of(policy)));
    } catch (SdkException e) {
      throw new CallFailure(group, "DescribePolicies", region).classify(e);
    }
    List<String> names =
        policies.stream()
            .filter(policy -> !policy.type().equals(TRACKING))
            .flatMap(policy -> policy.alarms().stream())
            .distinct()
            .toList();
    try {
      return new GroupPolicies(policies, alarms(names));
    } catch (SdkException e) {
      throw new CallFailure(group, "DescribeAlarms", region).classify(e);
    }
  }

  private List<GroupAlarm> alarms(List<String> names) {
    List<GroupAlarm> found = new ArrayList<>();
    for (int from = 0; from < names.size(); from += AT_ONCE) {
      List<String> some = names.subList(from, Math.min(names.size(), from + AT_ONCE));
      alarms
          .describeAlarmsPaginator(request -> request.alarmNames(some))
          .metricAlarms()
          .forEach(alarm -> found.add(of(alarm)));
    }
    return found;
  }

  private static GroupPolicy of(ScalingPolicy policy) {
    String type = policy.policyType() == null ? "SimpleScaling" : policy.policyType();
    Integer wait = policy.cooldown() == null ? policy.estimatedInstanceWarmup() : policy.cooldown();
    return new GroupPolicy(
        policy.autoScalingGroupName(),
        policy.policyName(),
        type,
        change(policy, type),
        wait == null ? OptionalInt.empty() : OptionalInt.of(wait),
        policy.alarms().stream().map(Alarm::alarmName).toList());
  }

  private static String change(ScalingPolicy policy, String type) {
    if (policy.targetTrackingConfiguration() != null) {
      return "target " + policy.targetTrackingConfiguration().targetValue();
    }
    List<Integer> amounts =
        policy.scalingAdjustment() == null
            ? policy.stepAdjustments().stream().map(StepAdjustment::scalingAdjustment).toList()
            : List.of(policy.scalingAdjustment());
    return policy.adjustmentType() == null
        ? type
        : GroupPolicy.words(policy.adjustmentType(), amounts);
  }

  private static GroupAlarm of(MetricAlarm alarm) {
    return new GroupAlarm(
        alarm.alarmName(),
        GroupAlarm.metric(alarm.statisticAsString(), alarm.namespace(), alarm.metricName()),
        GroupAlarm.breach(alarm.comparisonOperatorAsString(), number(alarm.threshold())),
        alarm.period() == null ? 0 : alarm.period(),
        alarm.evaluationPeriods(),
        alarm.datapointsToAlarm() == null ? alarm.evaluationPeriods() : alarm.datapointsToAlarm(),
        alarm.treatMissingData() == null ? GroupAlarm.MISSING : alarm.treatMissingData());
  }

  private static double number(@Nullable Double value) {
    return value == null ? 0 : value;
  }

  @Override
  public void close() {
    groups.close();
    alarms.close();
  }
}
