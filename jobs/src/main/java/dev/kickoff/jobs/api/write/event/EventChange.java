package dev.kickoff.jobs.api.write.event;

import dev.kickoff.model.calendar.Event;
import java.util.Optional;

/**
 * A change of one event that somebody asks for.
 *
 * @param standing the version that stands; empty for a new event
 * @param next the version that is to stand, its revision yet to be given
 * @param by who asks
 * @param reason why
 */
record EventChange(Optional<Event> standing, Event next, String by, String reason) {

  /** Whether capacity may be planned otherwise after it. */
  boolean movesPlans() {
    return standing
        .filter(was -> !was.isCancelled())
        .map(was -> next.isCancelled() || !sameFor(was))
        .orElse(false);
  }

  private boolean sameFor(Event was) {
    return was.start().equals(next.start())
        && was.end().equals(next.end())
        && was.category().equals(next.category())
        && was.attributes().equals(next.attributes());
  }
}
