package dev.kickoff.model.demand;

import java.time.Duration;
import java.time.Instant;
import java.util.DoubleSummaryStatistics;
import java.util.List;
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
 * @param sameHourUsually the mean demand that more than half of those hours, and at least two,
 *     reached; empty where fewer are known
 * @param sameHourLow what more than half of those hours, and at least two, fell to; empty where
 *     fewer are known
 */
public record KnownPast(
    Instant since,
    double highest,
    OptionalDouble sameHour,
    OptionalDouble sameHourUsually,
    OptionalDouble sameHourLow) {
  private static final int WEEKS = 4;
  private static final Duration AHEAD = Duration.ofHours(1);

  /** A past without a like hour. */
  public KnownPast(Instant since, double highest) {
    this(since, highest, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty());
  }

  /** What a history says at {@code now}; empty without a single value. */
  public static Optional<KnownPast> of(DemandSeries history, Instant now) {
    if (history.lastKnown().isEmpty()) {
      return Optional.empty();
    }
    List<DoubleSummaryStatistics> hours =
        IntStream.rangeClosed(1, WEEKS)
            .mapToObj(week -> now.minus(Duration.ofDays(7L * week)))
            .map(then -> within(history, then, then.plus(AHEAD)))
            .filter(hour -> hour.getCount() > 0)
            .toList();
    OptionalDouble highest = hours.stream().mapToDouble(DoubleSummaryStatistics::getMax).max();
    double[] means = hours.stream().mapToDouble(h -> h.getAverage()).sorted().toArray();
    double[] lows = hours.stream().mapToDouble(h -> h.getMin()).sorted().toArray();
    int most = Math.max(2, hours.size() / 2 + 1);
    Instant since = history.timeAt(history.firstKnown());
    return Optional.of(
        new KnownPast(
            since,
            Math.max(0, within(history, since, now).getMax()),
            highest,
            at(means, means.length - most),
            at(lows, most - 1)));
  }

  private static OptionalDouble at(double[] values, int index) {
    return index >= 0 && index < values.length
        ? OptionalDouble.of(values[index])
        : OptionalDouble.empty();
  }

  private static DoubleSummaryStatistics within(DemandSeries history, Instant from, Instant until) {
    int first = Math.max(0, history.indexOf(from));
    int last = Math.min(history.size(), history.indexOf(until));
    return IntStream.range(first, last)
        .filter(history::isPresent)
        .mapToDouble(history::value)
        .summaryStatistics();
  }

  /** Whether a reading of zero is nothing out of the ordinary at this hour. */
  public boolean usesToBeZero() {
    return sameHourLow.isPresent() && sameHourLow.getAsDouble() == 0;
  }
}
