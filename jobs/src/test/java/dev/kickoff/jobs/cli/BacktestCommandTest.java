package dev.kickoff.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestCommandTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final String CUTOFF = "2026-03-12T07:00:00Z";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeInputs() throws IOException {
    write("all.csv", START.plus(Duration.ofDays(14)), false);
    write("two.csv", START.plus(Duration.ofDays(14)), true);
    Files.writeString(
        folder.resolve("calendar.csv"),
        """
        start,end,title,category,announced_at
        2026-03-04T19:00:00Z,2026-03-04T21:00:00Z,one,match,
        2026-03-08T19:00:00Z,2026-03-08T21:00:00Z,two,match,
        2026-03-12T19:00:00Z,2026-03-12T21:00:00Z,three,match,
        2026-03-12T12:00:00Z,2026-03-12T14:00:00Z,late,match,2026-03-12T08:00:00Z
        """);
  }

  /** Demand in steps of ten minutes until {@code until}; of two services, the second from later. */
  private void write(String name, Instant until, boolean two) throws IOException {
    Random random = new Random(1);
    List<String> lines = new ArrayList<>();
    lines.add(two ? "timestamp,service,value" : "timestamp,value");
    for (Instant at = START; at.isBefore(until); at = at.plusSeconds(600)) {
      double day = (at.getEpochSecond() % 86_400) / 86_400.0;
      double value = (100 + 50 * Math.sin(6.28 * day)) * (1 + 0.1 * random.nextDouble());
      lines.add(at + (two ? ",a," : ",") + value);
      if (two && at.isAfter(START.plus(Duration.ofDays(3)))) {
        lines.add(at + ",b," + 10 * value);
      }
    }
    Files.write(folder.resolve(name), lines);
  }

  private int run(String... args) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }

  private String backtest(String metrics, String into) throws IOException {
    int code =
        run(
            "backtest",
            "--metrics",
            folder.resolve(metrics).toString(),
            "--calendar",
            folder.resolve("calendar.csv").toString(),
            "--zone",
            "Europe/Paris",
            "--from",
            "2026-03-11T23:00:00Z",
            "--to",
            "2026-03-13T00:00:00Z",
            "--every",
            "PT4H",
            "--horizon",
            "PT6H",
            "--resolution",
            "PT30M",
            "--out",
            folder.resolve(into).toString());
    assertThat(code).as(err.toString()).isZero();
    return Files.readString(folder.resolve(into).resolve("forecasts.csv"));
  }

  private String forecast(String metrics, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "forecast",
                "--metrics",
                folder.resolve(metrics).toString(),
                "--calendar",
                folder.resolve("calendar.csv").toString(),
                "--zone",
                "Europe/Paris",
                "--at",
                CUTOFF,
                "--horizon",
                "PT6H",
                "--resolution",
                "PT30M"));
    args.addAll(List.of(more));
    assertThat(run(args.toArray(String[]::new))).as(err.toString()).isZero();
    return out.toString();
  }

  private static String rowsOf(String csv, String cutoff) {
    StringBuilder rows = new StringBuilder(csv.substring(0, csv.indexOf('\n') + 1));
    csv.lines().filter(l -> l.startsWith(cutoff)).forEach(l -> rows.append(l).append('\n'));
    return rows.toString();
  }

  @Test
  void forecastEqualsTheBacktestAlsoOnAFileThatEndsAtTheCutoff() throws IOException {
    String rows = rowsOf(backtest("all.csv", "out"), CUTOFF);
    assertThat(rows.lines()).hasSize(1 + 12 * 4);
    assertThat(forecast("all.csv")).isEqualTo(rows);
    write("cut.csv", Instant.parse(CUTOFF), false);
    assertThat(forecast("cut.csv")).isEqualTo(rows);
  }

  @Test
  void soDoServicesThatStartAtDifferentTimes() throws IOException {
    String rows = rowsOf(backtest("two.csv", "out"), CUTOFF);
    assertThat(rows).startsWith("issued_at,target_at,quantile,value,service\n");
    assertThat(rows.lines()).hasSize(1 + 2 * 12 * 4);
    write("cut.csv", Instant.parse(CUTOFF), true);
    assertThat(forecast("cut.csv")).isEqualTo(rows);
  }

  @Test
  void sameInputGivesTheSameBytes() throws IOException {
    assertThat(backtest("all.csv", "one")).isEqualTo(backtest("all.csv", "two"));
    for (String file : List.of("scores.json", "report.html")) {
      assertThat(folder.resolve("one").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("two").resolve(file));
    }
    assertThat(Files.readString(folder.resolve("one/report.html"))).doesNotContain("http");
    assertThat(Files.readString(folder.resolve("one/scores.json"))).contains("\"60min_all\"");
  }

  @Test
  void countsAddUpOverAStep() {
    double rates = firstValue(forecast("all.csv"));
    double counts = firstValue(forecast("all.csv", "--unit", "count"));
    assertThat(counts / rates).isBetween(2.5, 3.5);
  }

  private static double firstValue(String csv) {
    return Double.parseDouble(csv.lines().skip(1).findFirst().orElseThrow().split(",")[3]);
  }

  @Test
  void jsonSaysWhichMethodWasUsed() {
    assertThat(forecast("all.csv", "-o", "json"))
        .contains("\"method\":\"selection\"")
        .contains("\"passed_over\":[]");
  }

  @Test
  void badOptionsExitWithTwoAndSayWhatWouldBeRight() {
    assertUsage("--at", "2026-03-01T00:00:00Z", "the demand starts at 2026-03-02T00:00:00Z");
    assertUsage("--horizon", "PT45M", "not a multiple of the resolution PT30M");
    assertUsage("--resolution", "PT15M", "not a multiple of the step of web, which is PT10M");
    assertUsage("--method", "magic", "use one of selection, event-ridge, structural,");
  }

  private void assertUsage(String option, String value, String message) {
    List<String> args =
        new ArrayList<>(List.of("forecast", "--metrics", folder.resolve("all.csv").toString()));
    List<String> standard = List.of("--at", CUTOFF, "--horizon", "PT6H", "--resolution", "PT30M");
    for (int i = 0; i < standard.size(); i += 2) {
      args.add(standard.get(i));
      args.add(standard.get(i).equals(option) ? value : standard.get(i + 1));
    }
    if (!standard.contains(option)) {
      args.addAll(List.of(option, value));
    }
    assertThat(run(args.toArray(String[]::new))).isEqualTo(2);
    assertThat(err.toString()).contains(message);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void helpShowsAnExample() {
    assertThat(run("backtest", "--help")).isZero();
    assertThat(out.toString()).contains("Example:");
    assertThat(run("forecast", "--help")).isZero();
    assertThat(out.toString()).contains("Example:");
  }
}
