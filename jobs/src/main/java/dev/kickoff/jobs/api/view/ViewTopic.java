package dev.kickoff.jobs.api.view;

import java.util.Locale;

/** The kinds of change that a view announces; also the event names of the live stream. */
public enum ViewTopic {
  MINUTE,
  FORECAST,
  PLAN,
  FLEET,
  DECISION,
  EVENT,
  OVERRIDE,
  REVIEW;

  /** Its name on the wire, in lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
