package dev.kickoff.connectors.csv.loadtest;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Problems;
import dev.kickoff.model.lab.profile.LoadTestRow;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Load as a tool measured it, put beside the processor by time. */
final class ToolRun {
  private final CpuWindows cpu;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /**
   * What a tool saw within one window.
   *
   * @param latencyMs the p95; empty where unknown
   */
  record Load(double rpm, OptionalDouble latencyMs) {}

  ToolRun(CpuWindows cpu) {
    this.cpu = cpu;
  }

  /** Notes that the tool was at work at {@code at}. */
  Optional<Long> windowOf(long at) {
    first = Math.min(first, at);
    last = Math.max(last, at);
    return cpu.startOf(at);
  }

  /**
   * A row for each window of the processor that lies within the run wholly.
   *
   * @param load what was seen in the window that starts there; empty where nothing was
   * @throws InputException where the two have no time in common
   */
  LoadTestRead joined(
      Path file, double hosts, Function<Long, Optional<Load>> load, Problems problems) {
    List<LoadTestRow> rows = new ArrayList<>();
    int outside = 0;
    for (var window : cpu.values().entrySet()) {
      long start = window.getKey();
      Optional<Load> seen = load.apply(start);
      boolean whole = start >= first && start + cpu.millis() <= last + 1_000;
      if (!whole || seen.isEmpty()) {
        outside++;
        continue;
      }
      Instant at = Instant.ofEpochMilli(start);
      double rpm = seen.get().rpm() / hosts;
      OptionalDouble latency = rpm > 0 ? seen.get().latencyMs() : OptionalDouble.empty();
      rows.add(new LoadTestRow(at, rpm, window.getValue(), latency, OptionalDouble.empty()));
    }
    if (rows.isEmpty()) {
      throw new InputException(
          new Problem(
              Place.of(cpu.file()),
              ProblemKind.NO_DATA,
              first > last
                  ? "has nothing to be joined with: " + file + " holds no load"
                  : "and %s have no whole window in common: the load is of %s to %s"
                      .formatted(file, Instant.ofEpochMilli(first), Instant.ofEpochMilli(last)),
              "take both from the same time"));
    }
    List<String> notes = new ArrayList<>();
    if (outside > 0) {
      notes.add(
          "%s: %d of %d values lie outside the load test, or only partly in it; left out"
              .formatted(cpu.file(), outside, cpu.values().size()));
    }
    cpu.problems().detailed().forEach(problems::add);
    return new LoadTestRead(rows, problems, notes);
  }
}
