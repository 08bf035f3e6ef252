package dev.kickoff.jobs.api.write.event;

import dev.kickoff.model.calendar.CalendarDiff;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.EventEdit;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import dev.kickoff.model.calendar.EventVetting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What an imported calendar changes of what is known.
 *
 * @param diff added, changed and cancelled against all that is known; deleted against what came
 *     with earlier imports of the same calendar
 * @param suspicion why it is refused; empty when it is not
 * @param doubts versions that look like a slip of the hand, and are put aside
 */
record ImportPlan(
    ImportReading reading,
    CalendarDiff diff,
    Optional<String> suspicion,
    List<EventVetting.Doubt> doubts) {

  /**
   * The plan for a reading.
   *
   * @param own which events came with the same calendar before
   */
  static ImportPlan of(
      ImportReading reading, EventCalendar known, Predicate<Event> own, Instant now) {
    EventCalendar imported = reading.calendar().asKnownAt(now);
    CalendarDiff whole = CalendarDiff.between(known, imported);
    CalendarDiff mine = CalendarDiff.between(known.only(own), imported);
    List<Event> versions = new ArrayList<>(whole.added());
    whole.changed().forEach(change -> versions.add(change.after()));
    List<EventVetting.Doubt> doubts = EventVetting.of(known, versions, now).doubts();
    boolean whollyRead = reading.problems().isEmpty() && doubts.isEmpty();
    CalendarDiff diff =
        new CalendarDiff(
            whole.added(),
            whole.changed(),
            whole.cancelled(),
            whollyRead ? mine.deleted() : List.of());
    return new ImportPlan(reading, diff, mine.suspicion(known.only(own), now), doubts);
  }

  /**
   * The changes to make, those that are doubted left out.
   *
   * @param standing the newest version of an event, also one that was called off
   */
  List<EventChange> changes(Function<String, Optional<Event>> standing, Instant now, String by) {
    List<Event> aside = doubts.stream().map(EventVetting.Doubt::version).toList();
    List<EventChange> changes = new ArrayList<>();
    List<Event> wanted = new ArrayList<>(diff.added());
    diff.changed().forEach(change -> wanted.add(change.after()));
    for (Event event : wanted) {
      if (!aside.contains(event)) {
        Optional<Event> was = standing.apply(event.uid());
        changes.add(new EventChange(was, next(event, was, now), by, "imported"));
      }
    }
    List<Event> ended = new ArrayList<>(diff.cancelled());
    ended.addAll(diff.deleted());
    for (Event event : ended) {
      Event was = standing.apply(event.uid()).orElse(event);
      Event next = new EventEdit(was, now).cancelled();
      changes.add(new EventChange(Optional.of(was), next, by, "called off by an import"));
    }
    return changes;
  }

  private static Event next(Event event, Optional<Event> standing, Instant now) {
    int own = event.version().sequence();
    int sequence = standing.map(was -> Math.max(own, was.version().sequence() + 1)).orElse(own);
    return event.as(new EventVersion(Optional.of(now), sequence, 0, EventStatus.CONFIRMED));
  }
}
