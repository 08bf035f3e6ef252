package dev.kickoff.jobs.control;

import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.control.ActuationIntent;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.fleet.FleetState;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where decisions stand before they are acted on, and what came of them. */
public interface Ledger {
  /**
   * What one tick leaves behind; all of it is committed, or none.
   *
   * @param plan the plan, where it is a new head; empty while the head stands
   * @param intent what the fleet is about to be asked; empty where nothing is asked
   * @param positions what had been read when the decision was made
   */
  record Page(
      Decision decision,
      Optional<FleetState> fleet,
      Optional<CapacityPlan> plan,
      Optional<ActuationIntent> intent,
      Map<String, Long> positions) {}

  /** What the ledger said at start: the memory folded from it, and the intents left open. */
  record Past(ControlMemory memory, List<ActuationIntent> openIntents) {}

  /** Reads the past of a group; called once, before the first tick. */
  Past recall(String group);

  /** Commits a page; when it returns, the page stands. */
  void commit(Page page);

  /** Records what came of an intent. */
  void settle(ActuationIntent outcome);

  /** Whether no newer leader has written a plan for a group; reads the present, not a memory. */
  boolean leads(String group);

  /** The number of the newest plan of a group that was committed here; 0 before the first. */
  long generation(String group);
}
