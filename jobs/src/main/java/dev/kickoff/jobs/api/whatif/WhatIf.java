package dev.kickoff.jobs.api.whatif;

import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.write.order.OrderRequest;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventEdit;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The body of a question, as the contract has it; what is left out stays as it is.
 *
 * @param demandFactor times the forecast
 */
record WhatIf(
    String group,
    OptionalDouble demandFactor,
    OptionalDouble leadTimeMinutes,
    Optional<OrderRequest> order,
    Optional<Draft> event,
    Optional<Move> move) {

  /** An event that is not there. */
  record Draft(
      Optional<String> uid,
      String title,
      String category,
      Instant start,
      Instant end,
      Optional<Map<String, String>> attributes) {
    /** The event as it would be known from {@code now} on. */
    Event at(Instant now, long revision) {
      EventVersion version = new EventVersion(Optional.of(now), 0, revision, EventStatus.CONFIRMED);
      try {
        return new Event(
            uid.orElse("what-if"),
            title,
            category,
            start,
            end,
            attributes.orElse(Map.of()),
            version);
      } catch (IllegalArgumentException e) {
        throw Refusal.field("/event/end", "cannot be: " + e.getMessage());
      }
    }
  }

  /**
   * An event that is there, otherwise.
   *
   * @param factor times its lift
   */
  record Move(
      String uid,
      OptionalInt byMinutes,
      OptionalInt extendMinutes,
      OptionalDouble factor,
      Optional<Boolean> cancel) {
    /** The event as it would be known from {@code now} on. */
    Event of(Event standing, Instant now, long revision) {
      EventEdit edit = new EventEdit(standing, now);
      try {
        Event next =
            cancel.orElse(false)
                ? edit.cancelled()
                : edit.movedAndExtended(
                    Duration.ofMinutes(byMinutes.orElse(0)),
                    Duration.ofMinutes(extendMinutes.orElse(0)));
        return next.numbered(revision);
      } catch (IllegalArgumentException e) {
        throw Refusal.field("/move/extendMinutes", "cannot be: " + e.getMessage());
      }
    }

    /** Whether the calendar would be another; a factor alone leaves it. */
    boolean changesCalendar() {
      return cancel.orElse(false) || byMinutes.isPresent() || extendMinutes.isPresent();
    }
  }
}
