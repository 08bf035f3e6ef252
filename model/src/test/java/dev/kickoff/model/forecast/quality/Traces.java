package dev.kickoff.model.forecast.quality;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import dev.kickoff.model.demand.DemandSeries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Real traces, read for tests; without them the calling test is skipped with one line. */
final class Traces {
  private Traces() {}

  /**
   * The demand of a trace of one service.
   *
   * @param minutes the step of the trace
   */
  static DemandSeries demand(String name, int minutes) {
    List<String> rows = rows(name, "metrics.csv");
    DemandSeries.Builder demand =
        DemandSeries.builder(Instant.parse(rows.get(0).split(",")[0]), Duration.ofMinutes(minutes));
    for (String row : rows) {
      String[] cells = row.split(",");
      demand.set(Instant.parse(cells[0]), Double.parseDouble(cells[1]));
    }
    return demand.build();
  }

  /**
   * The calendar of a trace; titles, attributes and announcements are left out, and so is what is
   * not there.
   */
  static EventCalendar calendar(String name) {
    if (!Files.exists(folder().resolve(name).resolve("calendar.csv"))) {
      return EventCalendar.empty();
    }
    List<Event> events = new ArrayList<>();
    EventVersion version = new EventVersion(Optional.empty(), 0, 1, EventStatus.CONFIRMED);
    for (String row : rows(name, "calendar.csv")) {
      String[] cells = row.split(",");
      Instant start = Instant.parse(cells[0]);
      String uid = "e" + events.size();
      events.add(new Event(uid, uid, cells[3], start, Instant.parse(cells[1]), Map.of(), version));
    }
    return EventCalendar.of(events);
  }

  private static List<String> rows(String name, String file) {
    Path path = folder().resolve(name).resolve(file);
    assumeThat(path).as("real traces are absent, nothing is checked on them").exists();
    try {
      List<String> lines = Files.readAllLines(path);
      return lines.subList(1, lines.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The folder of real traces: the property {@code kickoff.data}, or beside a parent folder. */
  private static Path folder() {
    String named = System.getProperty("kickoff.data");
    Path folder = Path.of("").toAbsolutePath();
    while (named == null && folder.getParent() != null) {
      if (Files.isDirectory(folder.resolve("shared/data"))) {
        return folder.resolve("shared/data");
      }
      folder = folder.getParent();
    }
    return Path.of(named == null ? "absent" : named);
  }
}
