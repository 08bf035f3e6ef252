package dev.kickoff.jobs.collect.pull;

import dev.kickoff.model.demand.DemandSample;
import dev.kickoff.model.demand.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Samples put into even steps: requests of several sources add up, processors are averaged, of
 * latencies the slowest counts; each source is the mean of what it says within the step.
 */
final class PulledSteps {
  private static final double COVERED = 0.999;
  private static final double PERCENT = 100;

  private final long step;
  private final Map<String, Map<String, TreeMap<Long, Cell>>> sources = new HashMap<>();
  private int partial;

  /** What one source says within one step. */
  private static final class Cell {
    private double weighted;
    private double millis;
  }

  PulledSteps(Duration step) {
    this.step = step.toMillis();
  }

  void put(DemandSample sample) {
    boolean demand = sample.name().equals(DemandSample.REQUESTS);
    double value = demand ? sample.requestsPerMinute() : sample.value();
    long start = sample.at().toEpochMilli();
    long end = sample.until().toEpochMilli();
    TreeMap<Long, Cell> cells =
        sources
            .computeIfAbsent(sample.name(), name -> new HashMap<>())
            .computeIfAbsent(sample.source() + sample.tags(), source -> new TreeMap<>());
    for (long at = Math.floorDiv(start, step) * step; at < end; at += step) {
      double millis = Math.min(end, at + step) - Math.max(start, at);
      Cell cell = cells.computeIfAbsent(at, s -> new Cell());
      cell.weighted += value * millis;
      cell.millis += millis;
    }
  }

  /** The rows that start within a stretch. */
  List<String> rows(Instant from, Instant until) {
    List<String> rows = new ArrayList<>();
    partial = 0;
    long first = Math.floorDiv(from.toEpochMilli() + step - 1, step) * step;
    for (long at = first; at + step <= until.toEpochMilli(); at += step) {
      List<Double> requests = values(DemandSample.REQUESTS, at);
      OptionalDouble cpu =
          values(Signal.CPU.sampleName(), at).stream().mapToDouble(v -> v).average();
      if (requests.isEmpty() || cpu.isEmpty()) {
        partial++;
        continue;
      }
      String latency =
          values(Signal.LATENCY_MS.sampleName(), at).stream()
              .max(Comparator.naturalOrder())
              .filter(ms -> ms > 0)
              .map(ms -> Double.toString(ms))
              .orElse("");
      double rpm = requests.stream().mapToDouble(v -> v).sum();
      double percent = Math.min(PERCENT, PERCENT * cpu.getAsDouble());
      rows.add(Instant.ofEpochMilli(at) + "," + rpm + "," + percent + "," + latency);
    }
    return rows;
  }

  /** How many steps had no row. */
  int partial() {
    return partial;
  }

  /** What the sources that cover the step wholly say; none where one covers it only in part. */
  private List<Double> values(String name, long at) {
    List<Double> values = new ArrayList<>();
    for (TreeMap<Long, Cell> cells : sources.getOrDefault(name, Map.of()).values()) {
      Cell cell = cells.get(at);
      if (cell != null && cell.millis < COVERED * step) {
        return List.of();
      }
      if (cell != null) {
        values.add(cell.weighted / cell.millis);
      }
    }
    return values;
  }
}
