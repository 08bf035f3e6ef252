package dev.kickoff.jobs.api.write.event;

import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventEdit;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The body of a request that says what an event is to be, as the contract has it.
 *
 * @param uid absent to have one made, or where the path names it
 */
record EventDraft(
    Optional<String> uid,
    String title,
    String category,
    Instant start,
    Instant end,
    Optional<Map<String, String>> attributes) {

  EventEdit.Text text() {
    return new EventEdit.Text(title, category, start, end, attributes.orElse(Map.of()));
  }

  /** A first version, known from now on. */
  Event first(String withUid, Instant now) {
    EventVersion version = new EventVersion(Optional.of(now), 0, 0, EventStatus.CONFIRMED);
    return valid(
        () ->
            new Event(withUid, title, category, start, end, attributes.orElse(Map.of()), version));
  }

  /** What an edit gives, or the reason why there can be no such event. */
  static Event valid(Supplier<Event> edit) {
    try {
      return edit.get();
    } catch (IllegalArgumentException e) {
      throw Refusal.field("/end", "cannot be: " + e.getMessage());
    }
  }
}
