package dev.kickoff.connectors.csv.table;

import de.siegmar.fastcsv.reader.CsvRecord;
import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;

/** The first line of a CSV file: its column names, trimmed and in lower case. */
public final class CsvHeader {
  private final CsvRow row;
  private final List<String> names = new ArrayList<>();

  CsvHeader(Place file, CsvRecord record) {
    this.row = new CsvRow(file, record);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < row.width(); i++) {
      String name = row.value(i).toLowerCase(Locale.ROOT);
      if (!seen.add(name)) {
        throw new InputException(
            problem(row.place(i), "column '" + name + "' appears twice", "rename one of them"));
      }
      names.add(name);
    }
  }

  public int width() {
    return names.size();
  }

  public List<String> names() {
    return names;
  }

  /** Where the column called {@code name} is; empty when there is none. */
  public OptionalInt find(String name) {
    int i = names.indexOf(name);
    return i < 0 ? OptionalInt.empty() : OptionalInt.of(i);
  }

  /** The columns not called as one of {@code known}. */
  public List<String> others(Collection<String> known) {
    return names.stream().filter(n -> !known.contains(n)).toList();
  }

  /**
   * Checks that every column of {@code required} is there.
   *
   * @param example a right header, for the remedy
   * @throws InputException with a problem for each that is missing
   */
  public void require(List<String> required, String example) {
    List<Problem> missing =
        required.stream()
            .filter(name -> !names.contains(name))
            .map(name -> missing(name, others(required), example))
            .toList();
    if (!missing.isEmpty()) {
      throw new InputException(missing);
    }
  }

  private Problem missing(String name, List<String> others, String example) {
    String remedy =
        Suggestion.nearest(name, others)
            .map(near -> "did you mean '" + near + "'? rename it to '" + name + "'")
            .orElse("begin the file with a header such as " + example);
    boolean otherSeparator = width() == 1 && names.get(0).matches(".*[;\\t|].*");
    return problem(
        row.place(),
        "no column '" + name + "' among '" + Problem.brief(String.join(",", names)) + "'",
        otherSeparator ? "separate columns with commas" : remedy);
  }

  private static Problem problem(Place place, String what, String remedy) {
    return new Problem(place, ProblemKind.BAD_HEADER, what, remedy);
  }
}
