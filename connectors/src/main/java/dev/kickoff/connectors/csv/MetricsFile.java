package dev.kickoff.connectors.csv;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.MetricsRead;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Problems;
import dev.kickoff.connectors.Timestamps;
import dev.kickoff.connectors.csv.table.CsvHeader;
import dev.kickoff.connectors.csv.table.CsvRow;
import dev.kickoff.connectors.csv.table.CsvTable;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.DemandSignals;
import dev.kickoff.model.demand.Service;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Demand in a CSV file: header {@code timestamp,value} or {@code timestamp,service,value}, columns
 * in any order; {@code error_rate}, {@code latency_ms} and {@code cpu} are signals, further columns
 * are ignored with a note.
 *
 * <p>The step of a series is its most common distance between rows. A missing row, or a blank
 * value, is a gap. Rows may come in any order. A row that repeats an instant with the same value is
 * dropped, with another value refused: the first one in the file counts. Reading goes on after a
 * refused line, and gives up when more than half of them are.
 */
public final class MetricsFile {
  private static final String TIMESTAMP = "timestamp";
  private static final String VALUE = "value";
  private static final String SERVICE = "service";
  private static final String EXAMPLE = "timestamp,value";

  private final Path file;
  private final Timestamps timestamps;
  private final Service defaultService;
  private final Problems problems = new Problems();
  private final List<String> notes = new ArrayList<>();
  private final Map<String, SampleRows> rowsByService = new LinkedHashMap<>();
  private int blanks;

  private MetricsFile(Path file, ZoneId zone, Service defaultService) {
    this.file = file;
    this.timestamps = new Timestamps(zone);
    this.defaultService = defaultService;
  }

  /**
   * Reads {@code file}.
   *
   * @param zone the zone of timestamps without an offset
   * @param defaultService what the series of a file without a service column is called
   * @throws InputException when nothing, or less than half, of it can be used
   */
  public static MetricsRead read(Path file, ZoneId zone, Service defaultService) {
    try (CsvTable table = CsvTable.open(file, 1)) {
      return new MetricsFile(file, zone, defaultService).read(table);
    }
  }

  private MetricsRead read(CsvTable table) {
    CsvHeader header = table.header();
    header.require(List.of(TIMESTAMP, VALUE), EXAMPLE);
    noteUnread(header);
    SignalColumns signals = new SignalColumns(header);
    int timestamp = header.find(TIMESTAMP).orElseThrow();
    int value = header.find(VALUE).orElseThrow();
    OptionalInt service = header.find(SERVICE);
    Columns columns = new Columns(timestamp, value, service, signals);
    table.forEach(problems, row -> readRow(row, columns));
    if (blanks > 0) {
      notes.add(
          file + ": " + blanks + " blank value" + (blanks == 1 ? "" : "s") + ", read as gaps");
    }
    if (signals.unreadable() > 0) {
      notes.add(file + ": " + signals.unreadable() + " signal values not read, taken as gaps");
    }
    Map<Service, DemandSeries> series = new LinkedHashMap<>();
    Map<Service, DemandSignals> told = new LinkedHashMap<>();
    rowsByService.forEach(
        (name, rows) -> {
          SeriesAssembly assembly = new SeriesAssembly(Place.of(file), name, rows, problems);
          assembly
              .assemble()
              .ifPresent(
                  built -> {
                    series.put(new Service(name), built);
                    told.put(new Service(name), signals.of(name, built));
                  });
          notes.addAll(assembly.notes());
        });
    problems.giveUpWhenMostAreRefused(Place.of(file), "line", table.rows());
    if (series.isEmpty()) {
      throw new InputException(
          new Problem(
              Place.of(file),
              ProblemKind.NO_DATA,
              "holds no demand",
              "add rows such as 2024-06-01T18:00:00Z,1250"));
    }
    return new MetricsRead(series, told, problems, notes);
  }

  private record Columns(int timestamp, int value, OptionalInt service, SignalColumns signals) {}

  private void noteUnread(CsvHeader header) {
    List<String> read = new ArrayList<>(List.of(TIMESTAMP, VALUE, SERVICE));
    read.addAll(SignalColumns.NAMES);
    List<String> unread = header.others(read);
    if (!unread.isEmpty()) {
      notes.add(file + ": columns not read: " + String.join(", ", unread));
    }
  }

  private void readRow(CsvRow row, Columns columns) {
    int column = columns.timestamp();
    try {
      long at = timestamps.millis(row.value(column));
      column = columns.service().orElse(column);
      String service = columns.service().isPresent() ? row.value(column) : defaultService.name();
      SampleRows rows = rowsOf(service);
      columns.signals().read(row, at, service);
      column = columns.value();
      String text = row.value(column);
      if (text.isEmpty()) {
        blanks++;
      } else {
        rows.add(at, DemandValue.parse(text), row.line());
      }
    } catch (InvalidText e) {
      problems.add(row.place(column), e);
    }
  }

  private SampleRows rowsOf(String service) throws InvalidText {
    SampleRows known = rowsByService.get(service);
    if (known != null) {
      return known;
    }
    try {
      SampleRows rows = new SampleRows();
      rowsByService.put(new Service(service).name(), rows);
      return rows;
    } catch (IllegalArgumentException e) {
      throw new InvalidText(
          ProblemKind.BAD_NAME,
          "'" + Problem.brief(service) + "' is not a service name",
          "use 1 to 128 letters, digits, '.', '-' or '_'");
    }
  }
}
