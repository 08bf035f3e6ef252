package dev.kickoff.model.control.guardrail.event;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.override.KeptPlan;
import dev.kickoff.model.override.OperatorOverride;
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
    Duration preWarm = preWarm(situation.settings());
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

  /**
   * What of a plan is to be kept when an event is changed at {@code now}: from its pre-warm, or
   * now, to half an hour after its end, a day at most; empty where that is over, and for whole
   * days.
   */
  public static Optional<KeptPlan> keptOf(Event event, GroupSettings settings, Instant now) {
    Instant begin = event.start().minus(preWarm(settings));
    Instant from = begin.isBefore(now) ? now : begin;
    Instant end = event.end().plus(EventTail.TAIL);
    Instant latest = from.plus(OperatorOverride.LONGEST);
    Instant until = end.isBefore(latest) ? end : latest;
    return event.isAllDay() || !until.isAfter(from)
        ? Optional.empty()
        : Optional.of(new KeptPlan(event.uid(), from, until));
  }

  private static Duration preWarm(GroupSettings settings) {
    Duration launch = settings.leadTime().p95().plus(AFTER_LAUNCH);
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
