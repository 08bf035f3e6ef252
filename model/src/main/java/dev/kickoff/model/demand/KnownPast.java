package dev.kickoff.model.demand;

import java.time.Instant;
import java.util.Optional;

/**
 * How much is known of a service's past, for judging whether a want is plausible.
 *
 * @param since start of the first minute that is known
 * @param highest the highest demand of any known minute, in requests per minute
 */
public record KnownPast(Instant since, double highest) {
  /** What a history says; empty without a single value. */
  public static Optional<KnownPast> of(DemandSeries history) {
    double highest = 0;
    for (int i = 0; i < history.size(); i++) {
      if (history.isPresent(i)) {
        highest = Math.max(highest, history.value(i));
      }
    }
    return history.lastKnown().isEmpty()
        ? Optional.empty()
        : Optional.of(new KnownPast(history.timeAt(history.firstKnown()), highest));
  }
}
