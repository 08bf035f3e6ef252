package dev.kickoff.jobs.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.jobs.cli.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  private static final Instant START = Instant.parse("2026-05-01T00:00:00Z");

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeFiles() throws IOException {
    write(
        "lab.yaml",
        "load: {stages: '10m:30000,8m:150000,30m:150000'}\n"
            + "host: {idleCpu: 2, rpm: 40000, cpu: 30, kneeCpu: 50}\n"
            + "group: {hosts: 1, bootMinutes: 3.5}\n"
            + "costs: {hostHour: 0.1, overKneeMinute: 1}\n");
    write("now.yaml", "kind: simple\nthreshold: 25\nincrement: 1\n");
    write("next.yaml", "base: now.yaml\nchange: {threshold: 15, increment: 2}\n");
    write(
        "claim.yaml",
        "statement: <b>Fewer</b> minutes above the knee.\nmetric: over_knee_minutes\n"
            + "smallest: 1\nguards: {host_minutes: 200%}\n");
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private int run(String... args) {
    String[] all =
        Stream.concat(Stream.of("compare"), Stream.of(args))
            .map(arg -> arg.replace("@", folder + "/"))
            .toArray(String[]::new);
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
  }

  private int compare(String first, String second, String... more) {
    String[] rest = {"@" + first, "@" + second, "--config=@lab.yaml", "--hypothesis=@claim.yaml"};
    return run(Stream.concat(Stream.of(rest), Stream.of(more)).toArray(String[]::new));
  }

  @Test
  void theBetterVariantIsFoundReportedRememberedAndProposed() throws IOException {
    int code =
        compare(
            "now.yaml", "next.yaml", "--draws=60", "--out=@out", "--ledger=@l", "--promote=@pr");
    assertThat(code).as(err.toString()).isZero();
    assertThat(out.toString())
        .contains(
            "next against now: better. Time above the knee falls by ",
            "the high alarm's threshold changes from 25 % to 15 %",
            "played    60 draws");
    String page = Files.readString(folder.resolve("out/report.html"));
    assertThat(page)
        .contains("&lt;b&gt;Fewer&lt;/b&gt;", "next: better", "<svg")
        .doesNotContain("<b>Fewer", "http://", "https://");
    JsonNode json = new ObjectMapper().readTree(folder.resolve("out/report.json").toFile());
    assertThat(json.path("winner").asText()).isEqualTo("next");
    assertThat(json.path("pairs")).hasSize(60);
    assertThat(json.at("/findings/0/primary/relative/high").asDouble()).isNegative();
    assertThat(Files.readString(folder.resolve("pr/PROMOTE.md")))
        .contains("# Promote next in place of now", "- [ ] ", "Nothing was applied");
    assertThat(folder.resolve("pr/next.yaml")).hasSameTextualContentAs(folder.resolve("next.yaml"));
    assertThat(folder.resolve("pr/now.yaml")).exists();

    out.getBuffer().setLength(0);
    assertThat(run("--ledger=@l", "--history")).isZero();
    assertThat(out.toString()).contains("next against now: better.", "1 comparison; the chain");
  }

  @Test
  void nothingIsPromotedWhereNothingIsBetter() {
    int code = compare("now.yaml", "now.yaml", "--draws=20", "--promote=@pr");
    assertThat(code).isEqualTo(99);
    assertThat(out.toString()).contains("now (2) against now: no difference worth having.");
    assertThat(err.toString()).contains("nothing is promoted: no variant is better than now");
    assertThat(folder.resolve("pr")).doesNotExist();
  }

  @Test
  void recordedDaysAreThePairsAndTheSameSeedGivesTheSameResult() throws IOException {
    List<String> rows = new ArrayList<>(List.of("timestamp,value"));
    for (int i = 0; i < 6 * 1440; i++) {
      double daily = 1 - Math.cos(2 * Math.PI * (i % 1440) / 1440.0);
      rows.add(START.plus(Duration.ofMinutes(i)) + "," + Math.round(20_000 + 90_000 * daily));
    }
    Files.write(folder.resolve("metrics.csv"), rows);
    List<String> results = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      out.getBuffer().setLength(0);
      int code =
          compare("now.yaml", "next.yaml", "--metrics=@metrics.csv", "--draws=3", "-o", "json");
      assertThat(code).as(err.toString()).isZero();
      results.add(out.toString());
    }
    assertThat(results.get(0)).isEqualTo(results.get(1));
    JsonNode json = new ObjectMapper().readTree(results.get(0));
    assertThat(json.at("/played/unit").asText()).isEqualTo("day");
    assertThat(json.at("/played/pairs").asInt()).isEqualTo(6);
    assertThat(json.at("/pairs/0/pair").asText()).isEqualTo("2026-05-01");
  }

  @Test
  void whatIsMissingOrWrongIsSaidWithARemedy() throws IOException {
    assertThat(run("@now.yaml", "@next.yaml")).isEqualTo(2);
    assertThat(err.toString()).contains("--config is missing");
    assertThat(run("@now.yaml", "--config=@lab.yaml")).isEqualTo(2);
    assertThat(err.toString()).contains("name at least two variants");
    assertThat(run("--history")).isEqualTo(2);
    assertThat(err.toString()).contains("--history needs --ledger FILE");
    assertThat(compare("now.yaml", "gone.yaml")).isEqualTo(2);
    assertThat(err.toString()).contains("gone.yaml: does not exist");
    assertThat(compare("now.yaml", "next.yaml", "--from=2026-05-01T00:00:00Z")).isEqualTo(2);
    assertThat(err.toString()).contains("need --metrics FILE");
    assertThat(compare("now.yaml", "next.yaml", "--draws=1")).isEqualTo(2);
    assertThat(err.toString()).contains("--draws 1 is not within 2");
    write("big.yaml", "kind: target-tracking\ntarget: 40\ngroup: {min: 2000}\n");
    assertThat(compare("now.yaml", "big.yaml")).isEqualTo(2);
    assertThat(err.toString()).contains("at least 2000 and at most 1000 hosts");
    write("l", "nonsense\n");
    assertThat(compare("now.yaml", "next.yaml", "--ledger=@l")).isEqualTo(2);
    assertThat(err.toString()).contains("l:1: is not JSON");
    assertThat(compare("now.yaml", "next.yaml", "--draws=5", "--ledger=@no/l")).isEqualTo(2);
    assertThat(err.toString()).contains("no/l: cannot be written");
  }
}
