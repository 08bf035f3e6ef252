package dev.kickoff.model.forecast;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandMasks;
import dev.kickoff.model.demand.DemandSeries;
import java.time.Duration;
import java.time.Instant;

/**
 * What is to be forecast, and all that may be used for it.
 *
 * @param issuedAt the first step starts here; {@code history} holds nothing from here on
 * @param resolution length of a step, a multiple of the history's step
 * @param horizon how far ahead, a multiple of {@code resolution}
 * @param history demand before {@code issuedAt}, in its native resolution
 * @param calendar the calendar as known at {@code issuedAt}; it may hold future events
 * @param told the stretches of history that an operator or signals say must not be learnt, as known
 *     at {@code issuedAt}; what the history itself shows need not be told
 */
public record ForecastRequest(
    Instant issuedAt,
    Duration resolution,
    Duration horizon,
    DemandSeries history,
    EventCalendar calendar,
    DemandMasks told) {

  public ForecastRequest {
    if (history.size() > 0 && !history.timeAt(history.size() - 1).isBefore(issuedAt)) {
      throw new IllegalArgumentException("history reaches past " + issuedAt);
    }
    if (horizon.toMillis() % resolution.toMillis() != 0 || horizon.isZero()) {
      throw new IllegalArgumentException(
          "horizon " + horizon + " must be a multiple of the resolution " + resolution);
    }
  }

  /** A request about a history of which nobody has told anything. */
  public ForecastRequest(
      Instant issuedAt,
      Duration resolution,
      Duration horizon,
      DemandSeries history,
      EventCalendar calendar) {
    this(issuedAt, resolution, horizon, history, calendar, DemandMasks.none());
  }

  /** This request, with those of {@code masks} that are known when it is issued. */
  public ForecastRequest told(DemandMasks masks) {
    return new ForecastRequest(
        issuedAt, resolution, horizon, history, calendar, masks.asKnownAt(issuedAt));
  }

  /** How many steps are asked for. */
  public int steps() {
    return (int) (horizon.toMillis() / resolution.toMillis());
  }
}
