package dev.kickoff.connectors.csv.activity;

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
import dev.kickoff.model.lab.twin.reality.Metrics;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * What was measured on a group, in one or several CSV files: header {@code timestamp,cpu,rpm}, in
 * any order; a file may have only one of the two, and a blank is a gap.
 *
 * <p>{@code cpu} is the mean of the hosts in percent, {@code rpm} the requests per minute on all of
 * them; each from its time to the next. Nothing of files with a wrong row is used.
 */
public final class GroupMetricsFile {
  private static final String EXAMPLE = "timestamp,cpu,rpm";
  private static final List<String> VALUES = List.of("cpu", "rpm");
  private static final double MOST_RPM = 1e12;

  private final TreeMap<Instant, Double> cpu = new TreeMap<>();
  private final TreeMap<Instant, Double> rpm = new TreeMap<>();
  private final Timestamps timestamps;

  private GroupMetricsFile(Timestamps timestamps) {
    this.timestamps = timestamps;
  }

  /**
   * Reads {@code files} as one.
   *
   * @param zone the zone of times without an offset
   * @throws InputException with every problem of a file, when there is one, or where no file has
   *     one of the two
   */
  public static Metrics read(List<Path> files, ZoneId zone) {
    GroupMetricsFile reader = new GroupMetricsFile(new Timestamps(zone));
    files.forEach(reader::read);
    reader.require(files, "cpu", reader.cpu.isEmpty());
    reader.require(files, "rpm", reader.rpm.isEmpty());
    return new Metrics(reader.cpu, reader.rpm);
  }

  private void require(List<Path> files, String column, boolean missing) {
    if (missing) {
      throw new InputException(
          new Problem(
              Place.of(files.get(0)),
              ProblemKind.NO_DATA,
              "no value in a column '" + column + "', nor in another file of metrics",
              "begin a file with " + EXAMPLE));
    }
  }

  private void read(Path file) {
    try (CsvTable table = CsvTable.open(file, 1)) {
      CsvHeader header = table.header();
      header.require(List.of("timestamp"), EXAMPLE);
      Problems problems = new Problems();
      if (VALUES.stream().allMatch(name -> header.find(name).isEmpty())) {
        String what = "no column 'cpu' and none 'rpm'";
        problems.add(
            new Problem(Place.of(file).line(1), ProblemKind.BAD_HEADER, what, "write " + EXAMPLE));
      }
      table.forEach(problems, row -> read(row, header, problems));
      problems.failOnAny();
    }
  }

  private void read(CsvRow row, CsvHeader header, Problems problems) {
    int column = header.find("timestamp").orElseThrow();
    try {
      Instant at = timestamps.parse(row.value(column));
      for (String name : VALUES) {
        OptionalInt found = header.find(name);
        if (found.isPresent() && !row.value(found.getAsInt()).isEmpty()) {
          column = found.getAsInt();
          put(name, at, row.value(column));
        }
      }
    } catch (InvalidText e) {
      problems.add(row.place(column), e);
    }
  }

  private void put(String name, Instant at, String text) throws InvalidText {
    boolean isCpu = name.equals("cpu");
    double most = isCpu ? 100 : MOST_RPM;
    double value;
    try {
      value = text.matches("[0-9+.eE-]+") ? Double.parseDouble(text) : -1;
    } catch (NumberFormatException e) {
      value = -1;
    }
    if (!(value >= 0 && value <= most)) {
      throw new InvalidText(
          ProblemKind.BAD_VALUE,
          name + " '" + Problem.brief(text) + "' is not " + words(isCpu),
          "correct it, or leave it blank where it is unknown");
    }
    if ((isCpu ? cpu : rpm).putIfAbsent(at, value) != null) {
      throw new InvalidText(
          ProblemKind.DUPLICATE_TIMESTAMP, "a second " + name + " at " + at, "keep one of them");
    }
  }

  private static String words(boolean isCpu) {
    return isCpu ? "a percentage from 0 to 100" : "a number of requests per minute, 0 or more";
  }
}
