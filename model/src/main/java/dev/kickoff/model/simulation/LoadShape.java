package dev.kickoff.model.simulation;

import dev.kickoff.model.demand.DemandSeries;
import java.time.Duration;
import java.time.Instant;

/** Demand as a function of time: the same instant always has the same demand. */
public interface LoadShape {
  /** Demand of the minute that begins at {@code minute}, in requests per minute, 0 or more. */
  double requestsPerMinuteAt(Instant minute);

  /** The minutes of [{@code from}, {@code until}), without a gap. */
  default DemandSeries minutes(Instant from, Instant until) {
    Duration step = Duration.ofMinutes(1);
    DemandSeries.Builder series = DemandSeries.builder(from, step);
    for (Instant at = from; at.isBefore(until); at = at.plus(step)) {
      series.set(at, requestsPerMinuteAt(at));
    }
    return series.build();
  }
}
