package dev.kickoff.model.simulation.group;

import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.fleet.ScheduledSize;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An Auto Scaling group in virtual time.
 *
 * <p>Under ideal circumstances a host asked for at t serves from t + boot, and hosts in service and
 * pending always add up to the desired capacity. Otherwise a host that cannot be had is asked for
 * again every minute, hosts of a zone that is lost are replaced in others, and zones are balanced
 * afterwards by launching first and letting go when those serve. A host let go stops at once;
 * launches that do not serve yet are let go first, the newest first. Sizes follow the rules of <a
 * href="https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_UpdateAutoScalingGroup.html">
 * UpdateAutoScalingGroup</a>. Its time never goes back: an earlier instant counts as the latest
 * seen. Deterministic, and not safe for use by several threads.
 */
public final class SimulatedGroup {
  /** Hosts beyond the desired capacity while zones are balanced: this share of it, at least one. */
  private static final double BALANCE_SHARE = 0.1;

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final String SCHEDULED_ACTIONS = "ScheduledActions";
  private static final String LAUNCH = "Launch";
  private static final String BALANCE = "AZRebalance";

  private final GroupShape shape;
  private final Circumstances circumstances;
  private final HostPool pool;
  private final ScheduleBook schedule;
  private final SortedSet<String> suspended;
  private GroupWatch watch = GroupWatch.NONE;
  private GroupSize size;
  private int missing;
  private int surplus;
  private Instant now;

  /** A group with its desired capacity in service from the start, under ideal circumstances. */
  public SimulatedGroup(GroupShape shape, GroupSize size, Instant startAt) {
    this(shape, startingAt(size, startAt), Circumstances.IDEAL);
  }

  /** A group with its desired capacity in service from the start. */
  public SimulatedGroup(
      GroupShape shape, GroupSize size, Instant startAt, Circumstances circumstances) {
    this(shape, startingAt(size, startAt), circumstances);
  }

  /** A group that goes on from where a snapshot was taken, under ideal circumstances. */
  public SimulatedGroup(GroupShape shape, GroupSnapshot snapshot) {
    this(shape, snapshot, Circumstances.IDEAL);
  }

  /** A group that goes on from where a snapshot was taken. */
  public SimulatedGroup(GroupShape shape, GroupSnapshot snapshot, Circumstances circumstances) {
    GroupSnapshot.Unrest unrest = snapshot.unrest().orElse(GroupSnapshot.Unrest.NONE);
    this.shape = shape;
    this.circumstances = circumstances;
    this.pool = new HostPool(shape, circumstances, snapshot);
    this.schedule = new ScheduleBook(snapshot.schedule());
    this.suspended = new TreeSet<>(unrest.suspended());
    this.size = snapshot.size();
    this.missing = unrest.missing();
    this.surplus = unrest.surplus();
    this.now = snapshot.now();
  }

  private static GroupSnapshot startingAt(GroupSize size, Instant startAt) {
    int hosts = size.desired();
    List<LaunchLot> lots = hosts == 0 ? List.of() : List.of(new LaunchLot(0, hosts, startAt));
    return new GroupSnapshot(startAt, size, hosts, lots, Optional.empty(), Optional.empty());
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

  /** Tells somebody from now on what happens to it; whoever was told before is no longer. */
  public void watchedBy(GroupWatch newWatch) {
    watch = newWatch;
    pool.watchedBy(newWatch);
  }

  /** Lets time pass; scheduled sizes that fall due on the way are set, in order. */
  public void advanceTo(Instant at) {
    for (ScheduleBook.Due due : schedule.takeDue(at, this::lateness)) {
      stepTo(due.at());
      watch.carryingOut(due.size(), size, now);
      carryOut(due.size());
    }
    stepTo(at);
  }

  private Duration lateness(String scheduledAction) {
    return circumstances.lateness(shape, scheduledAction);
  }

  private void stepTo(Instant at) {
    while (isUnsettled() && now.plus(MINUTE).isBefore(at)) {
      now = now.plus(MINUTE);
      tend();
    }
    if (at.isAfter(now)) {
      now = at;
      if (isUnsettled()) {
        tend();
      }
    }
  }

  private boolean isUnsettled() {
    return circumstances != Circumstances.IDEAL || missing > 0 || surplus > 0;
  }

  /** Replaces what was lost, launches what is missing, and balances the zones. */
  private void tend() {
    missing += pool.lose(now);
    int balanced = Math.min(missing, surplus);
    missing -= balanced;
    surplus -= balanced;
    if (missing > 0 && !suspended.contains(LAUNCH)) {
      missing = pool.launch(missing, now);
    }
    if (surplus > 0 && pool.servingAt(now) == pool.size()) {
      pool.trim(surplus, now);
      surplus = 0;
    }
    boolean mayBalance =
        circumstances != Circumstances.IDEAL
            && !suspended.contains(BALANCE)
            && !suspended.contains(LAUNCH);
    if (mayBalance && missing == 0 && surplus == 0) {
      surplus = pool.balance((int) Math.max(1, BALANCE_SHARE * size.desired()), now);
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
      missing += more;
      if (!suspended.contains(LAUNCH)) {
        missing = pool.launch(missing, now);
      }
    } else {
      int given = Math.min(missing, -more);
      missing -= given;
      pool.letGo(-more - given, now);
    }
  }

  /**
   * Suspends processes, as AWS spells them: {@code ScheduledActions}, {@code Launch} and {@code
   * AZRebalance} are kept from happening, others are only remembered.
   */
  public void suspend(Collection<String> processes) {
    suspended.addAll(processes);
    if (suspended.remove(SCHEDULED_ACTIONS)) {
      schedule.suspend(true);
    }
  }

  /** Lets suspended processes go on. */
  public void resume(Collection<String> processes) {
    suspended.removeAll(processes);
    if (processes.contains(SCHEDULED_ACTIONS)) {
      schedule.suspend(false);
    }
    if (isUnsettled()) {
      tend();
    }
  }

  /** The processes that are suspended. */
  public SortedSet<String> suspended() {
    SortedSet<String> all = new TreeSet<>(suspended);
    if (schedule.isSuspended()) {
      all.add(SCHEDULED_ACTIONS);
    }
    return all;
  }

  private static FleetException refused(String message) {
    return new FleetException(FleetException.Kind.REFUSED, message);
  }

  /** Of the hosts it has now, those that serve at an instant. */
  int servingAt(Instant at) {
    return pool.servingAt(at);
  }

  /** The hosts in service now. */
  public int inService() {
    return servingAt(now);
  }

  /** The hosts launched that do not serve yet. */
  public int pending() {
    return pool.size() - inService();
  }

  /** The hosts wanted that could not be launched yet. */
  public int missing() {
    return missing;
  }

  /** The group as it will be at an instant if nothing changes it before then. */
  public FleetState stateAt(Instant at) {
    Instant seen = at.isAfter(now) ? at : now;
    int serving = servingAt(seen);
    return new FleetState(
        shape.group(), at, size, serving, pool.size() - serving, pool.servingByZone(seen));
  }

  /** Its hosts, oldest first, those that serve before those that do not. */
  public List<SimulatedHost> hosts() {
    return pool.hosts();
  }

  /** All it must remember. */
  public GroupSnapshot snapshot() {
    GroupSnapshot.Unrest unrest = new GroupSnapshot.Unrest(missing, surplus, suspended);
    return new GroupSnapshot(
        now,
        size,
        pool.nextHost(),
        pool.lots(),
        schedule.saved(),
        unrest.equals(GroupSnapshot.Unrest.NONE) ? Optional.empty() : Optional.of(unrest));
  }
}
