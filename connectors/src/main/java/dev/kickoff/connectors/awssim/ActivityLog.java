package dev.kickoff.connectors.awssim;

import dev.kickoff.connectors.awssim.ScalingActivity.HostNote;
import dev.kickoff.connectors.awssim.ScalingActivity.Outcome;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.fleet.ScheduledSize;
import dev.kickoff.model.simulation.group.GroupWatch;
import dev.kickoff.model.simulation.group.SimulatedGroup;
import dev.kickoff.model.simulation.group.SimulatedHost;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The latest activities of a region, one a host; not safe for use by several threads. */
final class ActivityLog {
  static final int MOST = 600;
  private static final String CHANGE = "At %s %s changing the desired capacity from %d to %d.";

  private final List<ScalingActivity> activities;
  private long nextId;

  ActivityLog(List<ScalingActivity> saved) {
    this.activities = new ArrayList<>(saved);
    this.nextId = saved.isEmpty() ? 0 : saved.get(saved.size() - 1).id() + 1;
  }

  long nextId() {
    return nextId;
  }

  /** Oldest first. */
  List<ScalingActivity> all() {
    return List.copyOf(activities);
  }

  static String instanceId(String group, long number) {
    return "i-%08x%09x".formatted(group.hashCode(), number);
  }

  /** Writes down what happens to a group, with what it follows from. */
  Scribe scribeOf(SimulatedGroup group) {
    Scribe scribe = new Scribe(group);
    group.watchedBy(scribe);
    return scribe;
  }

  /** Knows why a group's sizes are changed while they are. */
  final class Scribe implements GroupWatch {
    private final SimulatedGroup group;
    private Optional<Reason> reason = Optional.empty();

    private record Reason(String trigger, GroupSize before, Instant at) {}

    private Scribe(SimulatedGroup group) {
      this.group = group;
    }

    /** What the group is told next at its present time follows from this. */
    void because(String trigger) {
      reason = Optional.of(new Reason(trigger, group.size(), group.now()));
    }

    @Override
    public void carryingOut(ScheduledSize due, GroupSize before, Instant at) {
      because("a scheduled action update of AutoScalingGroup constraints to " + SIZES);
    }

    @Override
    public void launched(SimulatedHost host) {
      HostNote note = new HostNote(Outcome.LAUNCHED, id(host), host.zone(), Optional.empty());
      add(cause(host.askedAt(), "started", "increasing"), host.askedAt(), host.readyAt(), note);
    }

    @Override
    public void refused(String zone, Instant at, String why) {
      HostNote note = new HostNote(Outcome.REFUSED, Optional.empty(), zone, Optional.of(why));
      add(cause(at, "started", "increasing"), at, at, note);
    }

    @Override
    public void terminated(SimulatedHost host, Instant at) {
      if (host.readyAt().isAfter(at)) {
        activities.replaceAll(
            activity -> isLaunchOf(activity, host) ? activity.cancelledAt(at) : activity);
      }
      HostNote note = new HostNote(Outcome.TERMINATED, id(host), host.zone(), Optional.empty());
      add(cause(at, "taken out of service", "shrinking"), at, at, note);
    }

    private boolean isLaunchOf(ScalingActivity activity, SimulatedHost host) {
      return activity
          .host()
          .filter(note -> note.outcome() == Outcome.LAUNCHED)
          .filter(note -> note.instance().equals(id(host)))
          .isPresent();
    }

    private Optional<String> id(SimulatedHost host) {
      return Optional.of(instanceId(group.shape().group(), host.number()));
    }

    private String cause(Instant at, String did, String moving) {
      String difference =
          "At %s an instance was %s in response to a difference between desired and actual capacity"
              .formatted(at, did);
      GroupSize now = group.size();
      return reasonAt(at)
          .map(
              known ->
                  CHANGE.formatted(
                          known.at(),
                          known
                              .trigger()
                              .replace(
                                  SIZES,
                                  "min: %d, max: %d, desired: %d"
                                      .formatted(now.min(), now.max(), now.desired())),
                          known.before().desired(),
                          now.desired())
                      + "  "
                      + difference
                      + ", %s the capacity from %d to %d."
                          .formatted(moving, known.before().desired(), now.desired()))
          .orElse(difference + ".");
    }

    private Optional<Reason> reasonAt(Instant at) {
      return reason
          .filter(known -> known.at().equals(at))
          .filter(known -> known.before().desired() != group.size().desired());
    }

    private void add(String cause, Instant from, Instant until, HostNote note) {
      int before =
          reasonAt(from).map(known -> known.before().desired()).orElse(group.size().desired());
      activities.add(
          new ScalingActivity(
              nextId++,
              group.shape().group(),
              before,
              group.size().desired(),
              cause,
              from,
              until,
              Optional.of(note)));
      if (activities.size() > MOST) {
        activities.remove(0);
      }
    }
  }

  /** Stands for the sizes after a change in what triggered it. */
  static final String SIZES = "{sizes}";
}
