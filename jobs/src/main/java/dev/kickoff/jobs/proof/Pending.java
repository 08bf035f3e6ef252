package dev.kickoff.jobs.proof;

import java.util.List;
import java.util.Optional;

/** Invariants that are known not to hold yet. */
public record Pending(List<Entry> entries) {
  /** An invariant's name, and why it does not hold yet. */
  public record Entry(String invariant, String why) {}

  public Pending {
    entries = List.copyOf(entries);
  }

  /** Why an invariant does not hold yet; empty when it must. */
  public Optional<String> why(String invariant) {
    return entries.stream()
        .filter(e -> e.invariant().equals(invariant))
        .map(Entry::why)
        .findFirst();
  }
}
