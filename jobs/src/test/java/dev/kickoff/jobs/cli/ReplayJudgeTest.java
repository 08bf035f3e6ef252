package dev.kickoff.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a judge that shares no code with Kickoff says of a replayed day. */
class ReplayJudgeTest {
  @TempDir private Path folder;

  private static Optional<Path> shared(String name) {
    return Stream.iterate(Path.of("").toAbsolutePath(), p -> p != null, Path::getParent)
        .map(parent -> parent.resolve("shared").resolve(name))
        .filter(Files::isDirectory)
        .findFirst();
  }

  private static Optional<Path> data() {
    String named = System.getProperty("kickoff.data");
    return named == null ? shared("data") : Optional.of(Path.of(named));
  }

  private static boolean hasPython() {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  @Test
  void agreesWithEveryRowOfADayOfTheWorldCup() throws Exception {
    assumeTrue(shared("tools").isPresent(), "no judge here (shared/tools)");
    assumeTrue(data().isPresent(), "no recorded traces here (shared/data, or -Dkickoff.data=DIR)");
    assumeTrue(hasPython(), "no python3 here");
    Path tools = shared("tools").orElseThrow();
    Path trace = data().orElseThrow().resolve("wc98");
    replay(tools.resolve("fleet-wc98.yaml"), trace);

    JsonNode judged =
        judge(
            "--timeline=" + folder.resolve("timeline.csv"),
            "--metrics=" + trace.resolve("metrics.csv"),
            "--calendar=" + trace.resolve("calendar.csv"),
            "--rpm-per-host=2000",
            "--boot=10");

    assertThat(judged).hasSize(4);
    for (JsonNode policy : judged) {
      assertThat(policy.get("missing_rows").intValue()).isZero();
      assertThat(policy.get("demand_mismatch").intValue()).isZero();
      assertThat(policy.get("optimistic").intValue()).isZero();
      assertThat(policy.get("all").get("minutes").intValue()).isEqualTo(1440);
    }
    assertThat(judged.get("oracle").get("events").get("under_pct").doubleValue()).isZero();
    JsonNode own = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    for (String policy : List.of("kickoff", "reactive", "oracle", "static-peak")) {
      JsonNode said = own.get("policies").get(policy);
      for (String score : List.of("under_pct", "unmet_pct", "hosts_vs_oracle")) {
        double judge = judged.get(policy).get("all").get(score).doubleValue();
        assertThat(said.get(score).doubleValue()).as(policy).isCloseTo(judge, within(0.000_2));
      }
    }
  }

  private void replay(Path fleet, Path trace) {
    StringWriter err = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true),
            "replay",
            "--metrics=" + trace.resolve("metrics.csv"),
            "--calendar=" + trace.resolve("calendar.csv"),
            "--zone=Europe/Paris",
            "--fleet=" + fleet,
            "--from=1998-06-24T00:00:00Z",
            "--to=1998-06-25T00:00:00Z",
            "--out=" + folder);
    assertThat(code).as(err.toString()).isZero();
  }

  private JsonNode judge(String... options) throws Exception {
    Path script = shared("tools").orElseThrow().resolve("capacity.py");
    Path said = folder.resolve("judged.json");
    List<String> command =
        Stream.concat(Stream.of("python3", script.toString()), Stream.of(options)).toList();
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    assertThat(process.waitFor()).as(Files.readString(said)).isZero();
    return new ObjectMapper().readTree(said.toFile());
  }
}
