package dev.kickoff.connectors.aws;

import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.fleet.Launch;
import dev.kickoff.model.fleet.ScaleReceipt;
import dev.kickoff.model.fleet.ScaleRequest;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.AutoScalingGroup;
import software.amazon.awssdk.services.autoscaling.model.Instance;
import software.amazon.awssdk.services.autoscaling.model.LifecycleState;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupResponse;

/**
 * EC2 Auto Scaling groups of one account and region.
 *
 * <p>A scale request sets the group's minimum size, its desired capacity only where asked, and then
 * reads the group back. Sizes are absolute: a call repeated is a call made once. Nothing else of
 * the group is ever changed. Safe for several threads; closing it closes the client it calls
 * through.
 */
public final class AutoScalingGroupFleet implements Fleet, AutoCloseable {
  private static final String DESCRIBE = "DescribeAutoScalingGroups";
  private static final String UPDATE = "UpdateAutoScalingGroup";

  private final AutoScalingClient client;
  private final InstantSource clock;

  /**
   * Groups as a client reaches them.
   *
   * @param client closed with the fleet
   * @param clock tells when a group was observed
   */
  public AutoScalingGroupFleet(AutoScalingClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  /**
   * The groups of the real service, with the credentials of the default provider chain.
   *
   * @param region such as {@code eu-west-3}; empty takes the default provider chain's
   * @throws FleetException MISCONFIGURED when no region is configured
   */
  public static AutoScalingGroupFleet real(Optional<String> region, InstantSource clock) {
    return new AutoScalingGroupFleet(
        AutoScalingClients.real(region, AutoScalingClients.CALL_TIMEOUT), clock);
  }

  /** The groups behind an endpoint that verifies no signature, such as the simulator. */
  public static AutoScalingGroupFleet simulated(URI endpoint, InstantSource clock) {
    return new AutoScalingGroupFleet(
        AutoScalingClients.simulated(endpoint, AutoScalingClients.CALL_TIMEOUT), clock);
  }

  @Override
  public void close() {
    client.close();
  }

  @Override
  public FleetState describe(String group) {
    List<AutoScalingGroup> found =
        call(
            group,
            DESCRIBE,
            () ->
                client
                    .describeAutoScalingGroups(r -> r.autoScalingGroupNames(group))
                    .autoScalingGroups());
    Instant observedAt = clock.instant();
    return found.stream()
        .filter(g -> g.autoScalingGroupName().equals(group))
        .findFirst()
        .map(g -> state(g, observedAt))
        .orElseThrow(() -> CallFailure.noSuchGroup(group, region()));
  }

  @Override
  public ScaleReceipt scale(ScaleRequest request) {
    String group = request.group();
    UpdateAutoScalingGroupRequest.Builder update =
        UpdateAutoScalingGroupRequest.builder().autoScalingGroupName(group).minSize(request.min());
    request.desired().ifPresent(update::desiredCapacity);
    UpdateAutoScalingGroupResponse response =
        call(group, UPDATE, () -> client.updateAutoScalingGroup(update.build()));
    FleetState readBack = describe(group);
    if (readBack.size().min() != request.min()) {
      throw new FleetException(
          FleetException.Kind.TRANSIENT,
          ("group '%s' in %s: %s set min %d and was accepted, but it reads back as %d;"
                  + " something else changes it")
              .formatted(group, region(), UPDATE, request.min(), readBack.size().min()));
    }
    return new ScaleReceipt(response.responseMetadata().requestId(), readBack);
  }

  @Override
  public List<Launch> launchesSince(String group, java.time.Instant since) {
    throw new UnsupportedOperationException("follows in this branch");
  }

  @Override
  public void mark(String group, Map<String, String> tags) {
    throw new UnsupportedOperationException("follows in this branch");
  }

  @Override
  public Optional<FleetSchedule> schedule() {
    return Optional.empty();
  }

  private <T> T call(String group, String name, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw new CallFailure(group, name, region()).classify(e);
    }
  }

  private String region() {
    return client.serviceClientConfiguration().region().id();
  }

  private static FleetState state(AutoScalingGroup group, Instant observedAt) {
    Map<String, Integer> byZone = new HashMap<>();
    int inService = 0;
    int pending = 0;
    for (Instance host : group.instances()) {
      LifecycleState stage = host.lifecycleState();
      if (stage == LifecycleState.IN_SERVICE) {
        inService++;
        byZone.merge(host.availabilityZone(), 1, Integer::sum);
      } else if (isLaunching(stage)) {
        pending++;
      }
    }
    GroupSize size = new GroupSize(group.minSize(), group.maxSize(), group.desiredCapacity());
    return new FleetState(
        group.autoScalingGroupName(), observedAt, size, inService, pending, byZone);
  }

  private static boolean isLaunching(LifecycleState stage) {
    return switch (stage) {
      case PENDING, PENDING_WAIT, PENDING_PROCEED -> true;
      default -> false;
    };
  }
}
