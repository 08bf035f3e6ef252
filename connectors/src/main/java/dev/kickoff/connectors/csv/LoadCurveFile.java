package dev.kickoff.connectors.csv;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Problems;
import dev.kickoff.connectors.csv.table.CsvRow;
import dev.kickoff.connectors.csv.table.CsvTable;
import dev.kickoff.model.lab.LoadCurve;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * A load over time in a CSV file: header {@code seconds,rpm}, columns in any order; the first row
 * at second 0, the others at even steps of whole seconds, two rows at least.
 *
 * <p>Further columns are how the requests divide among APIs and are not read: {@code rpm} is the
 * whole. Nothing of a file with a wrong row is used: a load with a hole would be another load.
 */
public final class LoadCurveFile {
  /** The most rows that are read: 23 days second by second. */
  static final int MOST_ROWS = 2_000_000;

  private static final String EXAMPLE = "seconds,rpm";

  private final Place file;
  private final int seconds;
  private final int rpm;
  private final Problems problems = new Problems();
  private double[] values = new double[1024];
  private int rows;
  private long step;

  private LoadCurveFile(Path file, CsvTable table) {
    table.header().require(List.of("seconds", "rpm"), EXAMPLE);
    this.file = Place.of(file);
    this.seconds = table.header().find("seconds").orElseThrow();
    this.rpm = table.header().find("rpm").orElseThrow();
  }

  /**
   * Reads {@code file}.
   *
   * @throws InputException with every problem, when there is one
   */
  public static LoadCurve read(Path file) {
    try (CsvTable table = CsvTable.open(file, 1)) {
      return new LoadCurveFile(file, table).read(table);
    }
  }

  /**
   * Reads what comes from {@code in}, which is closed at the end.
   *
   * @param name what problems call it, such as {@code stdin}
   * @throws InputException with every problem, when there is one
   */
  public static LoadCurve read(InputStream in, String name) {
    Path named = Path.of(name);
    try (CsvTable table = CsvTable.of(in, named, 1)) {
      return new LoadCurveFile(named, table).read(table);
    }
  }

  private LoadCurve read(CsvTable table) {
    table.forEach(problems, this::read);
    if (table.rows() < 2) {
      refuse(file, ProblemKind.NO_DATA, table.rows() + " rows of load", "write two rows or more");
    }
    problems.failOnAny();
    return new LoadCurve(Duration.ofSeconds(step), Arrays.copyOf(values, rows));
  }

  private void read(CsvRow row) {
    if (rows >= MOST_ROWS) {
      String what = "more than " + MOST_ROWS + " rows of load";
      throw new InputException(
          new Problem(row.place(), ProblemKind.TOO_LARGE, what, "take a longer step"));
    }
    if (rows == values.length) {
      values = Arrays.copyOf(values, 2 * rows);
    }
    readSecond(row);
    try {
      values[rows] = DemandValue.parse(row.value(rpm));
    } catch (InvalidText e) {
      String remedy =
          e.kind() == ProblemKind.NEGATIVE ? "a load is 0 or more" : "write a decimal such as 1250";
      refuse(row.place(rpm), e.kind(), e.what().replaceFirst("^value", "rpm"), remedy);
    }
    rows++;
  }

  private void readSecond(CsvRow row) {
    String text = row.value(seconds);
    if (!text.matches("\\d{1,9}(\\.0+)?")) {
      String what = "seconds '" + Problem.brief(text) + "' is not a whole number from 0";
      refuse(row.place(seconds), ProblemKind.NOT_A_NUMBER, what, "count seconds from the start");
      return;
    }
    long at = (long) Double.parseDouble(text);
    if (rows == 1) {
      step = Math.max(1, at);
    }
    if (at != rows * step) {
      String remedy =
          rows == 0
              ? "begin at second 0"
              : "write even steps as the first two rows are apart, here " + rows * step;
      String what = "second " + at + " is off the grid";
      refuse(row.place(seconds), ProblemKind.OFF_GRID, what, remedy);
    }
  }

  private void refuse(Place place, ProblemKind kind, String what, String remedy) {
    problems.add(new Problem(place, kind, what, remedy));
  }
}
