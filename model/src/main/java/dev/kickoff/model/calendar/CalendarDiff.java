package dev.kickoff.model.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What another reading of a calendar changes, event by event, by what stands in each.
 *
 * <p>Versions, sequences and when something became known do not count: only what is going to happen
 * does. Each list is sorted by start.
 *
 * @param added events that the newer calendar has and the older had not
 * @param changed events that both have, and not alike
 * @param cancelled events of the older that the newer calls off in so many words
 * @param deleted events of the older that the newer no longer mentions
 */
public record CalendarDiff(
    List<Event> added, List<Change> changed, List<Event> cancelled, List<Event> deleted) {

  public CalendarDiff {
    added = List.copyOf(added);
    changed = List.copyOf(changed);
    cancelled = List.copyOf(cancelled);
    deleted = List.copyOf(deleted);
  }

  /**
   * An event before and after.
   *
   * @param fields what differs, at least one
   */
  public record Change(Event before, Event after, List<Field> fields) {
    public Change {
      fields = List.copyOf(fields);
    }
  }

  /**
   * A field that differs.
   *
   * @param name such as {@code start}; of an attribute {@code attributes.stage}
   * @param from as it was; empty where the attribute was not there
   * @param to as it is; empty where the attribute is gone
   */
  public record Field(String name, Optional<String> from, Optional<String> to) {}

  /** The way from {@code older} to {@code newer}; events are the same that have the same UID. */
  public static CalendarDiff between(EventCalendar older, EventCalendar newer) {
    Map<String, Event> before = byUid(older);
    Map<String, Event> after = byUid(newer);
    List<Event> added = new ArrayList<>();
    List<Change> changed = new ArrayList<>();
    for (Event event : after.values()) {
      Event was = before.get(event.uid());
      if (was == null) {
        added.add(event);
      } else {
        List<Field> fields = fields(was, event);
        if (!fields.isEmpty()) {
          changed.add(new Change(was, event, fields));
        }
      }
    }
    TreeSet<String> mentioned = new TreeSet<>();
    newer.versions().forEach(version -> mentioned.add(version.uid()));
    List<Event> cancelled = new ArrayList<>();
    List<Event> deleted = new ArrayList<>();
    for (Event event : before.values()) {
      if (!after.containsKey(event.uid())) {
        (mentioned.contains(event.uid()) ? cancelled : deleted).add(event);
      }
    }
    return new CalendarDiff(added, changed, cancelled, deleted);
  }

  private static Map<String, Event> byUid(EventCalendar calendar) {
    Map<String, Event> events = new LinkedHashMap<>();
    calendar.events().forEach(event -> events.put(event.uid(), event));
    return events;
  }

  private static List<Field> fields(Event a, Event b) {
    List<Field> fields = new ArrayList<>();
    compare(fields, "title", Optional.of(a.title()), Optional.of(b.title()));
    compare(fields, "category", Optional.of(a.category()), Optional.of(b.category()));
    compare(fields, "start", Optional.of(a.start() + ""), Optional.of(b.start() + ""));
    compare(fields, "end", Optional.of(a.end() + ""), Optional.of(b.end() + ""));
    TreeSet<String> names = new TreeSet<>(a.attributes().keySet());
    names.addAll(b.attributes().keySet());
    for (String name : names) {
      compare(
          fields,
          "attributes." + name,
          Optional.ofNullable(a.attributes().get(name)),
          Optional.ofNullable(b.attributes().get(name)));
    }
    return fields;
  }

  private static void compare(
      List<Field> fields, String name, Optional<String> from, Optional<String> to) {
    if (!from.equals(to)) {
      fields.add(new Field(name, from, to));
    }
  }

  /** Whether nothing differs. */
  public boolean isEmpty() {
    return added.isEmpty() && changed.isEmpty() && cancelled.isEmpty() && deleted.isEmpty();
  }

  /**
   * Why a person should look before this is believed: the newer calendar is empty, or no longer
   * mentions over half of what the older one has ahead, as a feed that was cut off would. Events
   * that are called off in so many words are not suspicious.
   *
   * @param older the calendar that this was made from
   * @param now what counts as ahead: events that start after it
   */
  public Optional<String> suspicion(EventCalendar older, Instant now) {
    boolean nothingLeft = !deleted.isEmpty() && deleted.size() == older.events().size();
    if (nothingLeft && added.isEmpty()) {
      return Optional.of("the new calendar has none of the " + counted(deleted.size()));
    }
    long ahead = older.events().stream().filter(e -> e.start().isAfter(now)).count();
    long lost = deleted.stream().filter(e -> e.start().isAfter(now)).count();
    return 2 * lost > ahead
        ? Optional.of(
            "the new calendar no longer mentions " + lost + " of the " + ahead + " events ahead")
        : Optional.empty();
  }

  private static String counted(int events) {
    return events + (events == 1 ? " event" : " events") + " there were";
  }

  /** One line: how many of each. */
  public String summary() {
    return added.size()
        + " added, "
        + changed.size()
        + " changed, "
        + cancelled.size()
        + " cancelled, "
        + deleted.size()
        + " deleted";
  }
}
