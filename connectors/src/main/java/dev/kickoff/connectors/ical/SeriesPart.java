package dev.kickoff.connectors.ical;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What one VEVENT says: a single event, a whole series, or one occurrence of a series.
 *
 * @param event as it would be if it did not recur; its uid is the UID alone
 * @param start DTSTART
 * @param length how long each occurrence lasts, as a duration of RFC 5545
 * @param occurrence RECURRENCE-ID; empty for a single event and for a series
 * @param content all its properties
 * @param block where they stand
 */
record SeriesPart(
    Event event,
    IcalTime start,
    String length,
    Optional<IcalTime> occurrence,
    EventContent content,
    EventBlock block) {
  private static final List<String> RECURRENCE = List.of("RRULE", "RDATE", "EXRULE", "EXDATE");

  boolean recurs() {
    return occurrence.isEmpty() && RECURRENCE.stream().anyMatch(content::has);
  }

  int sequence() {
    return event.version().sequence();
  }

  /** The single event, or the one occurrence that this is about. */
  Event alone() {
    return occurrence.map(id -> withKey(id.key())).orElse(event);
  }

  /** The occurrence that begins at {@code from}. */
  Event occurrenceAt(IcalTime from, Instant end) {
    Event e = event;
    return new Event(
        uid(from.key()), e.title(), e.category(), from.instant(), end, e.attributes(), e.version());
  }

  private String uid(String key) {
    return event.uid() + "/" + key;
  }

  private Event withKey(String key) {
    Event e = event;
    return new Event(
        uid(key), e.title(), e.category(), e.start(), e.end(), e.attributes(), e.version());
  }

  /** The same event in another version. */
  static Event with(Event e, EventVersion version) {
    return new Event(e.uid(), e.title(), e.category(), e.start(), e.end(), e.attributes(), version);
  }

  /** The version that calls {@code occurrence} off because this, the later series, has it not. */
  Event calledOff(Event occurrence) {
    EventVersion own = event.version();
    return with(
        occurrence, new EventVersion(own.knownAt(), own.sequence(), 0, EventStatus.CANCELLED));
  }
}
