package dev.kickoff.jobs.api.write.order;

import dev.kickoff.jobs.api.http.Fields;
import dev.kickoff.jobs.api.view.order.OverridesView.Standing;
import dev.kickoff.jobs.api.write.Undo;
import dev.kickoff.model.audit.Fingerprint;
import dev.kickoff.model.override.OperatorOverride;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as the API shows it.
 *
 * @param tag changes with every version
 * @param json as the contract has it
 */
public record OverrideDocument(String id, String tag, Fields json) {
  private static final List<Duration> NOTICES =
      List.of(Duration.ofMinutes(5), Duration.ofMinutes(15));
  private static final int TAG_LENGTH = 16;

  /**
   * An order at an instant.
   *
   * @param now engine time
   * @param undoableUntil wall time; empty when its last change can no longer be undone
   */
  public static OverrideDocument of(
      OperatorOverride order, Instant now, Optional<Instant> undoableUntil) {
    boolean ended = !order.until().isAfter(now);
    boolean pending = order.from().isAfter(now);
    Duration left = Duration.between(now, order.until());
    Optional<Integer> hosts = Optional.of(order.hosts()).filter(h -> order.kind().countsHosts());
    String tag = tag(order);
    Fields json =
        new Fields()
            .with("id", order.id())
            .with("group", order.group())
            .with("kind", OrderRequest.written(order.kind()))
            .with("hosts", hosts)
            .with("from", order.from())
            .with("until", order.until())
            .with("author", order.author())
            .with("reason", order.reason())
            .with("state", ended ? "ended" : pending ? "pending" : "in-force")
            .with("endsInSeconds", Optional.of(left.toMillis() / 1000.0).filter(s -> !ended))
            .with("warning", warning(left).filter(w -> !ended && !pending))
            .with("undoableUntil", undoableUntil)
            .with("etag", tag);
    return new OverrideDocument(order.id(), tag, json);
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

  /** What an operator is told before an order ends; empty while there is time. */
  public static Optional<String> warning(Duration left) {
    return NOTICES.stream()
        .filter(notice -> left.compareTo(notice) <= 0)
        .findFirst()
        .map(notice -> "ends within " + notice.toMinutes() + " minutes");
  }
}
