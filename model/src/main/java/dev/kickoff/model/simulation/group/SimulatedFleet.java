package dev.kickoff.model.simulation.group;

import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupCondition;
import dev.kickoff.model.fleet.Launch;
import dev.kickoff.model.fleet.ScaleReceipt;
import dev.kickoff.model.fleet.ScaleRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
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
  private static final int MOST_REFUSALS = 1000;

  private final InstantSource clock;
  private final Map<String, SimulatedGroup> groups = new TreeMap<>();
  private final Map<String, Map<String, String>> marks = new TreeMap<>();
  private final Map<String, Deque<Launch>> refusals = new TreeMap<>();
  private long requests;

  /**
   * A fleet of some groups.
   *
   * @param clock tells the current virtual instant
   */
  public SimulatedFleet(InstantSource clock, Collection<SimulatedGroup> groups) {
    this.clock = clock;
    for (SimulatedGroup group : groups) {
      String name = group.shape().group();
      this.groups.put(name, group);
      group.watchedBy(refusalsOf(name));
    }
  }

  @Override
  public FleetState describe(String group) {
    SimulatedGroup found = find(group);
    found.advanceTo(clock.instant());
    return seen(found, clock.instant());
  }

  @Override
  public ScaleReceipt scale(ScaleRequest request) {
    SimulatedGroup group = find(request.group());
    Instant now = clock.instant();
    group.update(
        now, new SizeChange(OptionalInt.of(request.min()), request.max(), request.desired()));
    return new ScaleReceipt("simulated-" + requests++, seen(group, now));
  }

  private FleetState seen(SimulatedGroup group, Instant now) {
    Map<String, String> tags = new TreeMap<>(marks.getOrDefault(group.shape().group(), Map.of()));
    tags.keySet().removeIf(key -> !key.startsWith("kickoff"));
    return group
        .stateAt(now)
        .with(new GroupCondition(Optional.of(now), group.suspended(), false, 0, tags));
  }

  @Override
  public List<Launch> launchesSince(String group, Instant since) {
    SimulatedGroup found = find(group);
    found.advanceTo(clock.instant());
    List<Launch> launches = new ArrayList<>(refusals.get(found.shape().group()));
    for (SimulatedHost host : found.hosts()) {
      Optional<Instant> inServiceAt =
          Optional.of(host.readyAt()).filter(ready -> !ready.isAfter(found.now()));
      launches.add(
          new Launch(
              "host-" + host.number(),
              host.askedAt(),
              inServiceAt,
              Optional.of(host.zone()),
              Optional.empty(),
              Optional.empty()));
    }
    return launches.stream()
        .filter(launch -> !launch.askedAt().isBefore(since))
        .sorted(Comparator.comparing(Launch::askedAt))
        .toList();
  }

  /** Keeps the latest refusals of a group. */
  private GroupWatch refusalsOf(String group) {
    Deque<Launch> kept = new ArrayDeque<>();
    refusals.put(group, kept);
    return new GroupWatch() {
      private long number;

      @Override
      public void refused(String zone, Instant at, String why) {
        kept.add(
            new Launch(
                "refused-" + number++,
                at,
                Optional.empty(),
                Optional.of(zone),
                Optional.empty(),
                Optional.of(why)));
        if (kept.size() > MOST_REFUSALS) {
          kept.remove();
        }
      }
    };
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
