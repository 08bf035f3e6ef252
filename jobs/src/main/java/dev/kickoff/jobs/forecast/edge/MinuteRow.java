package dev.kickoff.jobs.forecast.edge;

import dev.kickoff.model.demand.MinuteDemand;

/**
 * The demand of a {@link MinuteDemand} as it flows between operators.
 *
 * @param minuteMillis start of the minute, in milliseconds of the epoch
 * @param value requests per minute
 * @param emittedAtMillis event time from which it is available, in milliseconds of the epoch
 * @param inherited whether it was measured of the service's declared ancestor
 */
public record MinuteRow(
    String service,
    long minuteMillis,
    double value,
    double completeness,
    int revision,
    boolean isFinal,
    long emittedAtMillis,
    boolean inherited) {

  /** A minute that was measured of the service itself. */
  public MinuteRow(
      String service,
      long minuteMillis,
      double value,
      double completeness,
      int revision,
      boolean isFinal,
      long emittedAtMillis) {
    this(service, minuteMillis, value, completeness, revision, isFinal, emittedAtMillis, false);
  }

  /** The same minute as history of a service that inherits from this one. */
  public MinuteRow leftTo(String heir) {
    return new MinuteRow(
        heir, minuteMillis, value, completeness, revision, isFinal, emittedAtMillis, true);
  }
}
