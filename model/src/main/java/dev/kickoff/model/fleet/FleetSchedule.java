package dev.kickoff.model.fleet;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a fleet's owner carries out by itself, without us: sizes at instants.
 *
 * <p>Every method throws {@link FleetException} when the owner cannot be reached or refuses as a
 * whole.
 */
public interface FleetSchedule {
  /** How many a group may have, in all. */
  int MOST = 125;

  /** Those of a group that have not fallen due, ours and others', by instant, then by name. */
  List<ScheduledSize> read(String group);

  /**
   * Puts some in place; one with a name that is there replaces it.
   *
   * @return why not, for each name that was refused; empty when all stand
   */
  Map<String, String> put(String group, List<ScheduledSize> sizes);

  /**
   * Takes some away; a name that is not there is passed over.
   *
   * @return why not, for each name that still stands
   */
  Map<String, String> delete(String group, Set<String> names);

  /** Keeps all of a group's from being carried out, until {@link #resume}. */
  void suspend(String group);

  /** Lets them be carried out again; those that fell due meanwhile are not made up for. */
  void resume(String group);
}
