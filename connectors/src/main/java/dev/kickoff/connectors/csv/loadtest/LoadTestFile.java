package dev.kickoff.connectors.csv.loadtest;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Problems;
import dev.kickoff.connectors.Timestamps;
import dev.kickoff.connectors.csv.table.CsvHeader;
import dev.kickoff.connectors.csv.table.CsvRow;
import dev.kickoff.connectors.csv.table.CsvTable;
import dev.kickoff.model.lab.profile.LoadTestRow;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A load test in a CSV file: header {@code timestamp,rpm,cpu,latency_ms}, columns and rows in any
 * order. {@code latency_ms} (the p95) may be missing or blank; {@code cache_hit} (0..1) and {@code
 * hosts} (that shared the load, which is divided by it) are read where they are there, further
 * columns are named in a note.
 *
 * <p>A row that repeats an instant with the same values is dropped, with others refused. Reading
 * goes on after a refused line, and gives up when more than half of them are. A latency of a row
 * without requests is not read: there was nothing to wait for.
 */
public final class LoadTestFile {
  private static final String TIMESTAMP = "timestamp";
  private static final String EXAMPLE = "timestamp,rpm,cpu,latency_ms";
  private static final List<String> REQUIRED = List.of(TIMESTAMP, "rpm", "cpu");
  private static final List<String> READ =
      List.of(TIMESTAMP, "rpm", "cpu", "latency_ms", "cache_hit", "hosts");

  private final CsvHeader header;
  private final Timestamps timestamps;
  private final double hosts;
  private final Problems problems = new Problems();
  private final Map<Instant, LoadTestRow> known = new HashMap<>();
  private final List<LoadTestRow> rows = new ArrayList<>();
  private int repeated;

  private LoadTestFile(CsvHeader header, ZoneId zone, int hosts) {
    this.header = header;
    this.timestamps = new Timestamps(zone);
    this.hosts = hosts;
  }

  /**
   * Reads {@code file}.
   *
   * @param zone the zone of timestamps without an offset
   * @param hosts that shared the load where no column says so, at least 1
   * @throws InputException when nothing, or less than half, of it can be used
   */
  public static LoadTestRead read(Path file, ZoneId zone, int hosts) {
    try (CsvTable table = CsvTable.open(file, 1)) {
      table.header().require(REQUIRED, EXAMPLE);
      return new LoadTestFile(table.header(), zone, hosts).read(file, table);
    }
  }

  private LoadTestRead read(Path file, CsvTable table) {
    table.forEach(problems, this::read);
    Place place = Place.of(file);
    problems.giveUpWhenMostAreRefused(place, "line", table.rows());
    if (rows.isEmpty()) {
      throw new InputException(
          new Problem(
              place,
              ProblemKind.NO_DATA,
              "holds no rows",
              "add rows such as 2026-06-01T18:00:00Z,40000,30,21"));
    }
    if (rows.stream().allMatch(row -> row.cpu() <= 1)) {
      throw new InputException(
          new Problem(
              place,
              ProblemKind.BAD_VALUE,
              "cpu never passes 1, so these are shares",
              "write percent, 0 to 100"));
    }
    List<String> notes = new ArrayList<>();
    List<String> unread = header.others(READ);
    if (!unread.isEmpty()) {
      notes.add(file + ": columns not read: " + String.join(", ", unread));
    }
    if (repeated > 0) {
      notes.add(file + ": " + repeated + " rows repeat another word for word, read once");
    }
    return new LoadTestRead(rows, problems, notes);
  }

  private void read(CsvRow row) {
    int column = header.find(TIMESTAMP).orElseThrow();
    try {
      Instant at = timestamps.parse(row.value(column));
      column = header.find("rpm").orElseThrow();
      double rpm = Quantity.RPM.parse(row.value(column));
      column = header.find("cpu").orElseThrow();
      double cpu = Quantity.CPU.parse(row.value(column));
      column = header.find("hosts").orElse(column);
      double shared = optional(row, Quantity.HOSTS).orElse(hosts);
      if (shared < 1) {
        throw new InvalidText(ProblemKind.BAD_VALUE, "no host shared the load", "write 1 or more");
      }
      column = header.find("latency_ms").orElse(column);
      OptionalDouble latency = rpm > 0 ? latency(row) : OptionalDouble.empty();
      column = header.find("cache_hit").orElse(column);
      OptionalDouble hit = optional(row, Quantity.CACHE_HIT);
      column = header.find(TIMESTAMP).orElseThrow();
      take(new LoadTestRow(at, rpm / shared, cpu, latency, hit));
    } catch (InvalidText e) {
      problems.add(row.place(column), e);
    }
  }

  private void take(LoadTestRow row) throws InvalidText {
    LoadTestRow before = known.putIfAbsent(row.at(), row);
    if (before == null) {
      rows.add(row);
    } else if (before.equals(row)) {
      repeated++;
    } else {
      throw new InvalidText(
          ProblemKind.DUPLICATE_TIMESTAMP,
          row.at() + " was measured before, with other values",
          "keep one of the two; a file holds one host, or the mean of several");
    }
  }

  private OptionalDouble latency(CsvRow row) throws InvalidText {
    OptionalDouble latency = optional(row, Quantity.LATENCY);
    if (latency.isPresent() && latency.getAsDouble() == 0) {
      throw new InvalidText(
          ProblemKind.BAD_VALUE, "latency_ms is 0", "leave it blank where it was not measured");
    }
    return latency;
  }

  private OptionalDouble optional(CsvRow row, Quantity quantity) throws InvalidText {
    OptionalInt column = header.find(quantity.column());
    return column.isEmpty() || row.value(column.getAsInt()).isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(quantity.parse(row.value(column.getAsInt())));
  }
}
