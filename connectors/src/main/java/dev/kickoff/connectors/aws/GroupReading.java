package dev.kickoff.connectors.aws;

import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupCondition;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.fleet.HostMix;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.DescribeAutoScalingGroupsResponse;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.autoscaling.model.InstanceRefreshStatus;
import software.amazon.awssdk.services.autoscaling.model.LaunchTemplateOverrides;
import software.amazon.awssdk.services.autoscaling.model.LifecycleState;

/**
 * Reads groups: sizes, hosts and condition.
 *
 * <p>In a group whose types have weights all sizes are in units of weight, so its hosts are counted
 * by weight too.
 */
final class GroupReading {
  private static final String DESCRIBE = "DescribeAutoScalingGroups";
  private static final Set<InstanceRefreshStatus> UNDER_WAY =
      Set.of(
          InstanceRefreshStatus.PENDING,
          InstanceRefreshStatus.IN_PROGRESS,
          InstanceRefreshStatus.CANCELLING,
          InstanceRefreshStatus.ROLLBACK_IN_PROGRESS,
          InstanceRefreshStatus.BAKING);

  /** An answer that took longer, by our clock, says too little about the owner's. */
  private static final Duration PROMPT = Duration.ofSeconds(2);

  private final AwsCalls calls;
  private final InstantSource clock;
  private final SlowFacts<Boolean> refreshing;
  private final SlowFacts<Integer> warm;

  GroupReading(AwsCalls calls, InstantSource clock) {
    this.calls = calls;
    this.clock = clock;
    this.refreshing = new SlowFacts<>("instance refresh", false, this::isRefreshing);
    this.warm = new SlowFacts<>("warm pool", 0, this::countWarm);
  }

  private record Read(AutoScalingGroup group, Optional<Instant> ownersTime) {}

  FleetState state(String name) {
    Read read = read(name);
    Instant observedAt = clock.instant();
    AutoScalingGroup group = read.group();
    Map<String, Integer> byZone = new HashMap<>();
    int inService = 0;
    int pending = 0;
    for (Instance host : group.instances()) {
      LifecycleState stage = host.lifecycleState();
      if (stage == LifecycleState.IN_SERVICE) {
        inService += weight(host.weightedCapacity());
        byZone.merge(host.availabilityZone(), weight(host.weightedCapacity()), Integer::sum);
      } else if (isLaunching(stage)) {
        pending += weight(host.weightedCapacity());
      }
    }
    GroupSize size = new GroupSize(group.minSize(), group.maxSize(), group.desiredCapacity());
    return new FleetState(name, observedAt, size, inService, pending, byZone)
        .with(condition(read, observedAt));
  }

  private GroupCondition condition(Read read, Instant now) {
    AutoScalingGroup group = read.group();
    String name = group.autoScalingGroupName();
    Set<String> suspended = new TreeSet<>();
    group.suspendedProcesses().forEach(process -> suspended.add(process.processName()));
    Map<String, String> tags = new TreeMap<>();
    group.tags().stream()
        .filter(tag -> tag.key().startsWith("kickoff"))
        .forEach(tag -> tags.put(tag.key(), String.valueOf(tag.value())));
    int waiting = group.warmPoolConfiguration() == null ? 0 : warm.of(name, now);
    return new GroupCondition(
        read.ownersTime(), new TreeSet<>(suspended), refreshing.of(name, now), waiting, tags);
  }

  /** The instance types of a group with what one of each counts for. */
  HostMix mix(String name) {
    AutoScalingGroup group = read(name).group();
    Map<String, Integer> weights = new TreeMap<>();
    if (group.mixedInstancesPolicy() != null) {
      for (LaunchTemplateOverrides type :
          group.mixedInstancesPolicy().launchTemplate().overrides()) {
        if (type.instanceType() != null) {
          weights.put(type.instanceType(), weight(type.weightedCapacity()));
        }
      }
    }
    return new HostMix(weights);
  }

  /** The types of the hosts that a group has now, by instance id. */
  Map<String, String> typesOfHosts(String name) {
    Map<String, String> types = new HashMap<>();
    for (Instance host : read(name).group().instances()) {
      if (host.instanceType() != null) {
        types.put(host.instanceId(), host.instanceType());
      }
    }
    return types;
  }

  private Read read(String name) {
    java.time.Instant askedAt = clock.instant();
    DescribeAutoScalingGroupsResponse answer =
        calls.read(
            name,
            DESCRIBE,
            client -> client.describeAutoScalingGroups(r -> r.autoScalingGroupNames(name)));
    AutoScalingGroup group =
        answer.autoScalingGroups().stream()
            .filter(g -> g.autoScalingGroupName().equals(name))
            .findFirst()
            .orElseThrow(() -> calls.noSuchGroup(name));
    boolean prompt = Duration.between(askedAt, clock.instant()).compareTo(PROMPT) <= 0;
    return new Read(group, prompt ? ownersTime(answer) : Optional.empty());
  }

  private static Optional<Instant> ownersTime(SdkResponse answer) {
    return answer.sdkHttpResponse().firstMatchingHeader("Date").flatMap(GroupReading::parsed);
  }

  private static Optional<Instant> parsed(String date) {
    try {
      return Optional.of(
          ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty(); // an owner whose date cannot be read has not told the time
    }
  }

  private boolean isRefreshing(String group) {
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
    List<Instance> hosts =
        calls.read(
            group,
            "DescribeWarmPool",
            client ->
                client.describeWarmPoolPaginator(r -> r.autoScalingGroupName(group)).stream()
                    .flatMap(page -> page.instances().stream())
                    .toList());
    return (int)
        hosts.stream()
            .filter(
                host ->
                    switch (host.lifecycleState()) {
                      case WARMED_STOPPED, WARMED_RUNNING, WARMED_HIBERNATED -> true;
                      default -> false;
                    })
            .count();
  }

  private static int weight(String weightedCapacity) {
    return weightedCapacity == null ? 1 : Integer.parseInt(weightedCapacity);
  }

  private static boolean isLaunching(LifecycleState stage) {
    return switch (stage) {
      case PENDING, PENDING_WAIT, PENDING_PROCEED -> true;
      default -> false;
    };
  }
}
