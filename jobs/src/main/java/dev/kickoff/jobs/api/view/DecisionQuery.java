package dev.kickoff.jobs.api.view;

import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.DecisionKey;
import dev.kickoff.model.control.FloorChange;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/**
 * Which decisions are asked for; they are answered newest first.
 *
 * @param group empty for every group
 * @param actions not empty
 * @param before only decisions that come after this place in the order; empty from the newest on
 * @param limit at most so many, at least 1
 */
public record DecisionQuery(
    Optional<String> group, Set<FloorChange.Action> actions, Optional<Position> before, int limit) {

  /** Newest first; decisions of one instant by group. */
  static final Comparator<Decision> ORDER =
      Comparator.<Decision, Instant>comparing(d -> d.key().at())
          .reversed()
          .thenComparing(d -> d.key().group());

  public DecisionQuery {
    actions = Set.copyOf(actions);
  }

  /**
   * A place in the order.
   *
   * @param group empty for the place before every decision of that instant
   */
  public record Position(Instant at, String group) {
    /** The place of a decision. */
    public static Position of(DecisionKey key) {
      return new Position(key.at(), key.group());
    }

    boolean isBefore(DecisionKey key) {
      return key.at().isBefore(at)
          || (!group.isEmpty() && key.at().equals(at) && key.group().compareTo(group) > 0);
    }
  }

  boolean matches(Decision decision) {
    return actions.contains(decision.change().action())
        && before.map(position -> position.isBefore(decision.key())).orElse(true);
  }
}
