package dev.kickoff.model.forecast.longrange;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastDesk;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.Forecaster;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Forecasts that reach weeks ahead, in steps of an hour, or in those of the demand where they are
 * longer or do not fit into an hour.
 */
final class WeeksAhead {
  private static final Duration HOUR = Duration.ofHours(1);

  private final LongRangeRequest request;
  private final List<Forecaster> methods;
  private final DemandSeries demand;

  WeeksAhead(LongRangeRequest request, List<Forecaster> methods) {
    this.request = request;
    this.methods = methods;
    boolean fits = HOUR.toMillis() % request.demand().step().toMillis() == 0;
    this.demand = fits ? request.demand().resample(HOUR, false) : request.demand();
  }

  /** Start of the first step with a value. */
  Instant firstKnown() {
    return demand.timeAt(demand.firstKnown());
  }

  /** The forecast from {@code origin}, to the end of so many weeks of local days. */
  DemandForecast from(Instant origin, int weeks) {
    List<LocalDate> days = Stretch.days(origin, 7 * weeks, request.zone());
    Instant end = Stretch.of(days.get(days.size() - 1), request.zone()).until();
    long step = demand.step().toMillis();
    long steps = (Duration.between(origin, end).toMillis() + step - 1) / step;
    return new ForecastDesk(methods)
        .issue(
            request.service(),
            ForecastKind.FAR,
            new ForecastRequest(
                origin,
                demand.step(),
                Duration.ofMillis(steps * step),
                ForecastDesk.wholeStepsBefore(demand, origin),
                request.calendar().asKnownAt(origin),
                request.masks().asKnownAt(origin)));
  }
}
