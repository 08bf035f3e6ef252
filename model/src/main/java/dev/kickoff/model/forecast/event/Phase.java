package dev.kickoff.model.forecast.event;

/** What a planned event does to demand at an instant; errors of one phase are alike. */
public enum Phase {
  /** No event is near. */
  QUIET,
  /** Around kick-off or the planned end of an event, where demand moves fastest. */
  RAMP,
  /** Within the window of an event, but not on a ramp. */
  EVENT,
  /** On a day of an event that lasts whole days, such as a holiday. */
  HOLIDAY
}
