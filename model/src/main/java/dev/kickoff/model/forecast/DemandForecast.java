package dev.kickoff.model.forecast;

import dev.kickoff.model.demand.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Demand expected after an instant, as quantiles in even steps.
 *
 * @param issuedAt nothing later than this was used
 * @param resolution length of each step
 * @param calendarRevision the calendar's revision that it knows
 * @param demandThrough end of the last step of history with a value; empty without any history
 * @param steps the first starts at {@code issuedAt}, each at the end of the one before
 */
public record DemandForecast(
    Service service,
    ForecastKind kind,
    Instant issuedAt,
    Duration resolution,
    long calendarRevision,
    MethodNote method,
    Optional<Instant> demandThrough,
    List<ForecastStep> steps) {

  public DemandForecast {
    steps = List.copyOf(steps);
    Instant expected = issuedAt;
    for (ForecastStep step : steps) {
      if (!step.from().equals(expected) || !step.until().equals(expected.plus(resolution))) {
        throw new IllegalArgumentException("step at " + step.from() + " is not at " + expected);
      }
      expected = step.until();
    }
  }

  /** This forecast, its note with a further reason. */
  public DemandForecast adding(String reason) {
    return new DemandForecast(
        service,
        kind,
        issuedAt,
        resolution,
        calendarRevision,
        method.adding(reason),
        demandThrough,
        steps);
  }

  /** How old the forecast is at {@code now}. */
  public Duration ageAt(Instant now) {
    return Duration.between(issuedAt, now);
  }

  /** End, exclusive, of the last step. */
  public Instant until() {
    return issuedAt.plus(resolution.multipliedBy(steps.size()));
  }

  /** The step that covers {@code at}; empty outside the horizon. */
  public Optional<ForecastStep> stepAt(Instant at) {
    long i = Math.floorDiv(Duration.between(issuedAt, at).toMillis(), resolution.toMillis());
    return i >= 0 && i < steps.size() ? Optional.of(steps.get((int) i)) : Optional.empty();
  }
}
