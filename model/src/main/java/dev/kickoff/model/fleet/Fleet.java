package dev.kickoff.model.fleet;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one door through which a group of hosts is read and changed.
 *
 * <p>Every method throws {@link FleetException} when the call failed; it says what to do about it.
 */
public interface Fleet {
  /** The group as it is now. */
  FleetState describe(String group);

  /**
   * Sets the group's floor, and its desired capacity and ceiling where asked, then reads the group
   * back. It throws also when the change could not be read back.
   */
  ScaleReceipt scale(ScaleRequest request);

  /**
   * The launches of a group that were asked for at or after {@code since}, oldest first, as far
   * back as the owner remembers.
   */
  List<Launch> launchesSince(String group, Instant since);

  /** Writes tags on a group: marks of ours for people and for a later leader. */
  void mark(String group, Map<String, String> tags);

  /** The owner's own schedule; empty where it has none. */
  Optional<FleetSchedule> schedule();
}
