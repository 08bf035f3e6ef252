package dev.kickoff.model.simulation.policy;

import dev.kickoff.model.simulation.group.SimulatedGroup;
import java.time.Instant;
import java.util.OptionalInt;

/** A policy that changes a group on what each minute's demand was. */
@FunctionalInterface
interface DemandPolicy {
  /**
   * Takes in one minute's demand and changes the group where that is due.
   *
   * @return the new desired capacity; empty when it stays
   */
  OptionalInt observe(SimulatedGroup group, Instant minuteEnd, double requestsPerMinute);
}
