package dev.kickoff.model.calendar;

/** Whether an event is going to happen, as far as its calendar says. */
public enum EventStatus {
  CONFIRMED,
  CANCELLED
}
