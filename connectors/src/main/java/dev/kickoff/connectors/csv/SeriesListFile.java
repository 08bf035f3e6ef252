package dev.kickoff.connectors.csv;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.ListedSeries;
import dev.kickoff.connectors.ListedSeriesText;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Problems;
import dev.kickoff.connectors.csv.table.CsvHeader;
import dev.kickoff.connectors.csv.table.CsvRow;
import dev.kickoff.connectors.csv.table.CsvTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A list of series to evaluate forecasts on, in a CSV file with a row for each.
 *
 * <p>Columns in any order: {@code name}; {@code data}, the folder of its files; {@code from} and
 * {@code to}, between which cutoffs lie; {@code resolution} and {@code every} in minutes; {@code
 * horizons} in minutes with semicolons between. Optional: {@code service}, {@code zone} (UTC where
 * absent), {@code calendar} ({@code yes} where there is one), and what is expected: {@code
 * wql_at_most} (a number for each horizon), {@code structural_at_most}, {@code event_p95_at_least},
 * {@code mase_at_most}. One bad row refuses the list: half a list would give other means.
 */
public final class SeriesListFile {
  private static final List<String> REQUIRED =
      List.of("name", "data", "resolution", "from", "to", "every", "horizons");
  private static final String EXAMPLE =
      "name,data,service,resolution,zone,from,to,every,horizons,calendar";
  private static final int MAX_LINES = 20;

  private SeriesListFile() {}

  /**
   * Reads {@code file}.
   *
   * @throws InputException with every problem, when anything in it is wrong or nothing is listed
   */
  public static List<ListedSeries> read(Path file) {
    try (CsvTable table = CsvTable.open(file, MAX_LINES)) {
      table.header().require(REQUIRED, EXAMPLE);
      Problems problems = new Problems();
      List<ListedSeries> series = new ArrayList<>();
      Set<String> names = new HashSet<>();
      table.forEach(
          problems,
          row ->
              read(table.header(), row, problems)
                  .ifPresent(
                      each -> {
                        series.add(each);
                        if (!names.add(each.name())) {
                          problems.add(twice(row.place(), each.name()));
                        }
                      }));
      if (!problems.isEmpty()) {
        throw new InputException(problems.detailed());
      }
      if (series.isEmpty()) {
        throw new InputException(
            new Problem(
                Place.of(file), ProblemKind.NO_DATA, "lists no series", "add a row for each"));
      }
      return series;
    }
  }

  private static Problem twice(Place place, String name) {
    return new Problem(
        place, ProblemKind.DUPLICATE_KEY, "'" + name + "' is listed twice", "rename one of them");
  }

  /** The series; empty when the row is refused, with a problem that says where and why. */
  private static Optional<ListedSeries> read(CsvHeader header, CsvRow row, Problems problems) {
    ListedSeriesText text =
        new ListedSeriesText(
            name -> header.find(name).stream().mapToObj(row::value).findFirst().orElse(""));
    try {
      return Optional.of(text.read());
    } catch (InvalidText e) {
      Place place =
          header.find(text.column()).stream().mapToObj(row::place).findFirst().orElse(row.place());
      problems.add(place, e);
      return Optional.empty();
    }
  }
}
