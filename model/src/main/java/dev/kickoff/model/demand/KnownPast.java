package dev.kickoff.model.demand;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How much is known of a service's past, for judging whether a want is plausible, and for doing
 * without a forecast that is not.
 *
 * @param since start of the first minute that is known
 * @param highest the highest demand of any known minute, in requests per minute
 * @param sameHour the highest demand within the hour from now on, a whole number of weeks ago, up
 *     to four; empty where no such minute is known
 * @param sameHourUsually what more than half of those hours, and at least two, reached; empty where
 *     fewer are known
 */
public record KnownPast(
    Instant since, double highest, OptionalDouble sameHour, OptionalDouble sameHourUsually) {
  private static final int WEEKS = 4;
  private static final Duration AHEAD = Duration.ofHours(1);

  /** A past without a like hour. */
  public KnownPast(Instant since, double highest) {
    this(since, highest, OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** What a history says at {@code now}; empty without a single value. */
  public static Optional<KnownPast> of(DemandSeries history, Instant now) {
    if (history.lastKnown().isEmpty()) {
      return Optional.empty();
    }
    double[] hours =
        IntStream.rangeClosed(1, WEEKS)
            .mapToObj(week -> now.minus(Duration.ofDays(7L * week)))
            .map(then -> highest(history, then, then.plus(AHEAD)))
            .flatMapToDouble(OptionalDouble::stream)
            .sorted()
            .toArray();
    Instant since = history.timeAt(history.firstKnown());
    double highest = highest(history, since, now).orElse(0);
    int most = Math.max(2, hours.length / 2 + 1);
    return Optional.of(new KnownPast(since, highest, fromTop(hours, 1), fromTop(hours, most)));
  }

  private static OptionalDouble fromTop(double[] sorted, int place) {
    return sorted.length < place
        ? OptionalDouble.empty()
        : OptionalDouble.of(sorted[sorted.length - place]);
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
