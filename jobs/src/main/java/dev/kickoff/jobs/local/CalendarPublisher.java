package dev.kickoff.jobs.local;

import dev.kickoff.connectors.kafka.TopicWriter;
import dev.kickoff.jobs.calendar.CalendarJournal;
import dev.kickoff.jobs.calendar.Standing;
import dev.kickoff.model.calendar.CalendarDiff;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import dev.kickoff.model.calendar.EventVetting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the calendar topic at what the calendar files say, version by version.
 *
 * <p>The first reading is published as it is, each version when it became known. Of a later one
 * only the difference is: new versions, known from then on, of what was added or changed, and
 * cancelled ones of what is no longer mentioned. A reading that looks like a mass deletion changes
 * nothing; where parts could not be read that could be before, nothing is deleted. A version that
 * looks like a slip of the hand ({@link EventVetting}) is put aside: what stood before stands, and
 * nothing is deleted meanwhile. What came into the topic in another way, as operators' edits do, is
 * left alone; a later change of the files changes only what it changes, on top of that.
 *
 * <p>Readings may be offered by any thread; all else is for one thread.
 */
public final class CalendarPublisher {
  private static final Logger LOG = LoggerFactory.getLogger(CalendarPublisher.class);
  private static final String ORIGIN = "calendar-files";
  private static final String MERGED = "calendar-merge";

  private final Log log;
  private final Consumer<EventVetting.Doubt> aside;
  private final Set<String> doubted = new HashSet<>();
  private final AtomicReference<@Nullable CalendarReading> offered = new AtomicReference<>();
  private final Map<String, Integer> raised = new HashMap<>();
  private final List<Event> pending = new ArrayList<>();
  private final Map<Event, Event> merged = new HashMap<>();
  private Standing standing = Standing.of(List.of());
  private EventCalendar published = EventCalendar.empty();
  private Instant heard = Instant.MIN;
  private int unreadable;
  private volatile Optional<String> problem = Optional.empty();

  /** The calendar topic, as a publisher needs it. */
  interface Log {
    /** All that stands, in order. */
    List<CalendarJournal.Entry> read();

    /**
     * Appends versions with the next revisions; when it returns, they stand.
     *
     * @param merged what stands instead of some of them, with a higher sequence: their change on
     *     top of what others wrote
     */
    void append(List<Event> versions, List<Event> merged);
  }

  /** A publisher that knows what stands in the topic. */
  public CalendarPublisher(String bootstrap, TopicWriter writer) {
    this(
        logOf(
            new CalendarJournal(bootstrap, writer, ORIGIN),
            new CalendarJournal(bootstrap, writer, MERGED)),
        doubt -> writer.putAside(doubt.version(), doubt.reason(), ORIGIN));
  }

  private static Log logOf(CalendarJournal journal, CalendarJournal onTop) {
    return new Log() {
      @Override
      public List<CalendarJournal.Entry> read() {
        return journal.read();
      }

      @Override
      public void append(List<Event> versions, List<Event> merged) {
        if (!merged.isEmpty()) {
          onTop.append(standing -> merged);
        }
        journal.append(standing -> versions);
      }
    };
  }

