package dev.kickoff.jobs.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Made-up demand of two services with matches, in files, and backtests of it. */
final class SyntheticRun {
  static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final List<Integer> MATCH_DAYS = List.of(2, 4, 6, 8, 10, 11);

  private final Path folder;
  private final StringWriter err = new StringWriter();

  SyntheticRun(Path folder) throws IOException {
    this.folder = folder;
    writeMetrics("metrics.csv", 14);
    writeCalendar("");
  }

  /** Ten-minute demand of the services a and b. */
  void writeMetrics(String name, int days) throws IOException {
    Random random = new Random(7);
    List<String> lines = new ArrayList<>(List.of("timestamp,service,value"));
    Instant until = START.plus(Duration.ofDays(days));
    for (Instant at = START; at.isBefore(until); at = at.plusSeconds(600)) {
      double day = (at.getEpochSecond() % 86_400) / 86_400.0;
      long hour = Duration.between(START, at).toHours();
      boolean match = MATCH_DAYS.contains((int) hour / 24) && hour % 24 >= 19 && hour % 24 < 21;
      double value = (100 + 50 * Math.sin(6.28 * day)) * Math.exp(0.1 * random.nextGaussian());
      lines.add(at + ",a," + (match ? 3 : 1) * value);
      lines.add(at + ",b," + 10 * value);
    }
    Files.write(folder.resolve(name), lines);
  }

  /** A match on each match day at 19:00; {@code more} are further lines. */
  void writeCalendar(String more) throws IOException {
    StringBuilder csv = new StringBuilder("start,end,title,category,announced_at\n");
    for (int day : MATCH_DAYS) {
      Instant start = START.plus(Duration.ofDays(day)).plus(Duration.ofHours(19));
      csv.append(start + "," + start.plus(Duration.ofHours(2)) + ",m" + day + ",match,\n");
    }
    Files.writeString(folder.resolve("calendar.csv"), csv + more);
  }

  /** Runs a backtest of three days into {@code out}; returns the exit code. */
  int backtest(String out, String... more) {
    err.getBuffer().setLength(0);
    List<String> args = new ArrayList<>(List.of("backtest", "--zone", "Europe/Paris"));
    args.addAll(List.of("--metrics", folder.resolve("metrics.csv").toString()));
    args.addAll(List.of("--calendar", folder.resolve("calendar.csv").toString()));
    args.addAll(List.of("--from", "2026-03-11T00:00:00Z", "--to", "2026-03-14T00:00:00Z"));
    args.addAll(List.of("--horizon", "PT6H", "--resolution", "PT30M"));
    args.addAll(List.of("--out", folder.resolve(out).toString()));
    args.addAll(List.of(more));
    if (!args.contains("--every")) {
      args.addAll(List.of("--every", "PT4H"));
    }
    PrintWriter words = new PrintWriter(err, true);
    return Main.run(new PrintWriter(new StringWriter()), words, args.toArray(String[]::new));
  }

  String err() {
    return err.toString();
  }

  Path folder(String out) {
    return folder.resolve(out);
  }

  /** Every file that a run left, by its path. */
  Map<String, String> files(String out) throws IOException {
    Path root = folder.resolve(out);
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      all.filter(Files::isRegularFile).forEach(f -> files.put(root.relativize(f) + "", read(f)));
    }
    return files;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
