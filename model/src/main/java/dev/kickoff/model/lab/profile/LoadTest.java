package dev.kickoff.model.lab.profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The rows of a load test in the order of time. */
public final class LoadTest {
  private static final int LEAST_ROWS = 3;
  private static final double LEAST_SPREAD = 0.05;

  private final List<LoadTestRow> rows;

  /**
   * @param rows in any order
   * @throws LoadTestException where they are fewer than three, or hold one load only
   */
  public LoadTest(List<LoadTestRow> rows) {
    List<LoadTestRow> sorted = new ArrayList<>(rows);
    sorted.sort(Comparator.comparing(LoadTestRow::at));
    this.rows = List.copyOf(sorted);
    if (rows.size() < LEAST_ROWS) {
      throw new LoadTestException(
          "%d usable rows are too few for a profile; measure at %d loads at least, better at thirty"
              .formatted(rows.size(), LEAST_ROWS));
    }
    double low = rows.stream().mapToDouble(LoadTestRow::rpm).min().orElseThrow();
    double high = rows.stream().mapToDouble(LoadTestRow::rpm).max().orElseThrow();
    if (high - low < LEAST_SPREAD * high || high == 0) {
      throw new LoadTestException(
          "all rows hold one load (%.0f to %.0f requests per minute), so nothing tells what more"
                  .formatted(low, high)
              + " would do; let the load rise step by step");
    }
  }

  /** At least three, oldest first. */
  public List<LoadTestRow> rows() {
    return rows;
  }

  double[] values(ToDoubleFunction<LoadTestRow> of) {
    return rows.stream().mapToDouble(of).toArray();
  }

  /** Those whose load is at most {@code rpm}. */
  List<LoadTestRow> upTo(double rpm) {
    return rows.stream().filter(row -> row.rpm() <= rpm).toList();
  }

  /** The highest load, in requests per minute. */
  public double highestRpm() {
    return rows.stream().mapToDouble(LoadTestRow::rpm).max().orElseThrow();
  }

  /** The highest processor share but for the one row in fifty that is higher, in percent. */
  public double highestCpu() {
    double[] sorted = rows.stream().mapToDouble(LoadTestRow::cpu).sorted().toArray();
    return sorted[(int) Math.floor(0.98 * (sorted.length - 1))];
  }
}
