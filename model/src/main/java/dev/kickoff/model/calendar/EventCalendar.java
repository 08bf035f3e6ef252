package dev.kickoff.model.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The planned events, with every version of each that is known to us.
 *
 * <p>Immutable. Of several versions of one UID the one with the highest sequence, then the highest
 * revision, stands; a cancelled one removes its event. {@link #asKnownAt} goes back in time.
 */
public final class EventCalendar {
  private static final Comparator<Event> NEWEST_LAST =
      Comparator.<Event>comparingInt(e -> e.version().sequence())
          .thenComparingLong(e -> e.version().revision());
  private static final Comparator<Event> BY_START =
      Comparator.comparing(Event::start).thenComparing(Event::end).thenComparing(Event::uid);
  private static final EventCalendar EMPTY = new EventCalendar(List.of());

  private final List<Event> versions;
  private final List<Event> events;
  private final long revision;

  private EventCalendar(List<Event> versions) {
    this.versions = List.copyOf(versions);
    Map<String, Event> standing = new HashMap<>();
    long newest = 0;
    for (Event version : versions) {
      newest = Math.max(newest, version.version().revision());
      standing.merge(version.uid(), version, (a, b) -> NEWEST_LAST.compare(a, b) <= 0 ? b : a);
    }
    this.revision = newest;
    this.events =
        standing.values().stream().filter(e -> !e.isCancelled()).sorted(BY_START).toList();
  }

  public static EventCalendar empty() {
    return EMPTY;
  }

  /** A calendar of these versions, in any order, with the revisions they carry. */
  public static EventCalendar of(Collection<Event> versions) {
    return versions.isEmpty() ? EMPTY : new EventCalendar(new ArrayList<>(versions));
  }

  /**
   * A calendar of versions read from a file: they get revisions 1, 2, … in the order in which they
   * became known, then in the order given.
   */
  public static EventCalendar published(Collection<Event> versions) {
    List<Event> ordered = new ArrayList<>(versions);
    ordered.sort(Comparator.comparing(e -> e.knownAt().orElse(Instant.MIN)));
    List<Event> numbered = new ArrayList<>();
    for (Event e : ordered) {
      numbered.add(e.numbered(numbered.size() + 1L));
    }
    return of(numbered);
  }

  /** The one of {@code versions}, at least one, that stands. */
  public static Event newestOf(Collection<Event> versions) {
    return versions.stream().reduce((a, b) -> NEWEST_LAST.compare(a, b) <= 0 ? b : a).orElseThrow();
  }

  /** The same calendar without the versions of events that {@code left} refuses. */
  public EventCalendar only(Predicate<Event> left) {
    return versions.stream().allMatch(left) ? this : of(versions.stream().filter(left).toList());
  }

  /** A calendar of the events that stand, those that {@code which} picks so much later. */
  public EventCalendar moved(Predicate<Event> which, Duration by) {
    return of(events.stream().map(e -> which.test(e) ? e.movedBy(by) : e).toList());
  }

  /** This calendar with one more version. */
  public EventCalendar with(Event version) {
    List<Event> more = new ArrayList<>(versions);
    more.add(version);
    return new EventCalendar(more);
  }

  /** The calendar as it stood at {@code instant}. */
  public EventCalendar asKnownAt(Instant instant) {
    if (versions.stream().allMatch(e -> e.isKnownAt(instant))) {
      return this;
    }
    return of(versions.stream().filter(e -> e.isKnownAt(instant)).toList());
  }

  /**
   * The calendar that a forecast at {@code instant} knew which names a revision: as it stood at
   * that instant, or when that revision became known, where that is later.
   */
  public EventCalendar asKnownBy(Instant instant, long upTo) {
    EventCalendar then = only(e -> e.version().revision() <= upTo);
    Instant known =
        then.versions.stream()
            .filter(e -> e.version().revision() == upTo)
            .flatMap(e -> e.knownAt().stream())
            .filter(instant::isBefore)
            .max(Comparator.naturalOrder())
            .orElse(instant);
    return then.asKnownAt(known);
  }

  /** Every version, in the order given. */
  public List<Event> versions() {
    return versions;
  }

  /** The events that stand, sorted by start. */
  public List<Event> events() {
    return events;
  }

  /** The highest revision among the versions; 0 when there are none. */
  public long revision() {
    return revision;
  }

  /** The events that overlap [{@code from}, {@code until}), sorted by start. */
  public List<Event> overlapping(Instant from, Instant until) {
    return events.stream().filter(e -> e.start().isBefore(until) && e.end().isAfter(from)).toList();
  }
}
