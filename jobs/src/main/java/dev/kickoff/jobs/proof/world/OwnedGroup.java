package dev.kickoff.jobs.proof.world;

import dev.kickoff.jobs.proof.story.Story;
import dev.kickoff.jobs.proof.story.VirtualTime;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.simulation.group.SimulatedFleet;
import dev.kickoff.model.simulation.group.SimulatedGroup;
import dev.kickoff.model.simulation.group.SizeChange;
import dev.kickoff.model.simulation.group.TargetTracking;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The group as it really is, at its owner's: the truth that calls change and descriptions tell.
 *
 * <p>It remembers what it looked like for two minutes, and its floor for as long as it lives.
 */
public final class OwnedGroup {
  private static final int REMEMBERED = 120;
  private static final int FOREIGN_WINDOW = 3_600;

  private final Story story;
  private final VirtualTime time;
  private final Consumer<Sight> watcher;
  private final SimulatedGroup group;
  private final SimulatedFleet fleet;
  private final Optional<TargetTracking> tracking;
  private final Map<String, String> tags = new TreeMap<>();
  private final Deque<FleetState> past = new ArrayDeque<>();
  private final Deque<Floor> floors = new ArrayDeque<>();
  private final Deque<Long> foreignLowerings = new ArrayDeque<>();

  /** A floor, and since when it stands. */
  private record Floor(long since, int hosts) {}

  public OwnedGroup(Story story, VirtualTime time, Consumer<Sight> watcher) {
    this.story = story;
    this.time = time;
    this.watcher = watcher;
    this.group = new SimulatedGroup(story.shape(), story.size(), VirtualTime.instantOf(0));
    this.fleet = new SimulatedFleet(time, List.of(group));
    this.tracking =
        story.isAlone()
            ? Optional.empty()
            : Optional.of(new TargetTracking(Story.REACTIVE, story.settings().profile()));
    floors.add(new Floor(0, floor()));
  }

  /** Its sizes now. */
  public GroupSize size() {
    pass();
    return group.size();
  }

  /** The hosts that serve now. */
  public int inService() {
    pass();
    return group.inService();
  }

  /** The same fleet as its owner's other interfaces show it. */
  SimulatedFleet fleet() {
    return fleet;
  }

  /** The size that Kickoff moves: desired where it releases desired, else min. */
  public int floor() {
    return story.isAlone() ? group.size().desired() : group.size().min();
  }

  /** Lets time pass for it; what its schedule did is seen. */
  public void pass() {
    GroupSize before = group.size();
    group.advanceTo(time.instant());
    if (!group.size().equals(before)) {
      watcher.accept(new Sight.Moved(time.second(), Sight.Hand.SCHEDULE, before, group.size()));
    }
  }

  /** The names of its owner's processes that are suspended. */
  SortedSet<String> suspended() {
    return group.schedule().isSuspended()
        ? new TreeSet<>(List.of("ScheduledActions"))
        : new TreeSet<>();
  }

  /** Its tags. */
  Map<String, String> tags() {
    return tags;
  }

  /** Writes tags. */
  void mark(Map<String, String> more) {
    tags.putAll(more);
  }

  /** Remembers how it looks now, for descriptions that are old. */
  public void remember() {
    past.addLast(describe());
    noteFloor();
    while (past.size() > 1
        && VirtualTime.secondOf(past.getFirst().observedAt()) < time.second() - REMEMBERED) {
      past.removeFirst();
    }
  }

  FleetState describe() {
    pass();
    return group.stateAt(time.instant());
  }

  /** How it looked so many seconds ago, or as early as is remembered. */
  FleetState describedAgo(long seconds) {
    FleetState found = past.isEmpty() ? describe() : past.getFirst();
    for (FleetState state : past) {
      if (VirtualTime.secondOf(state.observedAt()) <= time.second() - seconds) {
        found = state;
      }
    }
    return found;
  }

  /** Changes its sizes for a controller. */
  void change(SizeChange change) {
    pass();
    group.update(time.instant(), change);
    noteFloor();
  }

  /** Changes its floor by a foreign hand. */
  public void foreign(int hosts) {
    pass();
    GroupSize before = group.size();
    int floor = floor();
    int allowed = Math.min(hosts, before.max());
    OptionalInt desired = story.isAlone() ? OptionalInt.of(allowed) : OptionalInt.empty();
    group.update(
        time.instant(), new SizeChange(OptionalInt.of(allowed), OptionalInt.empty(), desired));
    if (floor() < floor) {
      foreignLowerings.addLast(time.second());
      floors.clear();
      noteFloor();
    }
    watcher.accept(new Sight.Moved(time.second(), Sight.Hand.FOREIGN, before, group.size()));
  }

  /** How often a foreign hand has lowered it within the last hour. */
  public int foreignLowerings() {
    while (!foreignLowerings.isEmpty()
        && foreignLowerings.getFirst() <= time.second() - FOREIGN_WINDOW) {
      foreignLowerings.removeFirst();
    }
    return foreignLowerings.size();
  }

  /** Lets its own policy see a minute that has just ended. */
  public void observe(double requestsPerMinute) {
    pass();
    tracking.ifPresent(policy -> policy.observe(group, time.instant(), requestsPerMinute));
  }

  private void noteFloor() {
    if (floors.isEmpty() || floors.getLast().hosts() != floor()) {
      floors.addLast(new Floor(time.second(), floor()));
    }
  }

  /**
   * The highest floor within the last {@code seconds} that stood at a tick or was set by a
   * controller, but for what stood before a foreign hand lowered it. What came and went between two
   * ticks nobody could see.
   */
  public int highestFloor(int seconds) {
    long from = time.second() - seconds;
    while (floors.size() > 1 && second(floors).since() <= from) {
      floors.removeFirst();
    }
    return floors.stream().mapToInt(Floor::hosts).max().orElse(floor());
  }

  private static Floor second(Deque<Floor> floors) {
    Floor first = floors.removeFirst();
    Floor second = floors.getFirst();
    floors.addFirst(first);
    return second;
  }
}
