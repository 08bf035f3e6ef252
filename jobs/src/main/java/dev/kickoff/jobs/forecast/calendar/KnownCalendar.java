package dev.kickoff.jobs.forecast.calendar;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.jobs.forecast.edge.CalendarEntry;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.Types;
import org.jspecify.annotations.Nullable;

/**
 * Every version of every event that the job has read, and until when what became known counts.
 *
 * <p>A forecast at T knows what was known at T; once the job was told to forecast anew, also what
 * had been heard of by then, so that no later forecast forgets it again. Not thread safe.
 */
public final class KnownCalendar {
  /**
   * Versions of events as JSON, by uid, sequence and revision; and, under no uid, what is heard.
   */
  public static final MapStateDescriptor<String, String> STATE =
      new MapStateDescriptor<>("calendar", Types.STRING, Types.STRING);

  private static final String HEARD = "";

  private @Nullable EventCalendar calendar;

  /** Takes in a version or a removal. */
  public void take(CalendarEntry entry, BroadcastState<String, String> versions) throws Exception {
    calendar = null;
    if (entry.kind() == CalendarEntry.Kind.VERSION) {
      Event event = event(entry.version());
      String which = event.version().sequence() + "/" + event.version().revision();
      versions.put(entry.uid() + "\n" + which, entry.version());
      return;
    }
    List<String> removed = new ArrayList<>();
    for (Map.Entry<String, String> version : versions.entries()) {
      if (version.getKey().startsWith(entry.uid() + "\n")) {
        removed.add(version.getKey());
      }
    }
    for (String key : removed) {
      versions.remove(key);
    }
  }

  /** From now on all counts as known that is known by the newest version. */
  public void hear(BroadcastState<String, String> versions) throws Exception {
    EventCalendar all = all(versions);
    for (Event version : all.versions()) {
      if (version.version().revision() == all.revision() && version.knownAt().isPresent()) {
        versions.put(HEARD, String.valueOf(version.knownAt().get().toEpochMilli()));
      }
    }
  }

  /**
   * The calendar for a forecast at an instant: as known then, or by the newest version that was
   * heard of, where that is later.
   */
  public EventCalendar at(Instant at, ReadOnlyBroadcastState<String, String> versions)
      throws Exception {
    String millis = versions.get(HEARD);
    Instant heard = millis == null ? at : Instant.ofEpochMilli(Long.parseLong(millis));
    EventCalendar all = all(versions);
    return all.asKnownBy(at, all.asKnownAt(heard.isAfter(at) ? heard : at).revision());
  }

  private EventCalendar all(ReadOnlyBroadcastState<String, String> versions) throws Exception {
    EventCalendar known = calendar;
    if (known == null) {
      List<Event> events = new ArrayList<>();
      for (Map.Entry<String, String> version : versions.immutableEntries()) {
        if (!version.getKey().equals(HEARD)) {
          events.add(event(version.getValue()));
        }
      }
      known = EventCalendar.of(events);
      calendar = known;
    }
    return known;
  }

  private static Event event(String json) {
    return Json.decode(json.getBytes(StandardCharsets.UTF_8), Event.class);
  }
}
