package dev.kickoff.connectors.awssim;

import dev.kickoff.connectors.awssim.RegionState.SavedGroup;
import dev.kickoff.connectors.awssim.query.QueryError;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.simulation.group.SimulatedGroup;
import dev.kickoff.model.simulation.group.SimulatedHost;
import dev.kickoff.model.simulation.group.SizeChange;
import dev.kickoff.model.simulation.group.TargetTracking;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The groups behind the endpoint, their policies and activities; safe for several threads. */
final class SimulatedRegion {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedRegion.class);
  private static final int MOST_ACTIVITIES = 400;

  private final InstantSource clock;
  private final StateFile file;
  private final Map<String, Member> members = new TreeMap<>();
  private final Deque<ScalingActivity> activities;
  private long nextActivity;

  private record Member(
      GroupDefinition definition, SimulatedGroup group, Optional<TargetTracking> policy) {}

  /** A group as it stands; hosts oldest first. */
  record GroupView(GroupDefinition definition, GroupSize size, List<SimulatedHost> hosts) {}

  SimulatedRegion(Collection<GroupDefinition> definitions, InstantSource clock, StateFile file) {
    this.clock = clock;
    this.file = file;
    RegionState saved = file.read();
    this.activities = new ArrayDeque<>(saved.activities());
    this.nextActivity = activities.isEmpty() ? 0 : activities.getLast().id() + 1;
    definitions.forEach(
        definition -> {
          SavedGroup group = saved.groups().get(definition.name());
          members.put(
              definition.name(), group == null ? begin(definition) : resume(definition, group));
        });
    saved.groups().keySet().stream()
        .filter(name -> !members.containsKey(name))
        .forEach(name -> LOG.warn("simulated group {} is no longer defined: forgotten", name));
    save();
  }

  private Member begin(GroupDefinition definition) {
    return new Member(
        definition,
        new SimulatedGroup(definition.shape(), definition.size(), clock.instant()),
        definition.reactive().map(r -> new TargetTracking(r, definition.profile())));
  }

  /** As it was; a floor or ceiling that has been defined anew since then is applied. */
  private Member resume(GroupDefinition definition, SavedGroup saved) {
    Instant now = clock.instant();
    if (saved.snapshot().now().isAfter(now)) {
      LOG.warn(
          "simulated group {} was saved at {}, the clock says {}: it stands still until then",
          definition.name(),
          saved.snapshot().now(),
          now);
    }
    SimulatedGroup group = new SimulatedGroup(definition.shape(), saved.snapshot());
    if (!definition.size().equals(saved.defined())) {
      group.update(
          now,
          new SizeChange(
              OptionalInt.of(definition.size().min()),
              OptionalInt.of(definition.size().max()),
              OptionalInt.empty()));
    }
    return new Member(
        definition,
        group,
        definition.reactive().map(r -> new TargetTracking(r, definition.profile(), saved.seen())));
  }

  /** The groups as they stand now, by name. */
  synchronized List<GroupView> groups() {
    Instant now = clock.instant();
    List<GroupView> views = new ArrayList<>();
    for (Member member : members.values()) {
      member.group().advanceTo(now);
      views.add(new GroupView(member.definition(), member.group().size(), member.group().hosts()));
    }
    return views;
  }

  /** The last few hundred activities, newest first. */
  synchronized List<ScalingActivity> activities() {
    List<ScalingActivity> newestFirst = new ArrayList<>(activities.size());
    activities.descendingIterator().forEachRemaining(newestFirst::add);
    return newestFirst;
  }

  /** The present, in virtual time. */
  Instant now() {
    return clock.instant();
  }

  /** Changes a group's sizes on a caller's behalf. */
  synchronized void change(String name, SizeChange change) {
    Member member = find(name);
    SimulatedGroup group = member.group();
    GroupSize before = group.size();
    try {
      group.update(clock.instant(), change);
    } catch (FleetException e) {
      throw QueryError.validation(String.valueOf(e.getMessage()));
    }
    GroupSize after = group.size();
    if (!after.equals(before)) {
      record(
          group,
          before,
          "a user request update of AutoScalingGroup constraints to min: %d, max: %d, desired: %d"
              .formatted(after.min(), after.max(), after.desired()));
      save();
    }
  }

  /** Sets a group's desired capacity on a caller's behalf; the error has a text of its own. */
  synchronized void setDesired(String name, int desired) {
    GroupSize size = find(name).group().size();
    if (desired > size.max()) {
      throw QueryError.validation(
          "New SetDesiredCapacity value %d is above max value %d for the AutoScalingGroup."
              .formatted(desired, size.max()));
    }
    if (desired < size.min()) {
      throw QueryError.validation(
          "New SetDesiredCapacity value %d is below min value %d for the AutoScalingGroup."
              .formatted(desired, size.min()));
    }
    change(name, SizeChange.ofDesired(desired));
  }

  /** Lets a group's own policy see the demand of one minute. */
  synchronized void observe(String name, Instant minuteEnd, double requestsPerMinute) {
    Member member = members.get(name);
    if (member == null) {
      throw new IllegalArgumentException(
          "no simulated group '" + name + "'; there are " + members.keySet());
    }
    SimulatedGroup group = member.group();
    group.advanceTo(clock.instant());
    member
        .policy()
        .ifPresent(
            policy -> {
              GroupSize before = group.size();
              policy.observe(group, minuteEnd, requestsPerMinute);
              record(group, before, "a monitor alarm triggered policy " + policyName(name));
              save();
            });
  }

  static String policyName(String group) {
    return group + "-target-tracking";
  }

  private Member find(String name) {
    Member member = members.get(name);
    if (member == null) {
      throw QueryError.validation("AutoScalingGroup name not found - null");
    }
    return member;
  }

  private void record(SimulatedGroup group, GroupSize before, String trigger) {
    int from = before.desired();
    int to = group.size().desired();
    if (from == to) {
      return;
    }
    Instant at = group.now();
    String cause = "At %s %s changing the desired capacity from %d to %d.";
    activities.addLast(
        new ScalingActivity(
            nextActivity++,
            group.shape().group(),
            from,
            to,
            cause.formatted(at, trigger, from, to),
            at,
            to > from ? at.plus(group.shape().boot()) : at));
    if (activities.size() > MOST_ACTIVITIES) {
      activities.removeFirst();
    }
  }

  /** Writes the state down. */
  synchronized void save() {
    Map<String, SavedGroup> saved = new TreeMap<>();
    members.forEach(
        (name, member) ->
            saved.put(
                name,
                new SavedGroup(
                    member.definition().size(),
                    member.group().snapshot(),
                    member.policy().map(TargetTracking::seen).orElse(List.of()))));
    file.write(new RegionState(RegionState.FORMAT, saved, List.copyOf(activities)));
  }
}
