package dev.kickoff.jobs.api.write.event;

import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventEdit;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The body of a request to move an event, as the contract has it.
 *
 * @param start instead of {@code byMinutes}
 * @param extendMinutes by how much more its end moves
 */
record MoveRequest(
    OptionalInt byMinutes, Optional<Instant> start, OptionalInt extendMinutes, String reason) {

  Event edited(EventEdit edit) {
    if (byMinutes.isPresent() && start.isPresent()) {
      throw Refusal.field("/start", "is given beside byMinutes; give one of them");
    }
    if (byMinutes.isEmpty() && start.isEmpty() && extendMinutes.isEmpty()) {
      throw Refusal.field("/byMinutes", "is missing; give byMinutes, start or extendMinutes");
    }
    Duration by =
        start
            .map(to -> Duration.between(edit.standing().start(), to))
            .orElseGet(() -> Duration.ofMinutes(byMinutes.orElse(0)));
    Duration longer = Duration.ofMinutes(extendMinutes.orElse(0));
    return EventDraft.valid(() -> edit.movedAndExtended(by, longer));
  }
}
