package dev.kickoff.jobs.api.view.order;

import dev.kickoff.model.override.OperatorOverride;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An order that is in force, with its countdown.
 *
 * @param group absent for every group
 * @param kind in lower case with hyphens
 * @param hosts absent where the kind has none
 * @param endsInSeconds of engine time
 * @param warning from 15 and from 5 minutes before the end
 */
public record ActiveOrder(
    String id,
    Optional<String> group,
    String kind,
    Optional<Integer> hosts,
    Instant until,
    String author,
    double endsInSeconds,
    Optional<String> warning) {
  private static final List<Duration> NOTICES =
      List.of(Duration.ofMinutes(5), Duration.ofMinutes(15));

  /** An order at an instant of engine time. */
  public static ActiveOrder of(OperatorOverride order, Instant now) {
    Duration left = Duration.between(now, order.until());
    return new ActiveOrder(
        order.id(),
        order.group(),
        order.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        Optional.of(order.hosts()).filter(hosts -> order.kind().countsHosts()),
        order.until(),
        order.author(),
        left.toMillis() / 1000.0,
        warning(left));
  }

  /** What an operator is told so long before an order ends; empty while there is time. */
  public static Optional<String> warning(Duration left) {
    return NOTICES.stream()
        .filter(notice -> left.compareTo(notice) <= 0)
        .findFirst()
        .map(notice -> "ends within " + notice.toMinutes() + " minutes");
  }
}
