package dev.kickoff.connectors;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import java.util.List;

/**
 * Events that were read, and what was wrong with the rest.
 *
 * @param events every version of every event, in the order of the file; possibly none
 * @param problems the events that were refused, or could be read in part only
 * @param notes what a reader should know though nothing was refused
 */
public record CalendarRead(List<Event> events, Problems problems, List<String> notes) {
  public CalendarRead {
    events = List.copyOf(events);
    notes = List.copyOf(notes);
  }

  /** The events as a calendar, its revisions in the order in which they became known. */
  public EventCalendar calendar() {
    return EventCalendar.published(events);
  }
}
