package dev.kickoff.model.simulation.policy;

import dev.kickoff.model.demand.DemandSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A seasonal forecast of the mean demand of whole hours, from at most fourteen days of history.
 *
 * <p>It stands in for the forecast of AWS predictive scaling, whose method is not published; what
 * is (<a
 * href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/predictive-scaling-policy-overview.html">
 * hourly, 14 days, at least 24 hours, no calendar of events</a>) it keeps. An hour is expected to
 * be the mean of the same hour of the week, one and two weeks before, where one of them is known;
 * else the mean of the same hour of the days known; times how the last day compared with what this
 * rule had said of it, within 0.5..2.
 */
final class HourlyForecast {
  /** The history that is looked at. */
  static final Duration HISTORY = Duration.ofDays(14);

  private static final Duration HOUR = Duration.ofHours(1);
  private static final int DAY = 24;
  private static final int WEEK = 7 * DAY;
  private static final double MOST_CHANGE = 2;

  private final DemandSeries hours;
  private final double level;

  private HourlyForecast(DemandSeries hours) {
    this.hours = hours;
    this.level = level();
  }

  /** The forecast from the minutes before {@code at}; empty with under 24 known hours. */
  static Optional<HourlyForecast> of(DemandSeries minutes, Instant at) {
    DemandSeries known = minutes.before(at).from(at.minus(HISTORY)).resample(HOUR, false);
    return known.known() < DAY ? Optional.empty() : Optional.of(new HourlyForecast(known));
  }

  /** The expected mean demand, in requests per minute, of the hour that covers {@code at}. */
  double meanAt(Instant at) {
    int hour = hours.indexOf(at);
    return level * seasonal(hour, hours.size()).orElseGet(this::mean);
  }

  private double level() {
    double came = 0;
    double said = 0;
    for (int i = hours.size() - DAY; i < hours.size(); i++) {
      OptionalDouble expected = seasonal(i, i);
      if (hours.isPresent(i) && expected.isPresent()) {
        came += hours.value(i);
        said += expected.getAsDouble();
      }
    }
    double change = came > 0 && said > 0 ? came / said : 1;
    return Math.max(1 / MOST_CHANGE, Math.min(MOST_CHANGE, change));
  }

  /** What the hours before {@code until} say of an hour; empty where none is like it. */
  private OptionalDouble seasonal(int hour, int until) {
    OptionalDouble weekly = meanOf(hour, WEEK, until);
    return weekly.isPresent() ? weekly : meanOf(hour, DAY, until);
  }

  private OptionalDouble meanOf(int hour, int every, int until) {
    double total = 0;
    int known = 0;
    for (int i = hour - every; i >= 0; i -= every) {
      if (i < until && hours.isPresent(i)) {
        total += hours.value(i);
        known++;
      }
    }
    return known == 0 ? OptionalDouble.empty() : OptionalDouble.of(total / known);
  }

  private double mean() {
    double total = 0;
    for (int i = 0; i < hours.size(); i++) {
      total += hours.isPresent(i) ? hours.value(i) : 0;
    }
    return total / hours.known();
  }
}
