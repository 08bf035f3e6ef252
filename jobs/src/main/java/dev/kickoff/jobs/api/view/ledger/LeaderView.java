package dev.kickoff.jobs.api.view.ledger;

import dev.kickoff.model.control.DecisionKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Who controls each group: whoever made its newest decision. Thread-safe. */
public final class LeaderView {
  private final Map<String, Reign> reigns = new HashMap<>();

  private record Reign(long sequence, String leader) {}

  /** Notes who made a decision; decisions may come twice, and in any order. */
  public synchronized void decided(DecisionKey key, String leader) {
    reigns.merge(
        key.group(),
        new Reign(key.sequence(), leader),
        (known, other) -> other.sequence() >= known.sequence() ? other : known);
  }

  /** Who made the newest decision on a group; empty where that is not told. */
  public synchronized Optional<String> of(String group) {
    return Optional.ofNullable(reigns.get(group)).map(Reign::leader);
  }
}
