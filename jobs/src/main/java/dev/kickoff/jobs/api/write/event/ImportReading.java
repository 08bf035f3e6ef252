package dev.kickoff.jobs.api.write.event;

import dev.kickoff.connectors.CalendarRead;
import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ical.OccurrenceWindow;
import dev.kickoff.jobs.api.http.Problem.Field;
import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.config.Inputs;
import dev.kickoff.model.calendar.EventCalendar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * A calendar that was sent, as it was read.
 *
 * @param problems what could not be read, one line each
 * @param notes what a reader should know beside
 */
record ImportReading(EventCalendar calendar, List<String> problems, List<String> notes) {

  /**
   * Reads a calendar by the readers of files.
   *
   * @param zone of times without one of their own
   * @throws Refusal with 422 and every problem when it cannot be used
   */
  static ImportReading of(byte[] bytes, boolean ical, ZoneId zone, Instant now) {
    Path folder = null;
    try {
      folder = Files.createTempDirectory("kickoff-import");
      Path file = Files.write(folder.resolve(ical ? "calendar.ics" : "calendar.csv"), bytes);
      CalendarRead read = Inputs.calendar(file, zone, OccurrenceWindow.around(now));
      String prefix = folder + "/";
      return new ImportReading(
          read.calendar(),
          read.problems().detailed().stream().map(p -> words(p, prefix)).toList(),
          read.notes().stream().map(note -> note.replace(prefix, "")).toList());
    } catch (InputException e) {
      String prefix = folder + "/";
      throw Refusal.body(
          e.problems().stream().map(problem -> new Field("", words(problem, prefix))).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep the calendar for reading", e);
    } finally {
      delete(folder);
    }
  }

  private static String words(Problem problem, String prefix) {
    return problem.toString().replace(prefix, "");
  }

  private static void delete(@org.jspecify.annotations.Nullable Path folder) {
    if (folder == null) {
      return;
    }
    try {
      Files.deleteIfExists(folder.resolve("calendar.ics"));
      Files.deleteIfExists(folder.resolve("calendar.csv"));
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + folder, e);
    }
  }
}
