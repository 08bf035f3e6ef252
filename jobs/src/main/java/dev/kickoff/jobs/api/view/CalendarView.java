package dev.kickoff.jobs.api.view;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every version of every event, each once; the calendar is built when it is next read. */
final class CalendarView {
  private static final Comparator<Event> NEWEST_LAST =
      Comparator.<Event>comparingInt(e -> e.version().sequence())
          .thenComparingLong(e -> e.version().revision());

  private record Identity(String uid, int sequence, long revision) {}

  private final Map<Identity, Event> versions = new LinkedHashMap<>();
  private final Map<String, Event> newest = new HashMap<>();
  private final Map<String, String> origins = new HashMap<>();
  private @Nullable EventCalendar built;

  /** Whether this version was not known before. */
  boolean accept(Event event, Optional<String> origin) {
    Identity identity =
        new Identity(event.uid(), event.version().sequence(), event.version().revision());
    if (event.equals(versions.put(identity, event))) {
      return false;
    }
    newest.merge(event.uid(), event, (a, b) -> NEWEST_LAST.compare(a, b) <= 0 ? b : a);
    if (event.equals(newest.get(event.uid()))) {
      origin.ifPresentOrElse(
          name -> origins.put(event.uid(), name), () -> origins.remove(event.uid()));
    }
    built = null;
    return true;
  }

  /** The version of an event that counts, also when it calls it off. */
  Optional<Event> newest(String uid) {
    return Optional.ofNullable(newest.get(uid));
  }

  /** Who wrote the version that counts; empty where that is not said. */
  Optional<String> origin(String uid) {
    return Optional.ofNullable(origins.get(uid));
  }

  EventCalendar calendar() {
    if (built == null) {
      built = EventCalendar.of(versions.values());
    }
    return Objects.requireNonNull(built);
  }
}
