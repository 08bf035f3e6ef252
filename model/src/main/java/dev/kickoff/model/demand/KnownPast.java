package dev.kickoff.model.demand;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much is known of a service's past, for judging whether a want is plausible, and for doing
 * without a forecast that is not.
 *
 * @param since start of the first minute that is known
 * @param highest the highest demand of any known minute, in requests per minute
 * @param sameHour the highest demand within the hour from now on, a whole number of weeks ago, up
 *     to four; empty where no such minute is known
 */
public record KnownPast(Instant since, double highest, OptionalDouble sameHour) {
  private static final int WEEKS = 4;
  private static final Duration AHEAD = Duration.ofHours(1);

  /** A past without a like hour. */
  public KnownPast(Instant since, double highest) {
    this(since, highest, OptionalDouble.empty());
  }

  /** What a history says at {@code now}; empty without a single value. */
  public static Optional<KnownPast> of(DemandSeries history, Instant now) {
    if (history.lastKnown().isEmpty()) {
      return Optional.empty();
    }
    OptionalDouble sameHour = OptionalDouble.empty();
    for (int week = 1; week <= WEEKS; week++) {
      Instant then = now.minus(Duration.ofDays(7L * week));
      OptionalDouble highest = highest(history, then, then.plus(AHEAD));
      if (highest.isPresent()) {
        sameHour = OptionalDouble.of(Math.max(highest.getAsDouble(), sameHour.orElse(0)));
      }
    }
    Instant since = history.timeAt(history.firstKnown());
    double highest = highest(history, since, now).orElse(0);
    return Optional.of(new KnownPast(since, highest, sameHour));
  }

  private static OptionalDouble highest(DemandSeries history, Instant from, Instant until) {
    int first = Math.max(0, history.indexOf(from));
    int last = Math.min(history.size(), history.indexOf(until));
    OptionalDouble highest = OptionalDouble.empty();
    for (int i = first; i < last; i++) {
      if (history.isPresent(i)) {
        highest = OptionalDouble.of(Math.max(history.value(i), highest.orElse(0)));
      }
    }
    return highest;
  }
}
