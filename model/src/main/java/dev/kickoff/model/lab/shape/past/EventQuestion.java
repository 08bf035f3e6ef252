package dev.kickoff.model.lab.shape.past;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandMasks;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import java.time.Duration;
import java.time.Instant;

/**
 * Which event a load is wanted for, and all that may be used for it.
 *
 * @param demand in requests per minute
 * @param calendar holds {@code event}
 * @param masks what was told must not be learnt
 * @param before how long before kick-off the load begins, zero or more
 * @param after how long after the planned end it goes on, zero or more
 */
public record EventQuestion(
    Service service,
    DemandSeries demand,
    EventCalendar calendar,
    DemandMasks masks,
    Event event,
    Duration before,
    Duration after) {

  /** When the load begins. */
  public Instant from() {
    return event.start().minus(before);
  }

  /** When it ends. */
  public Instant until() {
    return event.end().plus(after);
  }
}
