package dev.kickoff.jobs.lab.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.connectors.csv.LoadCurveFile;
import dev.kickoff.model.lab.LoadCurve;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The texts for other tools; those kept beside this test were run in Locust and k6 by hand. */
class ExportTest {
  private static final Shape STAGED = Loads.staged("10m:30000,8m:150000,30m:150000");
  private static final Shape DIVIDED = Loads.divided("20s:1200,10s:1200,5s:0", 25);

  private static String kept(String name) throws IOException {
    try (InputStream in = ExportTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @CsvSource({"LOCUST,staged.py.txt,divided.py.txt", "K6,staged.js.txt,divided.js.txt"})
  void aFileForAToolIsTheOneThatWasRunInIt(ShapeFiles.Format format, String staged, String divided)
      throws IOException {
    ShapeFiles files = new ShapeFiles(format, 60);
    assertThat(files.text(STAGED)).isEqualTo(kept(staged));
    assertThat(files.text(DIVIDED)).isEqualTo(kept(divided));
    assertThat(files.offBy(STAGED)).isEqualTo(0.5);
  }

  @Test
  void theOptionsForK6AreTheSameAsInItsScript() throws IOException {
    String options = K6File.options(DIVIDED, 60);
    assertThat(K6File.script(DIVIDED, 60)).contains(options);
    JsonNode home = new ObjectMapper().readTree(options).get("scenarios").get("home");
    assertThat(home.get("executor").asText()).isEqualTo("ramping-arrival-rate");
    assertThat(home.get("preAllocatedVUs").asInt()).isEqualTo(2);
    assertThat(home.get("maxVUs").asInt()).isEqualTo(18);
    long seconds = 0;
    for (JsonNode stage : home.get("stages")) {
      seconds += Long.parseLong(stage.get("duration").asText().replace("s", ""));
    }
    assertThat(seconds).isEqualTo(35);
  }

  @Test
  void csvIsReadBackToTheLastBit() {
    LoadCurve odd =
        new LoadCurve(
            Duration.ofSeconds(7), new double[] {0.1 + 0.2, 1e-12, 1e20, 10_000_000 / 3.0});
    Shape shape = new Shape("odd", odd, Map.of("a", odd), Map.of(), Optional.empty(), List.of());
    String csv = ShapeCsv.of(shape);
    assertThat(csv).startsWith("seconds,rpm,a\n0,0.30000000000000004,0.30000000000000004\n7,");
    LoadCurve read =
        LoadCurveFile.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "stdin");
    assertThat(read.values()).isEqualTo(odd.values());
    assertThat(read.step()).isEqualTo(odd.step());
  }

  @Test
  void whatAPersonWroteCannotEndACommentOrAString() {
    LoadCurve load = STAGED.whole();
    String hostile = "x\"\"\"\nimport os # */ \\";
    Shape shape =
        new Shape(
            hostile,
            load,
            Map.of("a", load),
            Map.of("a", "/\"+evil\n"),
            Optional.empty(),
            List.of());
    assertThat(LocustFile.of(shape, 60))
        .startsWith("\"\"\"A load shape for Locust: x    import os # * /  .\n")
        .contains("\"a\": \"/\\\"+evil\\n\",");
    assertThat(K6File.script(shape, 60)).startsWith("// A load shape for k6: x    import os # * /");
    assertThat(ShapePage.html(shape)).doesNotContain("x\"\"\"");
  }

  @Test
  void aUserWithoutRequestsIsRefused() {
    assertThatThrownBy(() -> new ShapeFiles(ShapeFiles.Format.CSV, 0))
        .hasMessage("--rpm-per-user must be above zero, was 0");
  }

  @Test
  void thePageShowsEachApiAndTheStraightLines() {
    assertThat(ShapePage.html(DIVIDED))
        .contains("<h2>By API</h2>", "play-on", "made up", "In straight lines", "1,200")
        .doesNotContain("http");
    assertThat(ShapePage.html(STAGED))
        .contains("5,370,000 requests in 48m: 150,000 a minute at most, first at 18m")
        .contains("it climbs fastest at 10m, by 15,000 within a minute")
        .doesNotContain("By API");
  }
}