  /**
   * @param log the topic
   * @param aside takes what is not believed, once
   */
  CalendarPublisher(Log log, Consumer<EventVetting.Doubt> aside) {
    this.log = log;
    this.aside = aside;
    standing = Standing.of(log.read());
    published = EventCalendar.of(standing.own());
    standing.own().stream()
        .flatMap(e -> e.knownAt().stream())
        .forEach(at -> heard = later(heard, at));
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  /** Hands over what the files say now; it counts from the next {@link #publish} on. */
  public void offer(CalendarReading reading) {
    offered.set(reading);
  }

  /** Why the topic is not what the files say; empty while it is. */
  public Optional<String> problem() {
    return problem;
  }

  /** Publishes what {@code now} is new or has become known, and waits until it stands. */
  public void publish(Instant now) {
    CalendarReading reading = offered.getAndSet(null);
    if (reading == null && pending.stream().noneMatch(event -> event.isKnownAt(now))) {
      heard = later(heard, now);
      return;
    }
    standing = Standing.of(log.read());
    merged.clear();
    List<Event> due = new ArrayList<>();
    if (reading != null) {
      due.addAll(published.versions().isEmpty() ? first(reading, now) : difference(reading, now));
    }
    List<Event> heardOf = pending.stream().filter(event -> event.isKnownAt(now)).toList();
    believed(heardOf, now).stream().map(this::raised).forEach(due::add);
    pending.removeIf(event -> event.isKnownAt(now));
    heard = later(heard, now);
    if (due.isEmpty()) {
      return;
    }
    log.append(
        due, due.stream().flatMap(v -> Optional.ofNullable(merged.get(v)).stream()).toList());
    standing = Standing.of(log.read());
    published = EventCalendar.of(standing.own());
  }

  private List<Event> first(CalendarReading reading, Instant now) {
    unreadable = reading.refused().orElse(unreadable);
    await(reading.calendar(), now);
    return believed(reading.calendar().asKnownAt(now).versions(), now);
  }

  /** Those that do not look like a mistake; the others are put aside and named. */
  private List<Event> believed(List<Event> versions, Instant now) {
    EventVetting vetted = EventVetting.of(published, versions, now);
    for (EventVetting.Doubt doubt : vetted.doubts()) {
      report(doubt.summary());
      if (doubted.add(doubt.summary())) {
        aside.accept(doubt);
      }
    }
    return vetted.passed();
  }

  private void await(EventCalendar calendar, Instant now) {
    pending.clear();
    calendar.versions().stream().filter(e -> !e.isKnownAt(now)).forEach(pending::add);
    raised.clear();
    Map<String, Integer> told = new HashMap<>();
    calendar
        .asKnownAt(now)
        .versions()
        .forEach(e -> told.merge(e.uid(), e.version().sequence(), Math::max));
    standing
        .sequences()
        .forEach(
            (uid, sequence) -> {
              Integer filed = told.get(uid);
              raised.put(uid, filed == null ? sequence + 1 : Math.max(0, sequence - filed));
            });
  }

  private List<Event> difference(CalendarReading reading, Instant now) {
    EventCalendar known = reading.calendar().asKnownAt(now);
    CalendarDiff diff = CalendarDiff.between(published, known);
    Optional<String> suspicion = diff.suspicion(published, now);
    if (suspicion.isPresent()) {
      report(
          "the calendar files are not taken over: "
              + suspicion.get()
              + "; if that is meant, call the events off (STATUS:CANCELLED, in CSV status"
              + " cancelled), or start again with --fresh");
      return List.of();
    }
    List<Event> changes = new ArrayList<>();
    diff.added().forEach(event -> changes.add(next(event, event.version().status(), now)));
    for (CalendarDiff.Change change : diff.changed()) {
      Event next = next(change.after(), EventStatus.CONFIRMED, now);
      standing.merged(change, next).ifPresent(both -> merged.put(next, both));
      changes.add(next);
    }
    diff.cancelled().forEach(event -> changes.add(next(event, EventStatus.CANCELLED, now)));
    boolean mayDelete = mayDelete(reading, diff);
    List<Event> taken = new ArrayList<>(believed(changes, now));
    if (mayDelete && taken.size() == changes.size()) {
      diff.deleted().forEach(event -> taken.add(next(event, EventStatus.CANCELLED, now)));
    }
    if (!taken.isEmpty()) {
      LOG.info("the calendar files have changed: {}", diff.summary());
    }
    standing = standing.with(taken, merged.values());
    await(reading.calendar(), now);
    return taken;
  }

  private boolean mayDelete(CalendarReading reading, CalendarDiff diff) {
    boolean readable = reading.refused().isPresent() && reading.refused().getAsInt() <= unreadable;
    if (diff.deleted().isEmpty() || readable) {
      unreadable = reading.refused().orElse(unreadable);
      problem = Optional.empty();
      return true;
    }
    if (reading.refused().isPresent()) {
      report(
          diff.deleted().size()
              + " events that the calendar files no longer mention stand on, because parts of the"
              + " files cannot be read; correct the files");
    }
    return false;
  }

  private void report(String why) {
    problem = Optional.of(why);
    LOG.error("{}", why);
  }

  /** The next version of an event; heard of now, unless its file says from when it was known. */
  private Event next(Event event, EventStatus status, Instant now) {
    EventVersion own = event.version();
    int sequence = standing.next(event.uid(), own.sequence());
    Instant knownAt = own.knownAt().filter(at -> at.isAfter(heard)).orElse(now);
    return with(event, new EventVersion(Optional.of(knownAt), sequence, 0, status));
  }

  /** A version that has become known, above those that were published of changes meanwhile. */
  private Event raised(Event event) {
    EventVersion own = event.version();
    int filed = own.sequence() + raised.getOrDefault(event.uid(), 0);
    boolean others = standing.theirs().containsKey(event.uid());
    int sequence = others ? standing.next(event.uid(), filed) : filed;
    return with(event, new EventVersion(own.knownAt(), sequence, 0, own.status()));
  }

  private static Event with(Event e, EventVersion version) {
    return new Event(e.uid(), e.title(), e.category(), e.start(), e.end(), e.attributes(), version);
  }
}
