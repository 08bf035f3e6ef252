package dev.kickoff.connectors.csv;

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
import dev.kickoff.model.fleet.ScheduledSize;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Sizes of a group that a person wrote down ahead of time, in a CSV file: header {@code at,min},
 * columns in any order; optional columns {@code max} and {@code desired}.
 *
 * <p>A blank size is left as it is; a row needs one at least. Nothing of a file with a wrong row is
 * used: a schedule with a hole in it would be another schedule.
 */
public final class ScheduleFile {
  private static final List<String> SIZES = List.of("min", "max", "desired");
  private static final int MAX_HOSTS = 100_000;

  private final CsvHeader header;
  private final Timestamps timestamps;

  private ScheduleFile(CsvHeader header, ZoneId zone) {
    this.header = header;
    this.timestamps = new Timestamps(zone);
  }

  /**
   * Reads {@code file}; each size is named after its line.
   *
   * @param zone the zone of times without an offset
   * @throws InputException with every problem, when there is one or no row
   */
  public static List<ScheduledSize> read(Path file, ZoneId zone) {
    try (CsvTable table = CsvTable.open(file, 1)) {
      table.header().require(List.of("at", "min"), "at,min");
      ScheduleFile reader = new ScheduleFile(table.header(), zone);
      List<ScheduledSize> sizes = new ArrayList<>();
      Problems problems = reader.unknownColumns(Place.of(file));
      table.forEach(problems, row -> reader.read(row, sizes, problems));
      if (table.rows() == 0) {
        problems.add(problem(Place.of(file), ProblemKind.NO_DATA, "schedules nothing", "add rows"));
      }
      if (!problems.isEmpty()) {
        throw new InputException(problems.detailed());
      }
      return sizes;
    }
  }

  private Problems unknownColumns(Place file) {
    Problems problems = new Problems();
    for (String other : header.others(List.of("at", "min", "max", "desired"))) {
      String what = "column '" + Problem.brief(other) + "' is unknown";
      problems.add(
          problem(file.line(1), ProblemKind.BAD_HEADER, what, "keep to at,min,max,desired"));
    }
    return problems;
  }

  private void read(CsvRow row, List<ScheduledSize> sizes, Problems problems) {
    int before = problems.total();
    List<OptionalInt> read = SIZES.stream().map(size -> hosts(row, size, problems)).toList();
    int at = header.find("at").orElseThrow();
    Instant startAt = Instant.EPOCH;
    try {
      startAt = timestamps.parse(row.value(at));
    } catch (InvalidText e) {
      problems.add(row.place(at), e);
    }
    if (problems.total() > before) {
      return;
    }
    if (read.stream().allMatch(OptionalInt::isEmpty)) {
      problems.add(problem(row.place(), ProblemKind.MISSING, "sets no size", "give it a min"));
    } else if (read.get(1).orElse(MAX_HOSTS) < read.get(0).orElse(0)) {
      String what = "max " + read.get(1).getAsInt() + " is below min " + read.get(0).getAsInt();
      problems.add(problem(row.place(), ProblemKind.BAD_VALUE, what, "raise max or lower min"));
    } else {
      String name = "line " + row.line();
      sizes.add(new ScheduledSize(name, startAt, read.get(0), read.get(1), read.get(2)));
    }
  }

  private OptionalInt hosts(CsvRow row, String column, Problems problems) {
    OptionalInt found = header.find(column);
    String text = found.isPresent() ? row.value(found.getAsInt()) : "";
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    if (text.matches("\\d{1,6}") && Integer.parseInt(text) <= MAX_HOSTS) {
      return OptionalInt.of(Integer.parseInt(text));
    }
    String what = column + " '" + Problem.brief(text) + "' is not a number of hosts";
    String remedy = "write a whole number from 0 to " + MAX_HOSTS;
    problems.add(problem(row.place(found.orElseThrow()), ProblemKind.BAD_VALUE, what, remedy));
    return OptionalInt.empty();
  }

  private static Problem problem(Place place, ProblemKind kind, String what, String remedy) {
    return new Problem(place, kind, what, remedy);
  }
}
