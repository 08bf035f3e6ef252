package dev.kickoff.jobs.calendar;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.TopicEnd;
import dev.kickoff.connectors.kafka.TopicWriter;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The calendar topic for one who writes it: reads what stands, and appends versions with the next
 * revisions.
 *
 * <p>Several may write. In one process they take turns; of two processes that take the same
 * revision the second sees that it came second, and writes its versions again with the next ones.
 * Whoever reads sees both, and the higher revision stands.
 */
public final class CalendarJournal {
  private static final Object TURN = new Object();
  private static final int TRIES = 10;

  private final String bootstrap;
  private final TopicWriter writer;
  private final String origin;

  /**
   * @param origin who writes, as a header says it
   */
  public CalendarJournal(String bootstrap, TopicWriter writer, String origin) {
    this.bootstrap = bootstrap;
    this.writer = writer;
    this.origin = origin;
  }

  /**
   * A version that stands in the topic.
   *
   * @param isOwn whether this origin wrote it
   */
  public record Entry(Event version, boolean isOwn) {}

  /** All that stands in the topic, in order; what cannot be read is left out. */
  public List<Entry> read() {
    List<Entry> entries = new ArrayList<>();
    TopicEnd.read(
        bootstrap,
        Topics.CALENDAR_EVENT,
        Long.MAX_VALUE / 2,
        entry ->
            Json.decodeIfWellFormed(entry.value(), Event.class)
                .map(event -> new Entry(event, TopicWriter.isFrom(origin, entry)))
                .ifPresent(entries::add));
    return entries;
  }

  /**
   * Appends what {@code edit} makes of all that stands, and waits until it stands too.
   *
   * @param edit the versions to append, in order; their revisions do not count. It may be asked
   *     once only, and what it throws is passed on with nothing written
   * @return the versions as they stand
   * @throws IllegalStateException when they could not be written
   */
  public List<Event> append(Function<List<Entry>, List<Event>> edit) {
    synchronized (TURN) {
      List<Entry> standing = read();
      List<Event> versions = edit.apply(standing);
      for (int i = 0; i < TRIES && !versions.isEmpty(); i++) {
        versions = numbered(versions, standing);
        versions.forEach(version -> writer.send(version, origin));
        writer.flush();
        standing = read();
        if (isFirst(versions.get(0), standing)) {
          return versions;
        }
      }
      if (!versions.isEmpty()) {
        throw new IllegalStateException("the calendar is written by too many at once; try again");
      }
      return versions;
    }
  }

  private static List<Event> numbered(List<Event> versions, List<Entry> standing) {
    long revision = calendar(standing).revision();
    List<Event> numbered = new ArrayList<>();
    for (Event version : versions) {
      revision++;
      numbered.add(version.numbered(revision));
    }
    return numbered;
  }

  /** The calendar of all that stands. */
  public static EventCalendar calendar(List<Entry> standing) {
    return EventCalendar.of(standing.stream().map(Entry::version).toList());
  }

  /** Whether nobody had taken its revision before. */
  private static boolean isFirst(Event version, List<Entry> standing) {
    return standing.stream()
        .map(Entry::version)
        .filter(other -> other.version().revision() == version.version().revision())
        .findFirst()
        .filter(version::equals)
        .isPresent();
  }
}
