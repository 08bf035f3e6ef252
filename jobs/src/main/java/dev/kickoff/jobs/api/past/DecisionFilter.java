package dev.kickoff.jobs.api.past;

import dev.kickoff.model.control.DecisionKey;
import dev.kickoff.model.control.FloorChange;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which decisions are asked for.
 *
 * @param group empty for every group
 * @param actions not empty
 * @param from the earliest instant; empty from the oldest kept on
 * @param to the latest, exclusive; empty to the newest
 * @param after only those that come after this place in the order; empty from the first on
 * @param limit at most so many, at least 1
 */
public record DecisionFilter(
    Optional<String> group,
    Set<FloorChange.Action> actions,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Place> after,
    int limit) {
  public DecisionFilter {
    actions = Set.copyOf(actions);
  }

  /**
   * A place in the order: after the decision of a group at an instant.
   *
   * @param group empty for the place before every decision of that instant
   */
  public record Place(Instant at, String group) {}

  /** Whether a decision is asked for, but for the limit. */
  public boolean asksFor(DecisionKey key, FloorChange.Action action) {
    Instant at = key.at();
    String of = key.group();
    return group.map(of::equals).orElse(true)
        && actions.contains(action)
        && from.map(earliest -> !at.isBefore(earliest)).orElse(true)
        && to.map(at::isBefore).orElse(true)
        && after.map(place -> isAfter(place, at, of)).orElse(true);
  }

  private static boolean isAfter(Place place, Instant at, String group) {
    return at.isBefore(place.at())
        || (!place.group().isEmpty()
            && at.equals(place.at())
            && group.compareTo(place.group()) > 0);
  }
}
