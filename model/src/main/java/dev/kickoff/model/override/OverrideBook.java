package dev.kickoff.model.override;

import dev.kickoff.model.override.OperatorOverride.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The overrides that are known, and how those in force combine.
 *
 * <p>Freeze before pin before ceiling before floor. Of several of one kind the strictest counts:
 * the lowest pin and ceiling, the highest floor and approval. One that has ended leaves no trace.
 */
public final class OverrideBook {
  private static final OverrideBook EMPTY = new OverrideBook(new TreeMap<>());

  private final SortedMap<String, OperatorOverride> byId;

  private OverrideBook(SortedMap<String, OperatorOverride> byId) {
    this.byId = byId;
  }

  public static OverrideBook empty() {
    return EMPTY;
  }

  /** A book of these; of several with one id the last counts. */
  public static OverrideBook of(Collection<OperatorOverride> overrides) {
    OverrideBook book = EMPTY;
    for (OperatorOverride override : overrides) {
      book = book.with(override);
    }
    return book;
  }

  /** This book with one more, or with a newer version of one. */
  public OverrideBook with(OperatorOverride override) {
    SortedMap<String, OperatorOverride> more = new TreeMap<>(byId);
    more.put(override.id(), override);
    return new OverrideBook(more);
  }

  /** This book without one. */
  public OverrideBook without(String id) {
    SortedMap<String, OperatorOverride> fewer = new TreeMap<>(byId);
    fewer.remove(id);
    return new OverrideBook(fewer);
  }

  /** All that are known, by id. */
  public List<OperatorOverride> all() {
    return List.copyOf(byId.values());
  }

  /** Those in force for a group at an instant, strongest first. */
  public List<OperatorOverride> inForce(String group, Instant at) {
    return byId.values().stream()
        .filter(override -> override.isInForce(group, at))
        .sorted(
            Comparator.comparing(OperatorOverride::kind).thenComparing(OverrideBook::strictness))
        .toList();
  }

  /** The strictest of a kind that is in force; empty when none is. */
  public Optional<OperatorOverride> strictest(Kind kind, String group, Instant at) {
    return inForce(group, at).stream().filter(override -> override.kind() == kind).findFirst();
  }

  private static int strictness(OperatorOverride override) {
    return switch (override.kind()) {
      case FLOOR, APPROVAL -> -override.hosts();
      default -> override.hosts();
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OverrideBook book && byId.equals(book.byId);
  }

  @Override
  public int hashCode() {
    return byId.hashCode();
  }

  @Override
  public String toString() {
    return byId.values().toString();
  }
}
