package dev.kickoff.jobs.api.view;

import dev.kickoff.jobs.api.past.DecisionFilter;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.FloorChange;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The newest decisions of one group by sequence: {@link #KEPT} that held and {@link #KEPT} that
 * changed the floor, so that many quiet ticks do not push the changes out. Not thread-safe.
 */
final class DecisionHistory {
  static final int KEPT = 2_000;

  private final NavigableMap<Long, Decision> holds = new TreeMap<>();
  private final NavigableMap<Long, Decision> changes = new TreeMap<>();

  /** Whether the decision was not known before; a repeated one replaces the first in silence. */
  boolean accept(Decision decision) {
    long sequence = decision.key().sequence();
    boolean known = holds.remove(sequence) != null | changes.remove(sequence) != null;
    NavigableMap<Long, Decision> kind =
        decision.change().action() == FloorChange.Action.HOLD ? holds : changes;
    kind.put(sequence, decision);
    if (kind.size() > KEPT) {
      kind.pollFirstEntry();
    }
    return !known;
  }

  Optional<Decision> newest() {
    Map.Entry<Long, Decision> hold = holds.lastEntry();
    Map.Entry<Long, Decision> change = changes.lastEntry();
    if (hold == null || change == null) {
      return Optional.ofNullable(hold == null ? change : hold).map(Map.Entry::getValue);
    }
    return Optional.of(hold.getKey() > change.getKey() ? hold.getValue() : change.getValue());
  }

  Optional<Decision> decision(long sequence) {
    Decision change = changes.get(sequence);
    return Optional.ofNullable(change != null ? change : holds.get(sequence));
  }

  /** Those that are asked for, newest first within a kind; more than the limit where both fit. */
  Stream<Decision> newest(DecisionFilter filter) {
    return Stream.of(holds, changes)
        .flatMap(
            kind ->
                kind.descendingMap().values().stream()
                    .filter(d -> filter.asksFor(d.key(), d.change().action()))
                    .limit(filter.limit()));
  }
}
