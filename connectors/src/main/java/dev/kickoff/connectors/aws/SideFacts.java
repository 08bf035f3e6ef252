package dev.kickoff.connectors.aws;

import java.time.Instant;
import java.util.Set;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.InstanceRefreshStatus;
import software.amazon.awssdk.services.autoscaling.model.LifecycleState;

/** What a description of a group does not tell and a call of its own does. */
final class SideFacts {
  private static final Set<InstanceRefreshStatus> UNDER_WAY =
      Set.of(
          InstanceRefreshStatus.PENDING,
          InstanceRefreshStatus.IN_PROGRESS,
          InstanceRefreshStatus.CANCELLING,
          InstanceRefreshStatus.ROLLBACK_IN_PROGRESS,
          InstanceRefreshStatus.BAKING);
  private static final Set<LifecycleState> WARM =
      Set.of(
          LifecycleState.WARMED_STOPPED,
          LifecycleState.WARMED_RUNNING,
          LifecycleState.WARMED_HIBERNATED);

  private final AwsCalls calls;
  private final SlowFacts<Boolean> refreshing;
  private final SlowFacts<Integer> warm;

  SideFacts(AwsCalls calls) {
    this.calls = calls;
    this.refreshing = new SlowFacts<>("instance refresh", false, this::readRefreshing);
    this.warm = new SlowFacts<>("warm pool", 0, this::countWarm);
  }

  /** Whether an instance refresh is under way. */
  boolean isRefreshing(AutoScalingGroup group, Instant now) {
    return refreshing.of(group.autoScalingGroupName(), now);
  }

  /** How many hosts wait, booted, in the group's warm pool; asked for only where it has one. */
  int warm(AutoScalingGroup group, Instant now) {
    return group.warmPoolConfiguration() == null ? 0 : warm.of(group.autoScalingGroupName(), now);
  }

  boolean readRefreshing(String group) {
    return calls
        .read(
            group,
            "DescribeInstanceRefreshes",
            client -> client.describeInstanceRefreshes(r -> r.autoScalingGroupName(group)))
        .instanceRefreshes()
        .stream()
        .anyMatch(refresh -> UNDER_WAY.contains(refresh.status()));
  }

  private int countWarm(String group) {
    return calls.read(
        group,
        "DescribeWarmPool",
        client ->
            (int)
                client.describeWarmPoolPaginator(r -> r.autoScalingGroupName(group)).stream()
                    .flatMap(page -> page.instances().stream())
                    .filter(host -> WARM.contains(host.lifecycleState()))
                    .count());
  }
}
