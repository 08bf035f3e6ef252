package dev.kickoff.jobs.forecast.edge;

import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.demand.Service;
import java.time.Instant;

/**
 * A {@link MinuteDemand} as it flows between operators.
 *
 * @param minuteMillis start of the minute, in milliseconds of the epoch
 * @param value requests per minute
 * @param emittedAtMillis event time from which it is available, in milliseconds of the epoch
 */
public record MinuteRow(
    String service,
    long minuteMillis,
    double value,
    double completeness,
    int revision,
    boolean isFinal,
    long emittedAtMillis) {

  /** The minute of demand that it stands for. */
  public MinuteDemand toModel() {
    return new MinuteDemand(
        new Service(service),
        Instant.ofEpochMilli(minuteMillis),
        value,
        completeness,
        revision,
        isFinal,
        Instant.ofEpochMilli(emittedAtMillis));
  }
}
