package dev.kickoff.connectors.aws;

import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.FleetDoor;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.autoscaling.AutoScalingClient;
import software.amazon.awssdk.services.autoscaling.model.Tag;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupRequest;
import software.amazon.awssdk.services.autoscaling.model.UpdateAutoScalingGroupResponse;

/**
 * EC2 Auto Scaling groups of one account and region.
 *
 * <p>A scale request sets the group's minimum size, its desired capacity and maximum size only
 * where asked, and then reads the group back. Sizes are absolute: a call repeated is a call made
 * once. Nothing else of the group is ever changed but tags, scheduled actions and whether those are
 * carried out. Safe for several threads; closing it closes the client it calls through.
 */
public final class AutoScalingGroupFleet implements Fleet, AutoCloseable {
  private static final String UPDATE = "UpdateAutoScalingGroup";

  private final AwsCalls calls;
  private final GroupReading groups;
  private final LaunchHistory launches;
  private final ScheduledActions schedule;

  /**
   * Groups as a client reaches them.
   *
   * @param client closed with the fleet
   * @param clock tells when a group was observed
   */
  public AutoScalingGroupFleet(AutoScalingClient client, InstantSource clock) {
    this(client, CallBudget.usual(), clock);
  }

  /**
   * Groups as a client reaches them, with a budget that others may share.
   *
   * @param client closed with the fleet
   * @param clock tells when a group was observed
   */
  public AutoScalingGroupFleet(AutoScalingClient client, CallBudget budget, InstantSource clock) {
    this.calls = new AwsCalls(client, budget);
    this.groups = new GroupReading(calls, clock);
    this.launches = new LaunchHistory(calls, groups);
    this.schedule = new ScheduledActions(calls);
  }

  /**
   * The groups of the real service, with the credentials of the default provider chain.
   *
   * @param region such as {@code eu-west-3}; empty takes the default provider chain's
   * @throws FleetException MISCONFIGURED when no region is configured
   */
  public static AutoScalingGroupFleet real(Optional<String> region, InstantSource clock) {
    return new AutoScalingGroupFleet(
        AutoScalingClients.of(FleetDoor.of(region), AutoScalingClients.CALL_TIMEOUT), clock);
  }

  /** The groups behind an endpoint that verifies no signature, such as the simulator. */
  public static AutoScalingGroupFleet simulated(URI endpoint, InstantSource clock) {
    return new AutoScalingGroupFleet(
        AutoScalingClients.simulated(endpoint, AutoScalingClients.CALL_TIMEOUT), clock);
  }

  @Override
  public void close() {
    calls.close();
  }

  @Override
  public FleetState describe(String group) {
    return groups.state(group);
  }

  @Override
  public ScaleReceipt scale(ScaleRequest request) {
    String group = request.group();
    UpdateAutoScalingGroupRequest.Builder update =
        UpdateAutoScalingGroupRequest.builder().autoScalingGroupName(group).minSize(request.min());
    request.desired().ifPresent(update::desiredCapacity);
    request.max().ifPresent(update::maxSize);
    UpdateAutoScalingGroupResponse response =
        calls.change(group, UPDATE, client -> client.updateAutoScalingGroup(update.build()));
    FleetState readBack = describe(group);
    GroupSize size = readBack.size();
    requireReadBack(group, "min", request.min(), size.min());
    request.max().ifPresent(max -> requireReadBack(group, "max", max, size.max()));
    return new ScaleReceipt(response.responseMetadata().requestId(), readBack);
  }

  private void requireReadBack(String group, String what, int set, int read) {
    if (set != read) {
      throw new FleetException(
          FleetException.Kind.TRANSIENT,
          ("group '%s' in %s: %s set %s %d and was accepted, but it reads back as %d;"
                  + " something else changes it")
              .formatted(group, calls.region(), UPDATE, what, set, read));
    }
  }

  @Override
  public List<Launch> launchesSince(String group, Instant since) {
    return launches.since(group, since);
  }

  /** The tags are not passed on to the group's hosts. */
  @Override
  public void mark(String group, Map<String, String> tags) {
    List<Tag> all =
        tags.entrySet().stream()
            .map(
                tag ->
                    Tag.builder()
                        .resourceType("auto-scaling-group")
                        .resourceId(group)
                        .key(tag.getKey())
                        .value(tag.getValue())
                        .propagateAtLaunch(false)
                        .build())
            .toList();
    calls.change(
        group, "CreateOrUpdateTags", client -> client.createOrUpdateTags(r -> r.tags(all)));
  }

  @Override
  public Optional<FleetSchedule> schedule() {
    return Optional.of(schedule);
  }
}
