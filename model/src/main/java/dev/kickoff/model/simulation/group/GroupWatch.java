package dev.kickoff.model.simulation.group;

import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.fleet.ScheduledSize;
import java.time.Instant;

/** Is told what happens to a simulated group as it happens, in order. */
public interface GroupWatch {
  /** Hears nothing. */
  GroupWatch NONE = new GroupWatch() {};

  /** A scheduled action is about to be carried out; what follows from it is told next. */
  default void carryingOut(ScheduledSize due, GroupSize before, Instant at) {}

  /** A host was asked for. */
  default void launched(SimulatedHost host) {}

  /** No host could be launched in a zone. */
  default void refused(String zone, Instant at, String why) {}

  /** A host was let go, or lost. */
  default void terminated(SimulatedHost host, Instant at) {}
}
