package dev.kickoff.model.control.guardrail.event;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.guardrail.evidence.Measured;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The floor never falls from an event's pre-warm to the end of its tail.
 *
 * <p>The window is [start - 30 min, end + 30 min), and it stays open up to two hours longer while
 * measured demand still needs more than 70 % of the floor: overtime. Whole-day events have no
 * window. A half-time dip or a lull before kick-off changes nothing.
 */
public final class MonotoneThroughEvent implements Guardrail {
  private static final Duration PRE_WARM = Duration.ofMinutes(30);
  private static final Duration TAIL = Duration.ofMinutes(30);
  private static final Duration OVERTIME = Duration.ofHours(2);
  private static final double STILL_BUSY = 0.7;
  private static final int MINUTES = 10;

  @Override
  public String name() {
    return "event-monotone";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    int floor = Controller.floorBefore(situation, memory);
    Optional<Event> running =
        situation
            .calendar()
            .overlapping(
                situation.now().minus(TAIL).minus(OVERTIME),
                situation.now().plus(PRE_WARM).plusMillis(1))
            .stream()
            .filter(event -> !event.isAllDay() && holds(event, situation, floor))
            .findFirst();
    return running
        .map(
            event ->
                new Verdict(
                    name(),
                    proposed,
                    Math.max(proposed, floor),
                    "no lowering before the tail of " + event.title() + " is over"))
        .orElseGet(() -> new Verdict(name(), proposed, proposed, "no event is on"));
  }

  private static boolean holds(Event event, Situation situation, int floor) {
    Instant tailEnd = event.end().plus(TAIL);
    if (situation.now().isBefore(tailEnd)) {
      return true;
    }
    OptionalDouble highest = Measured.highest(situation.recent(), MINUTES);
    return situation.now().isBefore(tailEnd.plus(OVERTIME))
        && highest.isPresent()
        && situation.settings().profile().hostsFor(highest.getAsDouble()) > STILL_BUSY * floor;
  }
}
