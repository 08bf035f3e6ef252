package dev.kickoff.jobs.calendar;

import dev.kickoff.jobs.calendar.CalendarJournal.Entry;
import dev.kickoff.model.calendar.CalendarDiff;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What stands in the calendar topic, as one of several who write it sees it.
 *
 * @param own versions of this writer, in order
 * @param sequences the highest of every event, whoever wrote it
 * @param theirs the versions that stand and are not this writer's, by uid; cancelled ones too
 */
public record Standing(List<Event> own, Map<String, Integer> sequences, Map<String, Event> theirs) {
  public Standing {
    own = List.copyOf(own);
    sequences = Map.copyOf(sequences);
    theirs = Map.copyOf(theirs);
  }

  /** What stands when these are in the topic, in this order. */
  public static Standing of(List<Entry> entries) {
    Map<String, Integer> sequences = new HashMap<>();
    Map<String, Entry> standing = new HashMap<>();
    for (Entry entry : entries) {
      Event version = entry.version();
      sequences.merge(version.uid(), version.version().sequence(), Math::max);
      standing.merge(version.uid(), entry, Standing::later);
    }
    return new Standing(
        entries.stream().filter(Entry::isOwn).map(Entry::version).toList(),
        sequences,
        standing.values().stream()
            .filter(entry -> !entry.isOwn())
            .collect(Collectors.toMap(entry -> entry.version().uid(), Entry::version)));
  }

  private static Entry later(Entry a, Entry b) {
    Event stands = EventCalendar.newestOf(List.of(a.version(), b.version()));
    return stands.equals(b.version()) ? b : a;
  }

  /** The same with versions of this writer, and those that stand instead of some of them. */
  public Standing with(Collection<Event> versions, Collection<Event> onTop) {
    Map<String, Integer> higher = new HashMap<>(sequences);
    Map<String, Event> instead = new HashMap<>(theirs);
    for (Event version : versions) {
      higher.merge(version.uid(), version.version().sequence(), Math::max);
      instead.remove(version.uid());
    }
    for (Event version : onTop) {
      higher.merge(version.uid(), version.version().sequence(), Math::max);
      instead.put(version.uid(), version);
    }
    List<Event> all = new ArrayList<>(own);
    all.addAll(versions);
    return new Standing(all, higher, instead);
  }

  /** The sequence that a new version of an event takes which says {@code sequence} of itself. */
  public int next(String uid, int sequence) {
    Integer standing = sequences.get(uid);
    return standing == null ? sequence : Math.max(sequence, standing + 1);
  }

  /**
   * A change by this writer on top of what others made of the event: only what the change changes
   * becomes what it says; empty where nobody else's version stands.
   *
   * <p>Start and end go together. An event that was called off stays so unless its time changes.
   *
   * @param next the version that says what the change says
   */
  public Optional<Event> merged(CalendarDiff.Change change, Event next) {
    return Optional.ofNullable(theirs.get(next.uid())).map(other -> merged(change, next, other));
  }

  private static Event merged(CalendarDiff.Change change, Event next, Event other) {
    List<String> changed = change.fields().stream().map(CalendarDiff.Field::name).toList();
    Event time = changed.contains("start") || changed.contains("end") ? next : other;
    EventStatus status = time == next ? EventStatus.CONFIRMED : other.version().status();
    EventVersion own = next.version();
    Optional<Instant> knownAt = own.knownAt();
    return new Event(
        next.uid(),
        changed.contains("title") ? next.title() : other.title(),
        changed.contains("category") ? next.category() : other.category(),
        time.start(),
        time.end(),
        attributes(change, other),
        new EventVersion(knownAt, own.sequence() + 1, 0, status));
  }

  private static Map<String, String> attributes(CalendarDiff.Change change, Event other) {
    Map<String, String> attributes = new TreeMap<>(other.attributes());
    for (CalendarDiff.Field field : change.fields()) {
      if (field.name().startsWith("attributes.")) {
        String name = field.name().substring("attributes.".length());
        field
            .to()
            .ifPresentOrElse(value -> attributes.put(name, value), () -> attributes.remove(name));
      }
    }
    return attributes;
  }
}
