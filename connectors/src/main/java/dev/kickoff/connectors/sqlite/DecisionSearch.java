package dev.kickoff.connectors.sqlite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which decisions are looked for, newest first and those of one instant by group.
 *
 * @param group empty for every group
 * @param actions names of actions, not empty
 * @param from the earliest instant
 * @param to the latest, exclusive
 * @param after only those after the decision of a group at an instant; a group that is empty is
 *     before every group
 * @param limit at most so many
 */
public record DecisionSearch(
    Optional<String> group,
    Set<String> actions,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<Place> after,
    int limit) {
  /** A place in the order. */
  public record Place(Instant at, String group) {}

  /**
   * The question to the file.
   *
   * @param values in the order of the question marks
   */
  record Question(String sql, List<Object> values) {}

  Question question() {
    List<String> conditions = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    conditions.add("action IN (" + String.join(",", actions.stream().map(a -> "?").toList()) + ")");
    values.addAll(actions);
    group.ifPresent(
        name -> {
          conditions.add("grp = ?");
          values.add(name);
        });
    from.ifPresent(
        at -> {
          conditions.add("at >= ?");
          values.add(at.toEpochMilli());
        });
    to.ifPresent(
        at -> {
          conditions.add("at < ?");
          values.add(at.toEpochMilli());
        });
    after.ifPresent(
        place -> {
          long at = place.at().toEpochMilli();
          conditions.add("at <= ? AND (at < ? OR (? <> '' AND grp > ?))");
          values.addAll(List.of(at, at, place.group(), place.group()));
        });
    values.add(limit);
    return new Question(
        "SELECT grp, sequence, at, nano, mode, before, wanted, after, guardrail, reason"
            + " FROM decision WHERE "
            + String.join(" AND ", conditions)
            + " ORDER BY at DESC, grp LIMIT ?",
        values);
  }
}
