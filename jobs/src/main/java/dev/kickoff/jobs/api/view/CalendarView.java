package dev.kickoff.jobs.api.view;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every version of every event, each once; the calendar is built when it is next read. */
final class CalendarView {
  private record Identity(String uid, int sequence, long revision) {}

  private final Map<Identity, Event> versions = new LinkedHashMap<>();
  private @Nullable EventCalendar built;

  /** Whether this version was not known before. */
  boolean accept(Event event) {
    Identity identity =
        new Identity(event.uid(), event.version().sequence(), event.version().revision());
    if (event.equals(versions.put(identity, event))) {
      return false;
    }
    built = null;
    return true;
  }

  EventCalendar calendar() {
    if (built == null) {
      built = EventCalendar.of(versions.values());
    }
    return Objects.requireNonNull(built);
  }
}
