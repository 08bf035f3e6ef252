package dev.kickoff.connectors.ical;

import dev.kickoff.connectors.CalendarRead;
import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.InputFile;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Problems;
import dev.kickoff.model.calendar.Event;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Events in an iCalendar file (RFC 5545): one version of an event for each VEVENT, or one for each
 * occurrence of a VEVENT that recurs.
 *
 * <p>Read are UID, SEQUENCE, STATUS, SUMMARY (the title), the first of CATEGORIES ({@code event}
 * where there is none; several also become the attribute {@code categories}), LOCATION (attribute
 * {@code location}), DTSTART, DTEND or DURATION, RRULE, RDATE, EXDATE, RECURRENCE-ID, and {@code
 * X-KICKOFF-ANNOUNCED-AT} (from when it was known; always where absent). Other {@code X-}
 * properties become attributes, {@code X-KICKOFF-TEAM-A} the attribute {@code team_a}. Days are
 * days of the zone given. Recurrences are bounded: see {@link OccurrenceWindow}; no rule by the
 * second or minute, at most 400 occurrences an event and 20,000 a file, found within two seconds;
 * what is beyond is a problem, and the rest is kept. A VEVENT that is refused does not stop the
 * reading; more than half of them do.
 */
public final class IcalFile {
  /** The largest file that is read. */
  public static final int MAX_BYTES = 5 * 1024 * 1024;

  private static final int MAX_EVENTS = 20_000;
  private static final int MAX_EVENT_LINES = 2_000;
  private static final int MAX_LINES = 300_000;

  private final Place file;
  private final ZoneId zone;
  private final OccurrenceWindow window;
  private final Problems problems = new Problems();
  private final SeriesBook book;
  private int blocks;

  private IcalFile(Path file, ZoneId zone, OccurrenceWindow window, LongSupplier nanos) {
    this.file = Place.of(file);
    this.zone = zone;
    this.window = window;
    ExpansionBudget budget = new ExpansionBudget(nanos);
    SeriesReader.Source source = new SeriesReader.Source(this.file, zone);
    SeriesReader reader = new SeriesReader(source, window, budget, problems);
    this.book = new SeriesBook(reader, this.file, problems, budget);
  }

  /**
   * Reads {@code file}.
   *
   * @param zone the zone of days, and of times without a zone of their own
   * @param window which occurrences of recurring events are read
   * @throws InputException when it is not a calendar, is larger than {@link #MAX_BYTES} or longer
   *     than 300,000 lines, or less than half of it can be used
   */
  public static CalendarRead read(Path file, ZoneId zone, OccurrenceWindow window) {
    return read(file, zone, window, System::nanoTime);
  }

  /** As above, with the clock by which recurrences have two seconds. */
  static CalendarRead read(Path file, ZoneId zone, OccurrenceWindow window, LongSupplier nanos) {
    return new IcalFile(file, zone, window, nanos).read(InputFile.text(file, MAX_BYTES));
  }

  private CalendarRead read(String text) {
    List<String> lines = text.lines().limit(MAX_LINES + 1L).toList();
    if (lines.size() > MAX_LINES) {
      throw new InputException(
          new Problem(
              file,
              ProblemKind.UNSUPPORTED,
              "has more than " + MAX_LINES + " lines",
              "leave out what is past, or cut it into several calendars"));
    }
    if (lines.isEmpty() || !is(lines.get(0), "BEGIN:VCALENDAR")) {
      throw new InputException(
          new Problem(
              file.line(1),
              ProblemKind.MALFORMED,
              "is not an iCalendar file",
              "its first line must be BEGIN:VCALENDAR"));
    }
    cut(lines);
    problems.giveUpWhenMostAreRefused(file, "event", blocks);
    List<Event> events = book.events();
    List<String> notes = new ArrayList<>();
    if (events.isEmpty()) {
      notes.add(file + ": holds no events");
    }
    book.note(window).ifPresent(notes::add);
    return new CalendarRead(events, problems, notes);
  }

  private void cut(List<String> lines) {
    EventBlock open = null;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean begins = is(line, "BEGIN:VEVENT");
      if (open != null && (begins || is(line, "END:VCALENDAR") || tooLong(open, i))) {
        refuseOpen(open);
        open = null;
      }
      if (begins) {
        open = new EventBlock(i + 1);
      }
      if (open != null) {
        open.add(line);
        if (is(line, "END:VEVENT")) {
          read(open);
          open = null;
        }
      }
    }
    if (open != null) {
      refuseOpen(open);
    }
  }

  private static boolean is(String line, String content) {
    return line.strip().toUpperCase(Locale.ROOT).equals(content);
  }

  private static boolean tooLong(EventBlock open, int line) {
    return line - open.firstLine() > MAX_EVENT_LINES;
  }

  private void refuseOpen(EventBlock open) {
    count();
    problems.add(
        new Problem(
            file.line(open.firstLine()),
            ProblemKind.MALFORMED,
            "VEVENT is not closed",
            "end it with END:VEVENT, after at most " + MAX_EVENT_LINES + " lines"));
  }

  private void read(EventBlock block) {
    count();
    new VersionReader(file, zone, block).read(problems).ifPresent(book::add);
  }

  private void count() {
    blocks++;
    if (blocks > MAX_EVENTS) {
      throw new InputException(
          new Problem(
              file,
              ProblemKind.TOO_LARGE,
              "has more than " + MAX_EVENTS + " events",
              "split it, or leave out what is long past"));
    }
  }
}
