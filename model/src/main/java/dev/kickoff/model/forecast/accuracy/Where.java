package dev.kickoff.model.forecast.accuracy;

/**
 * Which steps a score is over.
 *
 * <p>Inside an event's window means from half an hour before its start to two and a half hours
 * after it, or to its end where that is later.
 */
public enum Where {
  ALL,
  EVENTS,
  QUIET
}
