package dev.kickoff.model.override;

import dev.kickoff.model.override.OperatorOverride.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The overrides that are known, and how those in force combine.
 *
 * <p>Freeze everything before freeze before pin before ceiling before floor. Of several of one kind
 * the strictest counts: the lowest pin and ceiling, the highest floor and approval. One that has
 * ended leaves no trace.
 *
 * @param overrides one for each id, sorted by id
 */
public record OverrideBook(List<OperatorOverride> overrides) {
  /** How long one that has ended still counts as such. */
  public static final Duration JUST_ENDED = Duration.ofHours(1);

  /** By kind, and of one kind the strictest first. */
  public static final Comparator<OperatorOverride> STRONGEST_FIRST =
      Comparator.comparing(OperatorOverride::kind).thenComparing(OverrideBook::strictness);

  /** How long before its end an order is warned of, the last warning last. */
  public static final List<Duration> NOTICES =
      List.of(Duration.ofMinutes(15), Duration.ofMinutes(5));

  private static final OverrideBook EMPTY = new OverrideBook(List.of());

  public OverrideBook {
    overrides = overrides.stream().sorted(Comparator.comparing(OperatorOverride::id)).toList();
    for (int i = 1; i < overrides.size(); i++) {
      if (overrides.get(i).id().equals(overrides.get(i - 1).id())) {
        throw new IllegalArgumentException("override " + overrides.get(i).id() + " stands twice");
      }
    }
  }

  public static OverrideBook empty() {
    return EMPTY;
  }

  /** This book with one more, or with a newer version of one. */
  public OverrideBook with(OperatorOverride override) {
    List<OperatorOverride> more = new ArrayList<>(without(override.id()).overrides);
    more.add(override);
    return new OverrideBook(more);
  }

  /** This book without one. */
  public OverrideBook without(String id) {
    return new OverrideBook(overrides.stream().filter(o -> !o.id().equals(id)).toList());
  }

  /** This book with those only that are in force for a group, will be, or have just ended. */
  public OverrideBook concerning(String group, Instant at) {
    return new OverrideBook(
        overrides.stream()
            .filter(o -> o.until().plus(JUST_ENDED).isAfter(at))
            .filter(o -> o.group().map(group::equals).orElse(true))
            .toList());
  }

  /** Those in force for a group at an instant, strongest first. */
  public List<OperatorOverride> inForce(String group, Instant at) {
    return overrides.stream()
        .filter(override -> override.isInForce(group, at))
        .sorted(STRONGEST_FIRST)
        .toList();
  }

  /** The strictest of a kind that is in force; empty when none is. */
  public Optional<OperatorOverride> strictest(Kind kind, String group, Instant at) {
    return inForce(group, at).stream().filter(override -> override.kind() == kind).findFirst();
  }

  /** The freeze that is in force for a group; empty when there is none. */
  public Optional<OperatorOverride> freezeOf(String group, Instant at) {
    return strictest(Kind.FREEZE_EVERYTHING, group, at).or(() -> strictest(Kind.FREEZE, group, at));
  }

  /**
   * A warning that an order is about to end.
   *
   * @param notice the last of {@link #NOTICES} that is due
   */
  public record Expiry(OperatorOverride order, Duration notice) {}

  /** The orders in force for whatever group that are about to end, those that end first first. */
  public List<Expiry> expiring(Instant at) {
    return overrides.stream()
        .filter(order -> !at.isBefore(order.from()) && at.isBefore(order.until()))
        .flatMap(order -> notice(order, at).map(n -> new Expiry(order, n)).stream())
        .sorted(Comparator.comparing(expiry -> expiry.order().until()))
        .toList();
  }

  private static Optional<Duration> notice(OperatorOverride order, Instant at) {
    return NOTICES.stream()
        .filter(notice -> !at.isBefore(order.until().minus(notice)))
        .reduce((first, second) -> second);
  }

  /** Whether a group is ordered to decide and record only, and to change nothing. */
  public boolean forecastOnly(String group, Instant at) {
    return strictest(Kind.FORECAST_ONLY, group, at).isPresent();
  }

  private static int strictness(OperatorOverride override) {
    return switch (override.kind()) {
      case FLOOR, APPROVAL -> -override.hosts();
      default -> override.hosts();
    };
  }
}
