package dev.kickoff.model.lab.twin.reality;

import dev.kickoff.model.lab.LoadCurve;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What really happened in a group, on the steps of a simulated run.
 *
 * @param origin when the first step begins
 * @param load requests per minute at each step
 * @param rows the measured processor shares, in order
 * @param inService hosts that served at each step
 * @param desired hosts asked for by each step
 * @param launches steps at which an alarm asked for hosts, in order; those within half a minute are
 *     one
 * @param boots minutes from asked-for to in service, one for each host
 * @param notes what was left out, in words
 */
public record Reality(
    Instant origin,
    LoadCurve load,
    List<Row> rows,
    int[] inService,
    int[] desired,
    List<Integer> launches,
    double[] boots,
    List<String> notes) {
  /** Seconds of a step. */
  public static final int STEP = 10;

  private static final double MINUTE = 60;

  /**
   * A measured processor share.
   *
   * @param from the first step it is the mean of
   * @param until exclusive
   * @param cpu in percent
   */
  public record Row(int from, int until, double cpu) {}

  public Reality {
    rows = List.copyOf(rows);
    launches = List.copyOf(launches);
    notes = List.copyOf(notes);
  }

  /** How many steps it has. */
  public int steps() {
    return inService.length;
  }

  /** Minutes from the beginning to a step. */
  public static double minutes(int step) {
    return step * STEP / MINUTE;
  }

  /** Minutes between two rows, as most are. */
  public double rowMinutes() {
    return rows.isEmpty() ? 0 : minutes(rows.get(0).until() - rows.get(0).from());
  }

  /** How long it lasts. */
  public Duration span() {
    return Duration.ofSeconds((long) steps() * STEP);
  }

  /** The highest processor share of a row, in percent. */
  public double peakCpu() {
    return rows.stream().mapToDouble(Row::cpu).max().orElse(0);
  }

  /** The mean of step values over each row. */
  public double[] overRows(double[] steps) {
    return rows.stream().mapToDouble(row -> mean(steps, row)).toArray();
  }

  public static double mean(double[] steps, Row row) {
    double sum = 0;
    for (int i = row.from(); i < row.until(); i++) {
      sum += steps[i];
    }
    return sum / (row.until() - row.from());
  }

  /** Requests per minute on each host, by step. */
  public double[] rpmPerHost() {
    double[] each = new double[steps()];
    for (int i = 0; i < each.length; i++) {
      each[i] = load.at(i) / inService[i];
    }
    return each;
  }
}
