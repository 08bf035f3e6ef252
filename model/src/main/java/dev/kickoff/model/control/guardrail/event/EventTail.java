package dev.kickoff.model.control.guardrail.event;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.guardrail.evidence.Measured;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The floor never falls within half an hour of an event's planned end, nor in the two hours after
 * that while measured demand needs more than {@value #STILL_BUSY} of it: overtime, and the crowd
 * that leaves by the home page.
 */
public final class EventTail implements Guardrail {
  static final Duration TAIL = Duration.ofMinutes(30);
  private static final Duration OVERTIME = Duration.ofHours(2);
  private static final double STILL_BUSY = 0.7;
  private static final int MINUTES = 10;

  @Override
  public String name() {
    return "event-tail";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    Optional<Event> ended = EventWindow.endedWithin(situation, TAIL).findFirst();
    if (ended.isPresent()) {
      return hold(proposed, situation, memory, ended.get().title() + " has just ended");
    }
    Optional<Event> longer = EventWindow.endedWithin(situation, TAIL.plus(OVERTIME)).findFirst();
    if (longer.isEmpty()) {
      return pass(proposed, "no event has just ended");
    }
    OptionalInt busiest = Measured.hostsAtTheKnee(situation, MINUTES);
    int standing = Controller.floorBefore(situation, memory);
    return busiest.isPresent() && busiest.getAsInt() > STILL_BUSY * standing
        ? hold(
            proposed,
            situation,
            memory,
            "%s should be over, but %d of %d hosts were needed within %d min"
                .formatted(longer.get().title(), busiest.getAsInt(), standing, MINUTES))
        : pass(proposed, longer.get().title() + " is over and demand has gone");
  }
}
