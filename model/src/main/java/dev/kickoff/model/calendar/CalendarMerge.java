package dev.kickoff.model.calendar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Several calendars made into one, in which an event that more than one of them has stands once.
 *
 * <p>Two events of different calendars are the same when they have the same UID; or the same
 * category, the same regions, starts within {@link #APART} of each other, and titles that {@link
 * EventTitle#resembles resemble} each other. Where they disagree the calendar named first is right;
 * attributes that only the later one has are added to every version of the earlier one's event.
 *
 * @param events every version of every event that is left, in the order of the calendars
 * @param notes a line for each event that was merged into another
 */
public record CalendarMerge(List<Event> events, List<String> notes) {
  /** How far the starts of the same event may lie apart. */
  public static final Duration APART = Duration.ofMinutes(10);

  public CalendarMerge {
    events = List.copyOf(events);
    notes = List.copyOf(notes);
  }

  /**
   * A calendar and what to call it.
   *
   * @param versions every version of every event
   */
  public record Feed(String name, List<Event> versions) {
    public Feed {
      versions = List.copyOf(versions);
    }
  }

  /** The calendars as one; a single one stays as it is. */
  public static CalendarMerge of(List<Feed> feeds) {
    if (feeds.size() == 1) {
      return new CalendarMerge(feeds.get(0).versions(), List.of());
    }
    Merging merging = new Merging();
    feeds.forEach(merging::add);
    return new CalendarMerge(merging.versions(), merging.notes);
  }

  /** What has been merged so far. */
  private static final class Merging {
    private final Map<String, List<Event>> versions = new LinkedHashMap<>();
    private final Map<String, String> feedOf = new HashMap<>();
    private final Map<Long, List<Event>> byStart = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    List<Event> versions() {
      return versions.values().stream().flatMap(List::stream).toList();
    }

    void add(Feed feed) {
      Map<String, List<Event>> incoming = new LinkedHashMap<>();
      feed.versions()
          .forEach(v -> incoming.computeIfAbsent(v.uid(), uid -> new ArrayList<>()).add(v));
      Set<String> taken = new HashSet<>();
      List<Event> fresh = new ArrayList<>();
      incoming.forEach(
          (uid, all) -> {
            Event newest = EventCalendar.newestOf(all);
            Optional<Event> known = same(newest, taken);
            if (known.isPresent()) {
              taken.add(known.get().uid());
              merge(known.get(), newest, feed.name());
            } else {
              versions.put(uid, all);
              feedOf.put(uid, feed.name());
              fresh.add(newest);
            }
          });
      // Events of one feed are never duplicates of each other, so they are entered afterwards.
      fresh.forEach(e -> byStart.computeIfAbsent(slot(e, 0), k -> new ArrayList<>()).add(e));
    }

    private static long slot(Event event, int offset) {
      return Math.floorDiv(event.start().getEpochSecond(), APART.toSeconds()) + offset;
    }

    private Optional<Event> same(Event event, Set<String> taken) {
      List<Event> sameUid = versions.get(event.uid());
      if (sameUid != null) {
        return Optional.of(EventCalendar.newestOf(sameUid));
      }
      for (int offset = -1; offset <= 1; offset++) {
        for (Event other : byStart.getOrDefault(slot(event, offset), List.of())) {
          if (!taken.contains(other.uid()) && isSame(other, event)) {
            return Optional.of(other);
          }
        }
      }
      return Optional.empty();
    }

    private static boolean isSame(Event a, Event b) {
      return a.category().equalsIgnoreCase(b.category())
          && Duration.between(a.start(), b.start()).abs().compareTo(APART) <= 0
          && a.isAllDay() == b.isAllDay()
          && Region.named(a).equals(Region.named(b))
          && EventTitle.of(a).resembles(EventTitle.of(b));
    }

    private void merge(Event known, Event twin, String feed) {
      Map<String, String> more = new TreeMap<>(twin.attributes());
      more.keySet().removeAll(known.attributes().keySet());
      versions.computeIfPresent(
          known.uid(), (uid, all) -> all.stream().map(version -> with(version, more)).toList());
      String added = more.isEmpty() ? "" : ", which adds " + String.join(", ", more.keySet());
      notes.add(
          feed
              + ": '"
              + twin.title()
              + "' at "
              + twin.start()
              + " is '"
              + known.title()
              + "' of "
              + feedOf.get(known.uid())
              + added);
    }

    private static Event with(Event version, Map<String, String> more) {
      Map<String, String> all = new TreeMap<>(more);
      all.putAll(version.attributes());
      return new Event(
          version.uid(),
          version.title(),
          version.category(),
          version.start(),
          version.end(),
          all,
          version.version());
    }
  }
}
