package dev.kickoff.jobs.offline;

import dev.kickoff.model.forecast.Quantiles;
import dev.kickoff.model.simulation.ReplayInput;
import dev.kickoff.model.simulation.ReplayReport;
import dev.kickoff.model.simulation.TimelineRow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

/**
 * The files that a replay leaves: {@code timeline.csv} row by row, then {@code report.json} and
 * {@code report.html}.
 *
 * <p>Equal rows give equal bytes.
 */
public final class ReplayFiles implements AutoCloseable {
  private static final String HEADER =
      "at,policy,demand,required,in_service,desired,floor,p50,p95,reason\n";

  private final Path folder;
  private final BufferedWriter timeline;
  private final ReplayPage page;

  /** Opens {@code timeline.csv} in {@code folder}, which is made when it is missing. */
  public ReplayFiles(Path folder, ReplayInput input) {
    this.folder = folder;
    this.page = new ReplayPage(input);
    try {
      Files.createDirectories(folder);
      timeline = Files.newBufferedWriter(folder.resolve("timeline.csv"));
      timeline.write(HEADER);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  /** Writes one row. */
  public void write(TimelineRow row) {
    page.add(row);
    TimelineRow.Hosts hosts = row.hosts();
    String line =
        String.join(
            ",",
            row.at().toString(),
            row.policy(),
            row.demand().isPresent() ? number(row.demand().getAsDouble()) : "",
            hosts.required().map(String::valueOf).orElse(""),
            String.valueOf(hosts.inService()),
            String.valueOf(hosts.desired()),
            String.valueOf(hosts.floor()),
            quantile(row, Quantiles::p50),
            quantile(row, Quantiles::p95),
            quoted(row.reason()));
    try {
      timeline.write(line);
      timeline.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  private static String quantile(TimelineRow row, Function<Quantiles, Double> level) {
    return row.forecast().map(level).map(ReplayFiles::rounded).orElse("");
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** Every digit that counts, without a trailing ".0". */
  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? String.valueOf((long) value)
        : String.valueOf(value);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  /** Writes {@code report.json} and {@code report.html}. */
  public void write(ReplayReport report) {
    try {
      Files.write(folder.resolve("report.json"), ReplayScores.prettyJson(report));
      Files.writeString(folder.resolve("report.html"), page.html(report));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }

  @Override
  public void close() {
    try {
      timeline.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }
}
