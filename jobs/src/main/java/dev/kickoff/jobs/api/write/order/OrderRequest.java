package dev.kickoff.jobs.api.write.order;

import dev.kickoff.model.override.OperatorOverride.Kind;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The body of a request for an order, as the contract has it.
 *
 * @param kind in lower case with hyphens
 */
public record OrderRequest(
    Optional<String> group,
    String kind,
    OptionalInt hosts,
    String reason,
    Optional<Instant> from,
    Optional<Instant> until,
    OptionalInt minutes) {

  Kind order() {
    return Kind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** A kind as the API writes it. */
  public static String written(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
