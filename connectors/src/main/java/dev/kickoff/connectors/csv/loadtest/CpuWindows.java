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
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Processor over time, from a CSV file with the header {@code timestamp,cpu}: each value holds from
 * its timestamp for the usual distance between two, as CloudWatch gives them.
 */
final class CpuWindows {
  private final Path file;
  private final TreeMap<Long, Double> byStart;
  private final long millis;
  private final Problems problems;

  private CpuWindows(Path file, TreeMap<Long, Double> byStart, Problems problems) {
    this.file = file;
    this.byStart = byStart;
    this.problems = problems;
    TreeMap<Long, Integer> distances = new TreeMap<>();
    Long before = null;
    for (long start : byStart.keySet()) {
      if (before != null) {
        distances.merge(start - before, 1, Integer::sum);
      }
      before = start;
    }
    this.millis =
        distances.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElseThrow(() -> new InputException(tooFew(file)));
  }

  private static Problem tooFew(Path file) {
    return new Problem(
        Place.of(file), ProblemKind.NO_DATA, "has fewer than two values", "cover the load test");
  }

  /** Reads {@code file}; what is refused in it is kept among its problems. */
  static CpuWindows read(Path file, ZoneId zone) {
    try (CsvTable table = CsvTable.open(file, 1)) {
      table.header().require(List.of("timestamp", "cpu"), "timestamp,cpu");
      Reading reading = new Reading(table.header(), new Timestamps(zone));
      table.forEach(reading.problems, reading::take);
      reading.problems.giveUpWhenMostAreRefused(Place.of(file), "line", table.rows());
      return new CpuWindows(file, reading.byStart, reading.problems);
    }
  }

  private static final class Reading {
    private final int at;
    private final int cpu;
    private final Timestamps timestamps;
    private final TreeMap<Long, Double> byStart = new TreeMap<>();
    private final Problems problems = new Problems();

    Reading(CsvHeader header, Timestamps timestamps) {
      this.at = header.find("timestamp").orElseThrow();
      this.cpu = header.find("cpu").orElseThrow();
      this.timestamps = timestamps;
    }

    void take(CsvRow row) {
      int column = at;
      try {
        long start = timestamps.millis(row.value(at));
        column = cpu;
        double value = Quantity.CPU.parse(row.value(cpu));
        Double before = byStart.putIfAbsent(start, value);
        if (before != null && before != value) {
          String what = Instant.ofEpochMilli(start) + " has two values";
          throw new InvalidText(ProblemKind.DUPLICATE_TIMESTAMP, what, "keep one of them");
        }
      } catch (InvalidText e) {
        problems.add(row.place(column), e);
      }
    }
  }

  Path file() {
    return file;
  }

  Problems problems() {
    return problems;
  }

  long millis() {
    return millis;
  }

  /** Start of the window that holds an instant; empty where none does. */
  Optional<Long> startOf(long at) {
    Long start = byStart.floorKey(at);
    return start == null || at >= start + millis ? Optional.empty() : Optional.of(start);
  }

  /** Every start, in the order of time, with its percent of processor. */
  Map<Long, Double> values() {
    return byStart;
  }
}
