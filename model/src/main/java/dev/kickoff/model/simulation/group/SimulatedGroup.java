package dev.kickoff.model.simulation.group;

import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.fleet.ScheduledSize;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An Auto Scaling group in virtual time.
 *
 * <p>A host asked for at t serves from t + boot; a host let go stops at once; launches that do not
 * serve yet are let go first, the newest first. Hosts in service and pending always add up to the
 * desired capacity. Sizes follow the rules of <a
 * href="https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_UpdateAutoScalingGroup.html">
 * UpdateAutoScalingGroup</a>. Its time never goes back: an earlier instant counts as the latest
 * seen. Deterministic, and not safe for use by several threads.
 */
public final class SimulatedGroup {
  private final GroupShape shape;
  private final List<LaunchLot> lots;
  private final ScheduleBook schedule;
  private GroupSize size;
  private long nextHost;
  private Instant now;

  /** A group with its desired capacity in service from the start. */
  public SimulatedGroup(GroupShape shape, GroupSize size, Instant startAt) {
    this(shape, startingAt(size, startAt));
  }

  /** A group that goes on from where a snapshot was taken. */
  public SimulatedGroup(GroupShape shape, GroupSnapshot snapshot) {
    this.shape = shape;
    this.lots = new ArrayList<>(snapshot.lots());
    this.schedule = new ScheduleBook(snapshot.schedule());
    this.size = snapshot.size();
    this.nextHost = snapshot.nextHost();
    this.now = snapshot.now();
  }

  private static GroupSnapshot startingAt(GroupSize size, Instant startAt) {
    int hosts = size.desired();
    List<LaunchLot> lots = hosts == 0 ? List.of() : List.of(new LaunchLot(0, hosts, startAt));
    return new GroupSnapshot(startAt, size, hosts, lots, Optional.empty());
  }

  public GroupShape shape() {
    return shape;
  }

  public GroupSize size() {
    return size;
  }

  /** The latest instant it has seen. */
  public Instant now() {
    return now;
  }

  /** Lets time pass; scheduled sizes that fall due on the way are set, in order. */
  public void advanceTo(Instant at) {
    for (ScheduledSize due : schedule.takeDue(at)) {
      stepTo(due.startAt());
      carryOut(due);
    }
    stepTo(at);
  }

  private void stepTo(Instant at) {
    if (at.isAfter(now)) {
      now = at;
    }
  }

  /** As the owner does: a desired capacity outside the bounds is brought within them. */
  private void carryOut(ScheduledSize due) {
    int min = due.min().orElse(size.min());
    int max = due.max().orElse(size.max());
    if (max >= min) {
      int desired = due.desired().orElse(size.desired());
      resize(new GroupSize(min, max, Math.max(min, Math.min(max, desired))));
    }
  }

  /** What is scheduled for it. */
  public ScheduleBook schedule() {
    return schedule;
  }

  /** Sets the floor; raising it above the desired capacity raises that too. */
  public void setMinimum(Instant at, int min) {
    update(at, SizeChange.ofMin(min));
  }

  /** Sets the desired capacity, within the floor and the ceiling. */
  public void setDesired(Instant at, int desired) {
    update(at, SizeChange.ofDesired(desired));
  }

  /**
   * Changes sizes as AWS does: a floor above, or a ceiling below, the desired capacity moves that
   * with it unless a desired capacity is given; a lower floor terminates nothing.
   *
   * @throws FleetException REFUSED, with the text AWS sends, when the sizes contradict each other;
   *     nothing is changed then
   */
  public void update(Instant at, SizeChange change) {
    advanceTo(at);
    int min = change.min().orElse(size.min());
    int max = change.max().orElse(size.max());
    if (max < min) {
      throw refused("Max bound, " + max + ", must be greater than or equal to min bound, " + min);
    }
    int desired = change.desired().orElse(Math.max(min, Math.min(max, size.desired())));
    if (desired < min || desired > max) {
      throw refused(
          "Desired capacity:%d must be between the specified min size:%d and max size:%d"
              .formatted(desired, min, max));
    }
    resize(new GroupSize(min, max, desired));
  }

  private void resize(GroupSize next) {
    int more = next.desired() - size.desired();
    size = next;
    if (more > 0) {
      launch(new LaunchLot(nextHost, more, now.plus(shape.boot())));
    } else {
      letGo(-more);
    }
  }

  private static FleetException refused(String message) {
    return new FleetException(FleetException.Kind.REFUSED, message);
  }

  /** Keeps the lots in the order in which they serve, also when boot times differ. */
  private void launch(LaunchLot lot) {
    int place = lots.size();
    while (place > 0 && lots.get(place - 1).readyAt().isAfter(lot.readyAt())) {
      place--;
    }
    lots.add(place, lot);
    nextHost += lot.hosts();
  }

  private void letGo(int hosts) {
    int left = hosts;
    while (left > 0) {
      LaunchLot newest = lots.remove(lots.size() - 1);
      if (newest.hosts() > left) {
        lots.add(new LaunchLot(newest.firstHost(), newest.hosts() - left, newest.readyAt()));
      }
      left -= Math.min(left, newest.hosts());
    }
  }

  /** Of the hosts it has now, those that serve at an instant. */
  int servingAt(Instant at) {
    int serving = 0;
    for (LaunchLot lot : lots) {
      serving += lot.servesAt(at) ? lot.hosts() : 0;
    }
    return serving;
  }

  /** The hosts in service now. */
  public int inService() {
    return servingAt(now);
  }

  /** The hosts asked for that do not serve yet. */
  public int pending() {
    return size.desired() - inService();
  }

  /** The group as it will be at an instant if nothing changes it before then. */
  public FleetState stateAt(Instant at) {
    Instant seen = at.isAfter(now) ? at : now;
    int serving = servingAt(seen);
    Map<String, Integer> byZone = new TreeMap<>();
    for (int i = 0; i < serving; i++) {
      byZone.merge(shape.zoneOf(i), 1, Integer::sum);
    }
    return new FleetState(shape.group(), at, size, serving, size.desired() - serving, byZone);
  }

  /** Its hosts, oldest first, those that serve before those that do not. */
  public List<SimulatedHost> hosts() {
    List<SimulatedHost> hosts = new ArrayList<>(size.desired());
    for (LaunchLot lot : lots) {
      for (int i = 0; i < lot.hosts(); i++) {
        String zone = shape.zoneOf(hosts.size());
        hosts.add(new SimulatedHost(lot.firstHost() + i, zone, lot.readyAt()));
      }
    }
    return hosts;
  }

  /** All it must remember. */
  public GroupSnapshot snapshot() {
    return new GroupSnapshot(now, size, nextHost, lots, schedule.saved());
  }
}
