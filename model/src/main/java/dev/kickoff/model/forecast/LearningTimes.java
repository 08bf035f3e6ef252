package dev.kickoff.model.forecast;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import java.time.Duration;
import java.time.Instant;

/**
 * When a service's models are learnt: every six hours, each service at minutes of its own.
 *
 * <p>The minutes follow from the service's name alone, so that they are the same live, in a replay
 * and in a backtest, and that many services do not learn all at once. With under two days of
 * history a model is learnt at every quarter of an hour, and before the first of them at once.
 */
final class LearningTimes {
  /** With less history than this, models are learnt more often. */
  static final Duration YOUNG = Duration.ofDays(2);

  private static final Duration PERIOD = Duration.ofHours(6);
  private static final Duration YOUNG_PERIOD = Duration.ofMinutes(15);

  private LearningTimes() {}

  /** The instant, at or before the request's, whose model is used for it. */
  static Instant of(Service service, ForecastRequest request) {
    Instant issuedAt = request.issuedAt();
    DemandSeries history = request.history();
    if (history.firstKnown() == history.size()) {
      return issuedAt;
    }
    Instant first = history.timeAt(history.firstKnown());
    Duration shift = shift(service, request.resolution());
    Instant old = floor(issuedAt.minus(shift), PERIOD).plus(shift);
    if (!old.isBefore(first.plus(YOUNG))) {
      return old;
    }
    Instant young = floor(issuedAt, YOUNG_PERIOD);
    return young.isBefore(first.plus(YOUNG_PERIOD)) ? issuedAt : young;
  }

  /**
   * How long after a whole quarter of a day (UTC) a service learns: whole minutes below six hours,
   * and whole steps of what is forecast, so that the last step is known wholly. Steps longer than
   * {@link ForecastDesk#FINE_STEP} are not forecast live, and are learnt at the quarters.
   */
  static Duration shift(Service service, Duration resolution) {
    int mixed = service.name().hashCode() * 0x9E3779B9;
    mixed = (mixed ^ (mixed >>> 16)) * 0x85EBCA6B;
    mixed ^= mixed >>> 13;
    if (resolution.compareTo(ForecastDesk.FINE_STEP) > 0) {
      return Duration.ZERO;
    }
    long minutes = Integer.remainderUnsigned(mixed, (int) PERIOD.toMinutes());
    Duration shift = Duration.ofMinutes(minutes);
    return shift.minusMillis(shift.toMillis() % resolution.toMillis());
  }

  private static Instant floor(Instant at, Duration period) {
    long millis = period.toMillis();
    return Instant.ofEpochMilli(Math.floorDiv(at.toEpochMilli(), millis) * millis);
  }
}
