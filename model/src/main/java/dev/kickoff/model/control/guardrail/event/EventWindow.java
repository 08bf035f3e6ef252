package dev.kickoff.model.control.guardrail.event;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.control.Situation;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which event, if any, an instant belongs to.
 *
 * <p>An event begins with its pre-warm: half an hour before its start, or the time that launches
 * take (p95) and a quarter of an hour where that is longer. Whole-day events have no window. What
 * an event was before it was moved or called off, less than three hours before it or later, counts
 * on: its crowd may be there already.
 */
public final class EventWindow {
  private static final Duration PRE_WARM = Duration.ofMinutes(30);
  private static final Duration AFTER_LAUNCH = Duration.ofMinutes(15);
  private static final Duration SHORT_NOTICE = Duration.ofHours(3);

  private EventWindow() {}

  /** The event within whose pre-warm or planned length the situation lies; empty when none. */
  public static Optional<Event> at(Situation situation) {
    Instant now = situation.now();
    Duration preWarm = preWarm(situation);
    return candidates(
            situation,
            event -> !now.isBefore(event.start().minus(preWarm)) && now.isBefore(event.end()))
        .findFirst();
  }

  /** The events that have ended within {@code back} before now. */
  public static Stream<Event> endedWithin(Situation situation, Duration back) {
    Instant now = situation.now();
    return candidates(
        situation, event -> !event.end().isAfter(now) && event.end().plus(back).isAfter(now));
  }

  private static Duration preWarm(Situation situation) {
    Duration launch = situation.settings().leadTime().p95().plus(AFTER_LAUNCH);
    return launch.compareTo(PRE_WARM) > 0 ? launch : PRE_WARM;
  }

  private static Stream<Event> candidates(Situation situation, Predicate<Event> near) {
    EventCalendar calendar = situation.calendar();
    Stream<Event> standing = calendar.events().stream().filter(near);
    Stream<Event> gone =
        calendar.versions().stream()
            .filter(near)
            .filter(event -> !event.isCancelled() && isGoneAtShortNotice(event, calendar));
    return Stream.concat(standing, gone).filter(event -> !event.isAllDay());
  }

  private static boolean isGoneAtShortNotice(Event event, EventCalendar calendar) {
    Instant notice = event.start().minus(SHORT_NOTICE);
    return calendar.versions().stream()
        .anyMatch(
            later ->
                later.uid().equals(event.uid())
                    && later.version().revision() > event.version().revision()
                    && later.knownAt().filter(known -> known.isAfter(notice)).isPresent());
  }
}
