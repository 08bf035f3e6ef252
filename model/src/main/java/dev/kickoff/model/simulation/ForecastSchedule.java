package dev.kickoff.model.simulation;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.MinuteCode;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastIssuer;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the live job issues which forecast, and of what: near every minute, far every quarter of an
 * hour and at calendar changes.
 *
 * <p>What is issued at a minute depends on nothing but the minute and the input.
 */
public final class ForecastSchedule {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration FAR_EVERY = Duration.ofMinutes(15);

  private final ReplayInput input;
  private final DemandSeries remembered;

  public ForecastSchedule(ReplayInput input) {
    this.input = input;
    this.remembered = MinuteCode.rounded(input.minutes());
  }

  /** The first minute at which forecasts are issued: the one before the timeline begins. */
  public Instant firstAt() {
    return input.from().minus(MINUTE);
  }

  /** What is issued at {@code minute}, by {@code issuer}. */
  public IssuedForecasts issue(Instant minute, ForecastIssuer issuer) {
    EventCalendar known = input.calendar().asKnownAt(minute);
    Optional<DemandForecast> far =
        isFarDue(minute, known)
            ? Optional.of(forecast(ForecastKind.FAR, minute, known, issuer))
            : Optional.empty();
    return new IssuedForecasts(forecast(ForecastKind.NEAR, minute, known, issuer), far);
  }

  private boolean isFarDue(Instant minute, EventCalendar known) {
    return minute.equals(firstAt())
        || minute.toEpochMilli() % FAR_EVERY.toMillis() == 0
        || known.revision() != input.calendar().asKnownAt(minute.minus(MINUTE)).revision();
  }

  private DemandForecast forecast(
      ForecastKind kind, Instant at, EventCalendar known, ForecastIssuer issuer) {
    ForecastRequest request =
        new ForecastRequest(at, kind.resolution(), kind.horizon(), remembered.before(at), known);
    return issuer.issue(input.group().service(), kind, request);
  }
}
