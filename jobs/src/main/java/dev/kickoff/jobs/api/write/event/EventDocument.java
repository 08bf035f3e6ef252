package dev.kickoff.jobs.api.write.event;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.kickoff.jobs.api.http.ApiJson;
import dev.kickoff.jobs.api.http.Fields;
import dev.kickoff.jobs.api.read.EventReader;
import dev.kickoff.jobs.api.write.order.OverrideDocument;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.override.KeptPlan;
import dev.kickoff.model.override.OverrideBook;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Writes an event as the API shows it, with what is kept of the plans before its last change. */
final class EventDocument {
  private final EventReader reader;

  EventDocument(EventReader reader) {
    this.reader = reader;
  }

  /**
   * The event as the contract has it.
   *
   * @param now engine time
   * @param book the orders that are known
   */
  Fields of(Event event, Instant now, OverrideBook book) {
    List<Fields> kept =
        KeptPlan.of(event.uid(), book).stream()
            .filter(order -> order.until().isAfter(now))
            .map(order -> OverrideDocument.of(order, now, Optional.empty()).json())
            .toList();
    Fields fields = new Fields();
    ApiJson.MAPPER
        .convertValue(
            reader.event(event, now), new TypeReference<LinkedHashMap<String, Object>>() {})
        .forEach(fields::with);
    return fields.with("kept", Optional.of(kept).filter(orders -> !orders.isEmpty()));
  }
}
