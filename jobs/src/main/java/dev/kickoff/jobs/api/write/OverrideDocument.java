package dev.kickoff.jobs.api.write;

import dev.kickoff.jobs.api.view.order.OverridesView.Standing;
import dev.kickoff.model.audit.Fingerprint;
import dev.kickoff.model.override.OperatorOverride;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An order as the API shows it.
 *
 * @param group absent for every group
 * @param hosts absent where the kind has none
 * @param state {@code pending}, {@code in-force} or {@code ended}
 * @param endsInSeconds engine time; absent once it has ended
 * @param warning set from 15 and from 5 minutes before the end
 * @param undoableUntil wall time; absent when its last change can no longer be undone
 * @param etag changes with every version
 */
public record OverrideDocument(
    String id,
    Optional<String> group,
    String kind,
    OptionalInt hosts,
    Instant from,
    Instant until,
    String author,
    String reason,
    String state,
    Optional<Double> endsInSeconds,
    Optional<String> warning,
    Optional<Instant> undoableUntil,
    String etag) {
  private static final List<Duration> NOTICES =
      List.of(Duration.ofMinutes(5), Duration.ofMinutes(15));
  private static final int TAG_LENGTH = 16;

  /**
   * An order at an instant.
   *
   * @param now engine time
   */
  static OverrideDocument of(OperatorOverride order, Instant now, Optional<Instant> undoableUntil) {
    boolean ended = !order.until().isAfter(now);
    Duration left = Duration.between(now, order.until());
    return new OverrideDocument(
        order.id(),
        order.group(),
        OrderRequest.written(order.kind()),
        order.kind().countsHosts() ? OptionalInt.of(order.hosts()) : OptionalInt.empty(),
        order.from(),
        order.until(),
        order.author(),
        order.reason(),
        ended ? "ended" : order.from().isAfter(now) ? "pending" : "in-force",
        ended ? Optional.empty() : Optional.of(left.toMillis() / 1000.0),
        ended || order.from().isAfter(now) ? Optional.empty() : warning(left),
        undoableUntil,
        tag(order));
  }

  /** An order that stands, at an instant of engine time and one of wall time. */
  static OverrideDocument of(Standing standing, Instant now, Instant wallNow) {
    Optional<Instant> undoable =
        Optional.of(standing)
            .filter(each -> Undo.of(each, now).isPresent())
            .map(each -> each.newest().writtenAt().plus(Undo.WINDOW))
            .filter(wallNow::isBefore);
    return of(standing.order(), now, undoable);
  }

  /** What tells a version of an order from others. */
  static String tag(OperatorOverride order) {
    return Fingerprint.of(List.of(order)).substring(0, TAG_LENGTH);
  }

  private static Optional<String> warning(Duration left) {
    return NOTICES.stream()
        .filter(notice -> left.compareTo(notice) <= 0)
        .findFirst()
        .map(notice -> "ends within " + notice.toMinutes() + " minutes");
  }
}
