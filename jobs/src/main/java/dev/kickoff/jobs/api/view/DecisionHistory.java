package dev.kickoff.jobs.api.view;

import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.FloorChange;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

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

  Collection<Decision> holds() {
    return holds.values();
  }

  Collection<Decision> changes() {
    return changes.values();
  }
}
