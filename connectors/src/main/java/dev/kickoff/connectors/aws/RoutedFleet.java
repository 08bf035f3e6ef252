package dev.kickoff.connectors.aws;

import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.FleetDoor;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.Launch;
import dev.kickoff.model.fleet.ScaleReceipt;
import dev.kickoff.model.fleet.ScaleRequest;
import dev.kickoff.model.fleet.ScheduledSize;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Groups of several accounts and regions behind one door: each group has a fleet of its own.
 *
 * <p>Safe for several threads when the fleets are; closing it closes those that can be closed.
 */
public final class RoutedFleet implements Fleet, AutoCloseable {
  private final Map<String, Fleet> byGroup;

  /** Groups by name, each with the fleet it is of; several may share one. */
  public RoutedFleet(Map<String, ? extends Fleet> byGroup) {
    this.byGroup = new TreeMap<>(byGroup);
  }

  /**
   * One client and one call budget for each distinct door.
   *
   * @param doors by the names of groups
   * @throws FleetException MISCONFIGURED when a door names no region and none is configured
   */
  public static RoutedFleet through(Map<String, FleetDoor> doors, InstantSource clock) {
    Map<FleetDoor, Fleet> fleets = new HashMap<>();
    Map<String, Fleet> byGroup = new TreeMap<>();
    doors.forEach(
        (group, door) ->
            byGroup.put(
                group,
                fleets.computeIfAbsent(
                    door,
                    d ->
                        new AutoScalingGroupFleet(
                            AutoScalingClients.of(d, AutoScalingClients.CALL_TIMEOUT), clock))));
    return new RoutedFleet(byGroup);
  }

  private Fleet of(String group) {
    Fleet fleet = byGroup.get(group);
    if (fleet == null) {
      throw new FleetException(
          FleetException.Kind.MISCONFIGURED,
          "no Auto Scaling group '%s' in the configuration; there are %s"
              .formatted(group, byGroup.keySet()));
    }
    return fleet;
  }

  @Override
  public FleetState describe(String group) {
    return of(group).describe(group);
  }

  @Override
  public ScaleReceipt scale(ScaleRequest request) {
    return of(request.group()).scale(request);
  }

  @Override
  public List<Launch> launchesSince(String group, Instant since) {
    return of(group).launchesSince(group, since);
  }

  @Override
  public void mark(String group, Map<String, String> tags) {
    of(group).mark(group, tags);
  }

  /** Present when a fleet of any group has one; a group whose fleet has none refuses all. */
  @Override
  public Optional<FleetSchedule> schedule() {
    return byGroup.values().stream().anyMatch(fleet -> fleet.schedule().isPresent())
        ? Optional.of(new RoutedSchedule())
        : Optional.empty();
  }

  @Override
  public void close() throws Exception {
    for (Fleet fleet : Set.copyOf(byGroup.values())) {
      if (fleet instanceof AutoCloseable open) {
        open.close();
      }
    }
  }

  private final class RoutedSchedule implements FleetSchedule {
    private FleetSchedule scheduleOf(String group) {
      return of(group)
          .schedule()
          .orElseThrow(
              () ->
                  new FleetException(
                      FleetException.Kind.REFUSED,
                      "the owner of group '" + group + "' keeps no schedule"));
    }

    @Override
    public List<ScheduledSize> read(String group) {
      return scheduleOf(group).read(group);
    }

    @Override
    public Map<String, String> put(String group, List<ScheduledSize> sizes) {
      return scheduleOf(group).put(group, sizes);
    }

    @Override
    public Map<String, String> delete(String group, Set<String> names) {
      return scheduleOf(group).delete(group, names);
    }

    @Override
    public void suspend(String group) {
      scheduleOf(group).suspend(group);
    }

    @Override
    public void resume(String group) {
      scheduleOf(group).resume(group);
    }
  }
}
