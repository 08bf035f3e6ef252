package dev.kickoff.connectors.awssim;

import dev.kickoff.connectors.awssim.RegionState.Extras;
import dev.kickoff.connectors.awssim.RegionState.SavedGroup;
import dev.kickoff.connectors.awssim.SimulatedRegion.GroupView;
import dev.kickoff.connectors.awssim.fault.FaultPlan;
import dev.kickoff.connectors.awssim.fault.ForeignWriter;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.simulation.group.Circumstances;
import dev.kickoff.model.simulation.group.SimulatedGroup;
import dev.kickoff.model.simulation.group.SizeChange;
import dev.kickoff.model.simulation.group.TargetTracking;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One group of a region with its policy, tags and writers; not safe for several threads. */
final class Member {
  private static final Logger LOG = LoggerFactory.getLogger(Member.class);
  private static final String UPDATE =
      "a user request update of AutoScalingGroup constraints to " + ActivityLog.SIZES;

  private final GroupDefinition definition;
  private final SimulatedGroup group;
  private final Optional<TargetTracking> policy;
  private final List<ForeignWriter> writers;
  private final ActivityLog.Scribe scribe;
  private Extras extras;

  private Member(
      GroupDefinition definition,
      SimulatedGroup group,
      Optional<TargetTracking> policy,
      Extras extras,
      FaultPlan faults,
      ActivityLog log) {
    this.definition = definition;
    this.group = group;
    this.policy = policy;
    this.extras = extras;
    this.writers =
        faults.writers().stream().filter(w -> w.group().equals(definition.name())).toList();
    this.scribe = log.scribeOf(group);
  }

  static Member begin(GroupDefinition definition, Instant now, FaultPlan faults, ActivityLog log) {
    return new Member(
        definition,
        new SimulatedGroup(definition.shape(), definition.size(), now, circumstances(faults)),
        definition.reactive().map(r -> new TargetTracking(r, definition.profile())),
        Extras.NONE,
        faults,
        log);
  }

  /** As it was saved; what of its sizes is defined anew is applied by {@link #redefine}. */
  static Member resume(
      GroupDefinition definition, SavedGroup saved, FaultPlan faults, ActivityLog log) {
    return new Member(
        definition,
        new SimulatedGroup(definition.shape(), saved.snapshot(), circumstances(faults)),
        definition.reactive().map(r -> new TargetTracking(r, definition.profile(), saved.seen())),
        saved.extras().orElse(Extras.NONE),
        faults,
        log);
  }

  private static Circumstances circumstances(FaultPlan faults) {
    return faults.circumstances().isIdeal() ? Circumstances.IDEAL : faults.circumstances();
  }

  /** Applies a floor and ceiling that have been defined anew since they were saved. */
  void redefine(SavedGroup saved, Instant now) {
    if (saved.snapshot().now().isAfter(now)) {
      LOG.warn(
          "simulated group {} was saved at {}, the clock says {}: it stands still until then",
          definition.name(),
          saved.snapshot().now(),
          now);
    }
    if (!definition.size().equals(saved.defined())) {
      group.update(
          now,
          new SizeChange(
              OptionalInt.of(definition.size().min()),
              OptionalInt.of(definition.size().max()),
              OptionalInt.empty()));
    }
  }

  SimulatedGroup group() {
    return group;
  }

  Extras extras() {
    return extras;
  }

  void setExtras(Extras changed) {
    extras = changed;
  }

  GroupView view() {
    return new GroupView(definition, group.size(), group.hosts(), group.suspended(), extras);
  }

  /** Lets time pass, and others write on the way. */
  void advanceTo(Instant now) {
    for (ForeignWriter writer : writers) {
      for (Instant at : writer.between(group.now(), now)) {
        try {
          change(at, writer.sizes());
        } catch (FleetException e) {
          LOG.info("a foreign writer of {} was refused: {}", definition.name(), e.getMessage());
        }
      }
    }
    group.advanceTo(now);
  }

  /** Changes sizes on a caller's behalf. */
  void change(Instant at, SizeChange change) {
    group.advanceTo(at);
    scribe.because(UPDATE);
    group.update(at, change);
  }

  /** Lets the group's own policy see the demand of one minute, unless its alarms are suspended. */
  void observe(Instant minuteEnd, double requestsPerMinute) {
    if (policy.isPresent() && !group.suspended().contains("AlarmNotification")) {
      group.advanceTo(minuteEnd);
      scribe.because("a monitor alarm triggered policy " + policyName(definition.name()));
      policy.get().observe(group, minuteEnd, requestsPerMinute);
    }
  }

  static String policyName(String group) {
    return group + "-target-tracking";
  }

  SavedGroup saved() {
    return new SavedGroup(
        definition.size(),
        group.snapshot(),
        policy.map(TargetTracking::seen).orElse(List.of()),
        extras.equals(Extras.NONE) ? Optional.empty() : Optional.of(extras));
  }
}
