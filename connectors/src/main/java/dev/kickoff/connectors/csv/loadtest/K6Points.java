package dev.kickoff.connectors.csv.loadtest;

import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problems;
import dev.kickoff.connectors.csv.table.CsvHeader;
import dev.kickoff.connectors.csv.table.CsvRow;
import dev.kickoff.connectors.csv.table.CsvTable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The points of a k6 run ({@code k6 run --out csv=FILE}): {@code http_reqs} are counted and the p95
 * of {@code http_req_duration} is taken over each window of the processor; other metrics are
 * skipped. Format: <a href="https://grafana.com/docs/k6/latest/results-output/real-time/csv/">k6's
 * manual</a>.
 */
final class K6Points {
  private static final double MINUTE = 60_000;
  private static final double P95 = 0.95;
  static final List<String> REQUIRED = List.of("metric_name", "timestamp", "metric_value");

  private final CsvHeader header;
  private final ToolRun run;
  private final double windowMillis;
  private final Problems problems = new Problems();
  private final Map<Long, Window> windows = new HashMap<>();

  /** What one window holds, while it is gathered. */
  private static final class Window {
    private double requests;
    private double[] durations = new double[64];
    private int count;

    void add(double duration) {
      if (count == durations.length) {
        durations = Arrays.copyOf(durations, 2 * count);
      }
      durations[count++] = duration;
    }

    /** The smallest that 95 % of all do not exceed. */
    OptionalDouble p95() {
      double[] sorted = Arrays.copyOf(durations, count);
      Arrays.sort(sorted);
      return count == 0
          ? OptionalDouble.empty()
          : OptionalDouble.of(sorted[(int) Math.ceil(P95 * count) - 1]);
    }
  }

  private K6Points(CsvHeader header, CpuWindows cpu) {
    this.header = header;
    this.run = new ToolRun(cpu);
    this.windowMillis = cpu.millis();
  }

  static LoadTestRead read(Path file, CpuWindows cpu, int hosts) {
    try (CsvTable table = CsvTable.open(file, 1)) {
      K6Points points = new K6Points(table.header(), cpu);
      table.forEach(points.problems, points::read);
      points.problems.giveUpWhenMostAreRefused(Place.of(file), "line", table.rows());
      return points.run.joined(file, hosts, points::load, points.problems);
    }
  }

  private void read(CsvRow row) {
    int column = header.find("metric_name").orElseThrow();
    String metric = row.value(column);
    boolean requests = metric.equals("http_reqs");
    if (!requests && !metric.equals("http_req_duration")) {
      return;
    }
    column = header.find("timestamp").orElseThrow();
    try {
      Optional<Long> start = run.windowOf(ToolTime.millis(row.value(column)));
      column = header.find("metric_value").orElseThrow();
      double value = (requests ? Quantity.RPM : Quantity.LATENCY).parse(row.value(column));
      if (start.isPresent()) {
        Window window = windows.computeIfAbsent(start.get(), s -> new Window());
        if (requests) {
          window.requests += value;
        } else {
          window.add(value);
        }
      }
    } catch (InvalidText e) {
      problems.add(row.place(column), e);
    }
  }

  private Optional<ToolRun.Load> load(long start) {
    return Optional.ofNullable(windows.get(start))
        .map(window -> new ToolRun.Load(window.requests * MINUTE / windowMillis, window.p95()));
  }
}
