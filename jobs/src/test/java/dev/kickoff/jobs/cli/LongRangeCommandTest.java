package dev.kickoff.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongRangeCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeInputs() throws IOException {
    SyntheticRun run = new SyntheticRun(folder);
    run.writeMetrics("metrics.csv", 35);
    run.writeCalendar(
        "2026-04-08T19:00:00Z,2026-04-08T21:00:00Z,\"final, the\",match,\n"
            + "2026-04-09T19:00:00Z,2026-04-09T21:00:00Z,secret,match,2026-04-07T00:00:00Z\n");
  }

  private int run(String weeks, String... more) {
    List<String> args = new ArrayList<>(List.of("long-range", "--zone", "Europe/Paris"));
    args.addAll(List.of("--metrics", folder.resolve("metrics.csv").toString()));
    args.addAll(List.of("--calendar", folder.resolve("calendar.csv").toString()));
    args.addAll(List.of("--at", "2026-04-05T22:00:00Z", "--weeks", weeks));
    args.addAll(List.of("--out", folder.resolve("out").toString()));
    args.addAll(List.of(more));
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), args.toArray(String[]::new));
  }

  @Test
  void writesTheHighestOfEachDayAndOfEachEventThatIsKnown() throws IOException {
    assertThat(run("4")).as(err.toString()).isZero();
    List<String> days = Files.readAllLines(folder.resolve("out/long-range.csv"));
    assertThat(days.get(0)).isEqualTo("day,quantile,value,service");
    assertThat(days).hasSize(1 + 2 * 28 * 4);
    assertThat(days.get(1)).startsWith("2026-04-06,0.5,").endsWith(",a");
    assertThat(Files.readAllLines(folder.resolve("out/long-range-events.csv")))
        .hasSize(1 + 2 * 4)
        .anyMatch(line -> line.startsWith("2026-04-08T19:00:00Z,\"final, the\",0.99,"))
        .noneMatch(line -> line.contains("secret"));
    assertThat(Files.readString(folder.resolve("out/long-range.html")))
        .contains("final, the", "history too short", "p99")
        .doesNotContain("http");
    assertThat(out.toString()).contains("a week 1: highest p95 ");
  }

  @Test
  void jsonHoldsTheSameNumbers() throws IOException {
    assertThat(run("2", "-o", "json")).as(err.toString()).isZero();
    JsonNode service = new ObjectMapper().readTree(out.toString()).get("services").get(0);
    assertThat(service.get("leads")).hasSize(2);
    String p95 = service.get("days").get(3).get("peak").get("0.95").asText();
    assertThat(Files.readString(folder.resolve("out/long-range.csv")))
        .contains("2026-04-09,0.95," + p95 + ",a\n");
  }

  @Test
  void moreThanHistorySupportsIsAMatterOfUsage() {
    assertThat(run("6")).isEqualTo(2);
    assertThat(err.toString()).contains("ask for 4 at most");
    assertThat(folder.resolve("out")).doesNotExist();
  }
}
