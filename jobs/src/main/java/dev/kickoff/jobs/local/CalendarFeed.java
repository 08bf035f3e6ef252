package dev.kickoff.jobs.local;

import dev.kickoff.model.calendar.EventCalendar;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * Calendar files that may change while the engine runs, and how they are read.
 *
 * @param files none when nothing can change
 * @param reader reads all of them; throws where one cannot be used
 */
public record CalendarFeed(List<Path> files, Supplier<CalendarReading> reader) {
  /** A calendar that never changes. */
  public static final CalendarFeed NONE =
      new CalendarFeed(
          List.of(), () -> new CalendarReading(EventCalendar.empty(), OptionalInt.of(0)));

  public CalendarFeed {
    files = List.copyOf(files);
  }
}
