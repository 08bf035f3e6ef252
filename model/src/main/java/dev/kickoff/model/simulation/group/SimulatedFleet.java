package dev.kickoff.model.simulation.group;

import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.Launch;
import dev.kickoff.model.fleet.ScaleReceipt;
import dev.kickoff.model.fleet.ScaleRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Simulated groups behind the door that real ones stand behind, for replays.
 *
 * <p>Not safe for use by several threads.
 */
public final class SimulatedFleet implements Fleet {
  private final InstantSource clock;
  private final Map<String, SimulatedGroup> groups = new TreeMap<>();
  private final Map<String, Map<String, String>> marks = new TreeMap<>();
  private long requests;

  /**
   * A fleet of some groups.
   *
   * @param clock tells the current virtual instant
   */
  public SimulatedFleet(InstantSource clock, Collection<SimulatedGroup> groups) {
    this.clock = clock;
    groups.forEach(group -> this.groups.put(group.shape().group(), group));
  }

  @Override
  public FleetState describe(String group) {
    SimulatedGroup found = find(group);
    found.advanceTo(clock.instant());
    return found.stateAt(clock.instant());
  }

  @Override
  public ScaleReceipt scale(ScaleRequest request) {
    SimulatedGroup group = find(request.group());
    Instant now = clock.instant();
    group.update(
        now, new SizeChange(OptionalInt.of(request.min()), request.max(), request.desired()));
    return new ScaleReceipt("simulated-" + requests++, group.stateAt(now));
  }

  @Override
  public List<Launch> launchesSince(String group, Instant since) {
    SimulatedGroup found = find(group);
    found.advanceTo(clock.instant());
    List<Launch> launches = new ArrayList<>();
    for (SimulatedHost host : found.hosts()) {
      Instant askedAt = host.readyAt().minus(found.shape().boot());
      Optional<Instant> inServiceAt =
          Optional.of(host.readyAt()).filter(ready -> !ready.isAfter(found.now()));
      if (!askedAt.isBefore(since)) {
        launches.add(
            new Launch(
                "host-" + host.number(),
                askedAt,
                inServiceAt,
                Optional.of(host.zone()),
                Optional.empty(),
                Optional.empty()));
      }
    }
    return launches;
  }

  @Override
  public void mark(String group, Map<String, String> tags) {
    marks.computeIfAbsent(find(group).shape().group(), name -> new TreeMap<>()).putAll(tags);
  }

  @Override
  public Optional<FleetSchedule> schedule() {
    return Optional.of(new BookedSchedule(clock, this::find));
  }

  private SimulatedGroup find(String name) {
    SimulatedGroup group = groups.get(name);
    if (group == null) {
      throw new FleetException(
          FleetException.Kind.MISCONFIGURED,
          "no Auto Scaling group '" + name + "' in the simulation; there are " + groups.keySet());
    }
    return group;
  }
}
