package dev.kickoff.jobs.config.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.jobs.config.yaml.YamlFile;
import dev.kickoff.model.lab.LoadCurve;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadSectionTest {
  @TempDir private Path folder = Path.of("");

  private LoadCurve read(String load) throws IOException {
    Path path = folder.resolve("lab.yaml");
    Files.writeString(path, "load: " + load + "\n");
    YamlFile file = new YamlFile(path, "describes nothing", "load: {}");
    Optional<LoadCurve> curve = new LoadSection(file.root(), path).read(Optional.empty());
    file.failOnAny();
    return curve.orElseThrow();
  }

  @Test
  void aLoadIsATableAFunctionOrAFileBesideIt() throws IOException {
    Files.writeString(folder.resolve("load.csv"), "seconds,rpm\n0,7\n30,9\n");
    assertThat(read("{stages: '1m:60', stepSeconds: 20}").values()).containsExactly(0, 20, 40, 60);
    assertThat(read("{stages: '2m:60', between: rows, stepSeconds: 60}").values())
        .containsExactly(0, 60, 60);
    assertThat(read("{function: '7 for 20s then 9 for 10s'}").values()).containsExactly(7, 7, 9, 9);
    assertThat(read("{file: load.csv}").values()).containsExactly(7, 9);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {between: rows}|load.stages is missing; add stages: '10m:30000
          {stages: '1m:9', file: load.csv}|load.file stands beside stages; keep one of them
          {function: '7 of 20s'}|load.function: column 3: expected +, *, then or for before "of"; try
          {function: 'trace:file=m.csv,from=2026-06-20T20:00:00Z,to=2026-06-20T21:00:00Z'}|load.function: column 1: recorded demand is not read here: write it with kickoff shape
          {file: none.csv}|none.csv: does not exist; check the path; correct it
          {file: load.csv, stepSeconds: 5}|load.stepSeconds is an unknown key
          {stages: '1m:x'}|load.stages: stage 1, column 1: "x" is not a number; write duration:target
          """)
  void whatIsWrongWithItIsNamed(String load, String message) {
    assertThatThrownBy(() -> read(load)).hasMessageContaining(message);
  }
}
