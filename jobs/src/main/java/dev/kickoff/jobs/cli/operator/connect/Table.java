package dev.kickoff.jobs.cli.operator.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows under a header, each column as wide as it must be; columns of numbers stand right. */
public final class Table {
  private final List<List<String>> rows = new ArrayList<>();

  public Table(String... header) {
    rows.add(List.of(header));
  }

  /** Adds a row of as many cells as the header has; they are made plain. */
  public Table row(Object... cells) {
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(Plain.brief(String.valueOf(cell)));
    }
    if (row.size() != rows.get(0).size()) {
      throw new IllegalArgumentException(row.size() + " cells under " + rows.get(0));
    }
    rows.add(row);
    return this;
  }

  /** Whether it has no rows. */
  public boolean isEmpty() {
    return rows.size() == 1;
  }

  /** A line a row, the last column as it is. */
  public String text() {
    int columns = rows.get(0).size();
    List<Integer> widths = IntStream.range(0, columns).mapToObj(this::width).toList();
    List<Boolean> numbers = IntStream.range(0, columns).mapToObj(this::isNumbers).toList();
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        String cell = row.get(c);
        String gap = " ".repeat(widths.get(c) - cell.length());
        line.append(numbers.get(c) ? gap + cell : cell + gap).append("  ");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }

  private boolean isNumbers(int column) {
    return rows.stream().skip(1).allMatch(row -> row.get(column).matches("-|[-+]?[\\d.,]+"));
  }
}
