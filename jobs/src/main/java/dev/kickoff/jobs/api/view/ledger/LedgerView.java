package dev.kickoff.jobs.api.view.ledger;

import dev.kickoff.jobs.api.past.Past;
import dev.kickoff.jobs.api.view.input.InputWatch;
import dev.kickoff.model.control.ActuationIntent;
import dev.kickoff.model.control.DecisionKey;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What belongs to decisions: how far the topics had been read, and what came of the calls.
 *
 * <p>Bounded to {@link #KEPT} of each a group; thread-safe.
 */
public final class LedgerView {
  /** How many of each are kept a group. */
  public static final int KEPT = 4_000;

  private final Map<String, NavigableMap<Long, ActuationIntent>> intents = new HashMap<>();
  private final Map<String, NavigableMap<Long, Map<String, Long>>> positions = new HashMap<>();
  private final InputWatch inputs = new InputWatch();
  private final LeaderView leaders = new LeaderView();
  private long changes;
  private volatile Past past = Past.NONE;

  /** The call that a decision led to, or what came of it. */
  public synchronized void accept(ActuationIntent intent) {
    put(intents, intent.group(), intent.sequence(), intent);
  }

  /** What had been read when a decision was made: the next offset by topic/partition. */
  public synchronized void read(DecisionKey key, Map<String, Long> upTo) {
    if (!upTo.isEmpty()) {
      put(positions, key.group(), key.sequence(), Map.copyOf(upTo));
    }
  }

  /** How often anything was taken. */
  public synchronized long changes() {
    return changes;
  }

  private <T> void put(
      Map<String, NavigableMap<Long, T>> all, String group, long sequence, T value) {
    NavigableMap<Long, T> kept = all.computeIfAbsent(group, g -> new TreeMap<>());
    kept.put(sequence, value);
    changes++;
    if (kept.size() > KEPT) {
      kept.pollFirstEntry();
    }
  }

  private static <T> Optional<T> get(
      Map<String, NavigableMap<Long, T>> all, String group, long sequence) {
    return Optional.ofNullable(all.get(group)).map(kept -> kept.get(sequence));
  }

  /** The call to the fleet that a decision led to; empty when it led to none, or is not kept. */
  public synchronized Optional<ActuationIntent> intent(String group, long sequence) {
    return get(intents, group, sequence);
  }

  /** What had been read when a decision was made; empty when that is not kept. */
  public synchronized Map<String, Long> positions(String group, long sequence) {
    return get(positions, group, sequence).orElse(Map.of());
  }

  /** Who made the newest decisions. */
  public LeaderView leaders() {
    return leaders;
  }

  /** What was put aside on its way in. */
  public InputWatch inputs() {
    return inputs;
  }

  /** From now on also answers from what is kept elsewhere. */
  public void remember(Past kept) {
    past = kept;
  }

  /** What is kept beyond memory. */
  public Past past() {
    return past;
  }
}
