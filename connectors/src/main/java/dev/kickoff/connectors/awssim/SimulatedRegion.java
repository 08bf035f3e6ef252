package dev.kickoff.connectors.awssim;

import dev.kickoff.connectors.awssim.RegionState.SavedGroup;
import dev.kickoff.connectors.awssim.fault.FaultPlan;
import dev.kickoff.connectors.awssim.fault.LaggingView;
import dev.kickoff.connectors.awssim.query.QueryError;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.simulation.group.SimulatedHost;
import dev.kickoff.model.simulation.group.SizeChange;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The groups behind the endpoint, their policies and activities; safe for several threads. */
final class SimulatedRegion {
  private static final Logger LOG = LoggerFactory.getLogger(SimulatedRegion.class);

  private final InstantSource clock;
  private final StateFile file;
  private final ActivityLog log;
  private final Map<String, Member> members = new TreeMap<>();
  private final LaggingView<List<GroupView>> views;

  /** A group as it stands; hosts oldest first. */
  record GroupView(
      GroupDefinition definition,
      GroupSize size,
      List<SimulatedHost> hosts,
      Set<String> suspended,
      RegionState.Extras extras) {
    String name() {
      return definition.name();
    }
  }

  SimulatedRegion(
      Collection<GroupDefinition> definitions,
      InstantSource clock,
      StateFile file,
      FaultPlan faults) {
    this.clock = clock;
    this.file = file;
    this.views = new LaggingView<>(faults);
    RegionState saved = file.read();
    this.log = new ActivityLog(saved.activities());
    for (GroupDefinition definition : definitions) {
      SavedGroup group = saved.groups().get(definition.name());
      if (group == null) {
        members.put(definition.name(), Member.begin(definition, clock.instant(), faults, log));
      } else {
        Member member = Member.resume(definition, group, faults, log);
        members.put(definition.name(), member);
        member.redefine(group, clock.instant());
      }
    }
    saved.groups().keySet().stream()
        .filter(name -> !members.containsKey(name))
        .forEach(name -> LOG.warn("simulated group {} is no longer defined: forgotten", name));
    save();
    views.keep(clock.instant(), current());
  }

  /** The groups as they stand now, by name. */
  synchronized List<GroupView> groups() {
    advance();
    return current();
  }

  /** The groups as a caller is told that they stand, which may be a while ago. */
  synchronized List<GroupView> described() {
    return views.seenAt(clock.instant(), groups());
  }

  private List<GroupView> current() {
    return members.values().stream().map(Member::view).toList();
  }

  private void advance() {
    Instant now = clock.instant();
    long before = log.nextId();
    members.values().forEach(member -> member.advanceTo(now));
    if (log.nextId() != before) {
      save();
    }
  }

  /** The last few hundred activities, newest first. */
  synchronized List<ScalingActivity> activities() {
    advance();
    List<ScalingActivity> newestFirst = new ArrayList<>(log.all());
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  /** The present, in virtual time. */
  Instant now() {
    return clock.instant();
  }

  /** Looks at one group on a caller's behalf. */
  synchronized <T> T see(String name, Function<Member, T> call) {
    Member member = find(name);
    advance();
    return call.apply(member);
  }

  private Member find(String name) {
    Member member = members.get(name);
    if (member == null) {
      throw QueryError.validation("AutoScalingGroup name not found - null");
    }
    return member;
  }

  /** Does something with one group on a caller's behalf, and writes the state down. */
  synchronized <T> T with(String name, Function<Member, T> call) {
    Member member = find(name);
    advance();
    views.keep(clock.instant(), current());
    try {
      T answer = call.apply(member);
      views.keep(clock.instant(), current());
      save();
      return answer;
    } catch (FleetException e) {
      throw QueryError.validation(String.valueOf(e.getMessage()));
    }
  }

  /** Changes a group's sizes on a caller's behalf. */
  void change(String name, SizeChange change) {
    with(
        name,
        member -> {
          member.change(clock.instant(), change);
          return member;
        });
  }

  /** Sets a group's desired capacity on a caller's behalf; the error has a text of its own. */
  void setDesired(String name, int desired) {
    with(
        name,
        member -> {
          requireWithin(member.group().size(), desired);
          member.change(clock.instant(), SizeChange.ofDesired(desired));
          return member;
        });
  }

  private static void requireWithin(GroupSize size, int desired) {
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
  }

  /** Lets a group's own policy see the demand of one minute. */
  synchronized void observe(String name, Instant minuteEnd, double requestsPerMinute) {
    Member member = members.get(name);
    if (member == null) {
      throw new IllegalArgumentException(
          "no simulated group '" + name + "'; there are " + members.keySet());
    }
    advance();
    views.keep(clock.instant(), current());
    member.observe(minuteEnd, requestsPerMinute);
    save();
  }

  /** Writes the state down. */
  synchronized void save() {
    Map<String, SavedGroup> saved = new TreeMap<>();
    members.forEach((name, member) -> saved.put(name, member.saved()));
    file.write(new RegionState(RegionState.FORMAT, saved, log.all()));
  }
}
