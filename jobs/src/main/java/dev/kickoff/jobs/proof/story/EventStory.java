package dev.kickoff.jobs.proof.story;

import dev.kickoff.jobs.proof.fault.Fault;
import dev.kickoff.jobs.proof.fault.FaultPlan;
import dev.kickoff.jobs.proof.fault.FaultSpan;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The versions of the event that the calendar will have said, in the order of their publication.
 */
public final class EventStory {
  private static final Duration DAY = Duration.ofDays(1);

  private final List<Edit> edits = new ArrayList<>();

  /** A version, and the second at which it is published. */
  public record Edit(int second, Event version) {}

  /** The event of a story, with the calendar edits among some faults. */
  public EventStory(Story story, FaultPlan faults) {
    edits.add(new Edit(-3_600, story.event()));
    faults.spans().stream()
        .filter(span -> span.fault().label().startsWith("event-"))
        .sorted(Comparator.comparingInt(FaultSpan::from))
        .forEach(span -> edits.add(new Edit(span.from(), edited(last(), span))));
  }

  private Event last() {
    return edits.get(edits.size() - 1).version();
  }

  private static Event edited(Event event, FaultSpan span) {
    Duration minutes = Duration.ofMinutes(15 + (long) (45 * span.size()));
    boolean cancelled = span.fault() == Fault.EVENT_CANCELLED;
    Duration moved =
        switch (span.fault()) {
          case EVENT_DELAYED -> minutes;
          case EVENT_POSTPONED -> DAY;
          default -> Duration.ZERO;
        };
    Duration longer = span.fault() == Fault.EVENT_EXTENDED ? minutes : Duration.ZERO;
    Instant knownAt = VirtualTime.instantOf(span.from());
    EventVersion old = event.version();
    return new Event(
        event.uid(),
        event.title(),
        event.category(),
        event.start().plus(moved),
        event.end().plus(moved).plus(longer),
        event.attributes(),
        new EventVersion(
            Optional.of(knownAt),
            old.sequence() + 1,
            old.revision() + 1,
            cancelled ? EventStatus.CANCELLED : EventStatus.CONFIRMED));
  }

  public List<Edit> edits() {
    return List.copyOf(edits);
  }

  /** What the calendar said at a second. */
  public Event knownAt(long second) {
    Event known = edits.get(0).version();
    for (Edit edit : edits) {
      known = edit.second() <= second ? edit.version() : known;
    }
    return known;
  }

  /** What came true: the last version. */
  public Event truth() {
    return last();
  }
}
