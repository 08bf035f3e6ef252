package dev.kickoff.model.control.guardrail.event;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import java.util.Optional;

/**
 * The floor never falls from an event's pre-warm to its planned end; {@link EventTail} goes on.
 *
 * <p>A half-time dip or a lull before kick-off changes nothing, and neither does a change of the
 * calendar at short notice: see {@link EventWindow}.
 */
public final class MonotoneThroughEvent implements Guardrail {
  @Override
  public String name() {
    return "event-monotone";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    Optional<Event> running = EventWindow.at(situation);
    return running.isPresent()
        ? hold(proposed, situation, memory, running.get().title() + " is on or about to begin")
        : pass(proposed, "no event is on");
  }
}
