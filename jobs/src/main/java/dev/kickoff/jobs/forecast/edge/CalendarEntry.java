package dev.kickoff.jobs.forecast.edge;

/**
 * A record of the calendar topic, as it was understood.
 *
 * @param uid the event's identity, the record's key
 * @param version the version of the event as JSON; empty for other kinds
 * @param reason why it is put aside; empty otherwise
 */
public record CalendarEntry(Kind kind, String uid, String version, String reason, Origin origin) {

  /** What a record of the calendar topic is. */
  public enum Kind {
    /** One more version of an event. */
    VERSION,
    /** The event is to be forgotten with all its versions. */
    REMOVAL,
    /** Malformed: a dead letter. */
    PUT_ASIDE,
    /** No record: those before it have changed the calendar, and no more follow at once. */
    SETTLED
  }

  /** The word that the calendar has changed. */
  public static CalendarEntry settled(Origin origin) {
    return new CalendarEntry(Kind.SETTLED, "", "", "", origin);
  }
}
