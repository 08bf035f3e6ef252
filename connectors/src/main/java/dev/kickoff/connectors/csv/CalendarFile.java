package dev.kickoff.connectors.csv;

import dev.kickoff.connectors.CalendarRead;
import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problems;
import dev.kickoff.connectors.Timestamps;
import dev.kickoff.connectors.csv.table.CsvTable;
import dev.kickoff.model.calendar.Event;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Events in a CSV file: header {@code start,end,title,category}, then any attribute columns.
 *
 * <p>Known optional columns: {@code announced_at} (from when the row was known; blank: always),
 * {@code uid}, {@code sequence} (0 where absent), {@code status} ({@code confirmed} or {@code
 * cancelled}). Without a {@code uid} an event is identified by a digest of title, category and
 * start, so that a second reading finds it again; an event that moves needs a {@code uid}. A row
 * that is refused does not stop the reading; more than half of them do.
 */
public final class CalendarFile {
  private static final String EXAMPLE = "start,end,title,category";

  private static final int MAX_LINES = 20;

  private CalendarFile() {}

  /**
   * Reads {@code file}.
   *
   * @param zone the zone of times without an offset
   * @throws InputException when nothing, or less than half, of it can be used
   */
  public static CalendarRead read(Path file, ZoneId zone) {
    try (CsvTable table = CsvTable.open(file, MAX_LINES)) {
      table.header().require(List.of("start", "end", "title", "category"), EXAMPLE);
      EventRow reader = new EventRow(table.header(), new Timestamps(zone));
      Problems problems = new Problems();
      List<Event> events = new ArrayList<>();
      Set<Event> seen = new HashSet<>();
      table.forEach(
          problems,
          row ->
              reader
                  .read(row, problems)
                  .ifPresent(
                      event -> {
                        if (seen.add(event)) {
                          events.add(event);
                        }
                      }));
      problems.giveUpWhenMostAreRefused(Place.of(file), "line", table.rows());
      return new CalendarRead(events, problems, notes(file, table.rows(), events, problems));
    }
  }

  private static List<String> notes(Path file, int rows, List<Event> events, Problems problems) {
    List<String> notes = new ArrayList<>();
    int dropped = rows - events.size() - problems.total();
    if (dropped > 0) {
      notes.add(file + ": " + dropped + " duplicate row" + (dropped == 1 ? "" : "s") + " dropped");
    }
    if (events.isEmpty()) {
      notes.add(file + ": holds no events");
    }
    return notes;
  }
}
