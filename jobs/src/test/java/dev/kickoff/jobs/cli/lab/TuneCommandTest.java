package dev.kickoff.jobs.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuneCommandTest {
  private static final String ROW = LabCommands.EXAMPLE.resolve("rows/A.yaml").toString();

  @TempDir private Path folder;

  private final LabCommands commands = new LabCommands();

  @Test
  void saysInSentencesWhatWinsAndHowFragileThatIs() {
    assertThat(commands.run("tune", "--config", ROW, "--robust")).isZero();
    assertThat(commands.out())
        .contains("+2 at 15 % stays below 50 % with the highest mean: 15.86 %, at most 39.00 %;")
        .contains("+2 at 15 % is safe in 4 of 15 cases of what nobody controls (at worst 93.0 %)")
        .contains("No candidate of this kind is safe in all of them.");
  }

  @Test
  void writesAPageWithTheHeatMapAndEveryCandidateAsJson() throws Exception {
    int code =
        commands.run(
            "tune", "--config", ROW, "--robust", "--draws", "2", "--out", folder.toString());
    assertThat(code).as(commands.err()).isZero();
    String page = Files.readString(folder.resolve("report.html"));
    assertThat(page).contains("<svg").contains("Safety and cost").doesNotContain("http://");
    JsonNode json = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    assertThat(json.get("outcomes")).hasSize(250);
    assertThat(json.get("risks")).hasSize(250);
    assertThat(json.at("/robust/cases").asInt()).isEqualTo(30);
  }

  @Test
  void theSameSeedGivesTheSameAnswer() throws Exception {
    String[] args = {"tune", "--config", ROW, "--draws", "3", "-o", "json"};
    assertThat(LabCommands.json(args)).isEqualTo(LabCommands.json(args));
  }

  @Test
  void everyProblemOfAFileIsNamedWithItsPlace() throws Exception {
    Path file = folder.resolve("bad.yaml");
    Files.writeString(
        file,
        """
        load: {stages: "10m:30000,8x:150000"}
        host: {idleCpu: 2, rpm: 40000, cpu: 130}
        group: {hosts: 0, bootMinute: 3.5}
        policy: {kind: simple}
        """);
    assertThat(commands.run("tune", "--config", file.toString())).isEqualTo(2);
    assertThat(commands.err())
        .contains(file + ":1:16")
        .contains("stage 2")
        .contains(file + ":2:37")
        .contains("host.cpu")
        .contains("did you mean 'bootMinutes'?");
  }

  @Test
  void aFileWithoutAPolicyToTuneIsRefused() throws Exception {
    Path file = folder.resolve("none.yaml");
    Files.writeString(
        file,
        """
        load: {stages: "10m:30000"}
        host: {rpm: 40000, cpu: 30}
        group: {hosts: 1, bootMinutes: 3}
        """);
    assertThat(commands.run("tune", "--config", file.toString())).isEqualTo(2);
    assertThat(commands.err()).contains("has no policy to tune; add policy: {kind: simple}");
    assertThat(commands.run("simulate", "--config", file.toString())).isEqualTo(2);
    assertThat(commands.err()).contains("has no policies to simulate");
  }

  @Test
  void tooManyDrawsAreRefused() {
    assertThat(commands.run("tune", "--config", ROW, "--draws", "-1")).isEqualTo(2);
    assertThat(commands.err()).contains("--draws -1 is not within 0 to 10000");
  }
}
