package dev.kickoff.connectors.csv.loadtest;

import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problems;
import dev.kickoff.connectors.csv.table.CsvHeader;
import dev.kickoff.connectors.csv.table.CsvRow;
import dev.kickoff.connectors.csv.table.CsvTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The history of a Locust run, {@code *_stats_history.csv}: the rows named {@code Aggregated}, a
 * second each, averaged over each window of the processor.
 *
 * <p>Without {@code --csv-full-history} Locust's percentiles are of all requests since the start,
 * which lag behind the load; they are not used then, and a note says so. See <a
 * href="https://docs.locust.io/en/stable/retrieving-stats.html">Locust's manual</a>, and {@code
 * StatsCSVFileWriter} in its source.
 */
final class LocustHistory {
  private static final double PER_MINUTE = 60;
  private static final String LOAD = "requests/s";
  private static final String LATENCY = "95%";
  static final List<String> REQUIRED = List.of("timestamp", "name", LOAD);

  private final CsvHeader header;
  private final ToolRun run;
  private final Problems problems = new Problems();
  private final Map<Long, List<double[]>> seen = new HashMap<>();
  private boolean full;

  private LocustHistory(CsvHeader header, ToolRun run) {
    this.header = header;
    this.run = run;
  }

  static LoadTestRead read(Path file, CpuWindows cpu, int hosts) {
    try (CsvTable table = CsvTable.open(file, 1)) {
      LocustHistory history = new LocustHistory(table.header(), new ToolRun(cpu));
      table.forEach(history.problems, history::read);
      history.problems.giveUpWhenMostAreRefused(Place.of(file), "line", table.rows());
      LoadTestRead read = history.run.joined(file, hosts, history::load, history.problems);
      List<String> notes = new ArrayList<>(read.notes());
      if (!history.full) {
        notes.add(
            file
                + ": percentiles are of all requests since the start and not used;"
                + " run locust with --csv-full-history to have a knee");
      }
      return new LoadTestRead(read.rows(), read.problems(), notes);
    }
  }

  private void read(CsvRow row) {
    int column = header.find("name").orElseThrow();
    String name = row.value(column);
    if (!name.equals("Aggregated")) {
      full = true;
      return;
    }
    column = header.find("timestamp").orElseThrow();
    try {
      long at = ToolTime.millis(row.value(column));
      column = header.find(LOAD).orElseThrow();
      double perSecond = Quantity.RPM.parse(row.value(column));
      int latency = header.find(LATENCY).orElse(column);
      boolean known = latency != column && !row.value(latency).equals("N/A");
      column = latency;
      double ms = known ? Quantity.LATENCY.parse(row.value(latency)) : 0;
      run.windowOf(at)
          .ifPresent(
              start ->
                  seen.computeIfAbsent(start, s -> new ArrayList<>())
                      .add(new double[] {PER_MINUTE * perSecond, ms}));
    } catch (InvalidText e) {
      problems.add(row.place(column), e);
    }
  }

  private Optional<ToolRun.Load> load(long start) {
    List<double[]> rows = seen.getOrDefault(start, List.of());
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    double rpm = rows.stream().mapToDouble(row -> row[0]).average().orElseThrow();
    OptionalDouble latency =
        full
            ? rows.stream().mapToDouble(row -> row[1]).filter(ms -> ms > 0).average()
            : OptionalDouble.empty();
    return Optional.of(new ToolRun.Load(rpm, latency));
  }
}
