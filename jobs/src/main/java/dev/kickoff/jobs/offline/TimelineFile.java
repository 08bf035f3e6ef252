package dev.kickoff.jobs.offline;

import dev.kickoff.model.forecast.Quantiles;
import dev.kickoff.model.simulation.TimelineRow;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

/** A {@code timeline.csv}, row by row; equal rows give equal bytes. */
final class TimelineFile implements AutoCloseable {
  private static final String HEADER =
      "at,policy,demand,required,in_service,desired,floor,p50,p95,reason\n";

  private final Path file;
  private final BufferedWriter writer;

  /** Opens {@code file}, whose folder is made when it is missing. */
  TimelineFile(Path file) {
    this.file = file;
    try {
      Path folder = file.getParent();
      Files.createDirectories(folder == null ? Path.of("") : folder);
      writer = Files.newBufferedWriter(file);
      writer.write(HEADER);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /** Writes one row. */
  void write(TimelineRow row) {
    TimelineRow.Hosts hosts = row.hosts();
    String line =
        String.join(
            ",",
            row.at().toString(),
            named(row.policy()),
            row.demand().isPresent() ? number(row.demand().getAsDouble()) : "",
            hosts.required().map(String::valueOf).orElse(""),
            String.valueOf(hosts.inService()),
            String.valueOf(hosts.desired()),
            String.valueOf(hosts.floor()),
            quantile(row, Quantiles::p50),
            quantile(row, Quantiles::p95),
            quoted(row.reason()));
    try {
      writer.write(line);
      writer.write('\n');
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private static String quantile(TimelineRow row, Function<Quantiles, Double> level) {
    return row.forecast().map(level).map(TimelineFile::rounded).orElse("");
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

  /** A policy may carry the name of a file. */
  private static String named(String policy) {
    return policy.chars().anyMatch(c -> c == ',' || c == '"' || c < ' ') ? quoted(policy) : policy;
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  private UncheckedIOException failed(IOException e) {
    return new UncheckedIOException("cannot write to " + file, e);
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }
}
