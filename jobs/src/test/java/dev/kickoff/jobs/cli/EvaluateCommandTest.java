package dev.kickoff.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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

class EvaluateCommandTest {
  private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
  private static final String HEADER =
      "name,data,service,resolution,zone,from,to,every,horizons,calendar,wql_at_most,mase_at_most";
  private static final String CUTOFFS = "30,Europe/Paris,2026-03-11T23:00:00Z,2026-03-13T00:00:00Z";
  private static final String MATCHES = "matches,matches,," + CUTOFFS + ",240,60;360,yes,9;0.001,";
  private static final String WALK = "walk,walk,," + CUTOFFS + ",240,60;360,,,";
  private static final String MANY = "many,many,," + CUTOFFS + ",2400,360,,,0.7";
  private static final String ABSENT = "away,away,," + CUTOFFS + ",240,60;360,,,";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void writeSeries() throws IOException {
    write("matches", List.of(""), 1);
    write("walk", List.of(""), 0);
    write("many", List.of("a,", "b,"), 1);
    Files.writeString(
        folder.resolve("data/matches/calendar.csv"),
        """
        start,end,title,category
        2026-03-04T19:00:00Z,2026-03-04T21:00:00Z,one <1>,match
        2026-03-08T19:00:00Z,2026-03-08T21:00:00Z,two,match
        2026-03-12T13:00:00Z,2026-03-12T15:00:00Z,three & more,match
        """);
  }

  /** Two weeks by the half hour: a day's wave times {@code wave}, on a level that wanders. */
  private void write(String name, List<String> services, double wave) throws IOException {
    Random random = new Random(name.length());
    List<String> lines = new ArrayList<>();
    lines.add(services.size() > 1 ? "timestamp,service,value" : "timestamp,value");
    double level = 500;
    for (Instant at = START; at.isBefore(START.plus(Duration.ofDays(14))); at = later(at)) {
      level *= Math.exp((wave > 0 ? 0.01 : 0.08) * random.nextGaussian());
      double day = (at.getEpochSecond() % 86_400) / 86_400.0;
      for (String service : services) {
        lines.add(at + "," + service + level * (1 + 0.5 * wave * Math.sin(6.28 * day)));
      }
    }
    Files.createDirectories(folder.resolve("data").resolve(name));
    Files.write(folder.resolve("data").resolve(name).resolve("metrics.csv"), lines);
  }

  private static Instant later(Instant at) {
    return at.plusSeconds(1800);
  }

  private int evaluate(List<String> rows, String... more) throws IOException {
    List<String> list = new ArrayList<>(List.of(HEADER));
    list.addAll(rows);
    Files.write(folder.resolve("series.csv"), list);
    List<String> args =
        new ArrayList<>(
            List.of(
                "evaluate",
                "--list",
                folder.resolve("series.csv").toString(),
                "--data",
                folder.resolve("data").toString(),
                "--out",
                folder.resolve("out").toString()));
    args.addAll(List.of(more));
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), args.toArray(String[]::new));
  }

  private String written(String name) throws IOException {
    return Files.readString(folder.resolve("out").resolve(name));
  }

  @Test
  void writesEverySeriesBesideItsTargetsAndNamesWhatItCouldNotScore() throws IOException {
    assertThat(evaluate(List.of(MATCHES, WALK, MANY, ABSENT))).as(err.toString()).isZero();
    assertThat(written("evaluation.md"))
        .contains("2 series, 14 cutoffs, and 2 series of many")
        .contains("**Not scored:** away (metrics.csv is absent)")
        .containsPattern("\\| matches, 1 h: wQL \\| at most 9 \\| 0\\.\\d{3} \\| met \\|")
        .containsPattern("\\| matches, 6 h: wQL \\| .* \\| \\*\\*missed by 0\\.\\d{3}\\*\\* \\|")
        .containsPattern("\\| walk \\| 6 h \\| 0\\.\\d{4} \\|")
        .contains("| many, 6 h: mean MASE over that of repeating a day, 2 series | at most 0.7 |")
        .contains("three & more (matches)")
        .doesNotContain(folder.toString());
    assertThat(err.toString()).contains("evaluate: away: not scored: ", "away/metrics.csv");
    assertThat(out.toString()).contains("matches, 1 h: wQL: ", "wanted at most 9: met");
  }

  @Test
  void namesEveryLossTheWorstFirst() throws IOException {
    assertThat(evaluate(List.of(MATCHES, WALK))).as(err.toString()).isZero();
    JsonNode json = new ObjectMapper().readTree(folder.resolve("out/evaluation.json").toFile());
    List<Double> above = new ArrayList<>();
    json.get("series")
        .forEach(
            row ->
                row.get("ratios")
                    .forEach(
                        ratio -> {
                          if (ratio.isNumber() && ratio.asDouble() > 1) {
                            above.add(ratio.asDouble());
                          }
                        }));
    List<Double> named = new ArrayList<>();
    json.get("losses").forEach(loss -> named.add(loss.get("ratio").asDouble()));
    above.sort((a, b) -> Double.compare(b, a));
    assertThat(named).isNotEmpty().isEqualTo(above);
    String losses = written("evaluation.md").split("### Where Kickoff loses")[1];
    assertThat(losses).contains("In " + named.size() + " of " + json.get("comparisons").asInt());
    assertThat(losses.lines().filter(line -> line.contains("`"))).hasSize(named.size() + 1);
  }

  @Test
  void replacesTheMarkedSectionOfADocumentAndDrawsBesideIt() throws IOException {
    Path document = folder.resolve("docs/FORECASTING.md");
    Files.createDirectories(folder.resolve("docs"));
    String head = "# Before\n<!-- evaluation: begin -->\n";
    String tail = "<!-- evaluation: end -->\nafter\n";
    Files.writeString(document, head + "old\n" + tail);
    assertThat(evaluate(List.of(MATCHES), "--section", document.toString())).isZero();
    String first = Files.readString(document);
    assertThat(first).startsWith(head).endsWith(tail).doesNotContain("old");
    assertThat(first).contains("](evaluation/ratios.svg)", "--section FORECASTING.md");
    for (String name : List.of("ratios.svg", "coverage.svg", "event.svg")) {
      assertThat(folder.resolve("docs/evaluation").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("out/evaluation").resolve(name));
      assertThat(Files.readString(folder.resolve("out/evaluation").resolve(name)))
          .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
          .contains("prefers-color-scheme:dark");
    }
    assertThat(evaluate(List.of(MATCHES), "--section", document.toString(), "--parallel", "1"))
        .isZero();
    assertThat(document).hasContent(first);
  }

  @Test
  void refusesADocumentWithoutMarksBeforeAnyWork() throws IOException {
    Path document = Files.writeString(folder.resolve("PLAIN.md"), "# Nothing here\n");
    assertThat(evaluate(List.of(MATCHES), "--section", document.toString())).isEqualTo(2);
    assertThat(err.toString())
        .contains("PLAIN.md", "nowhere", "write '<!-- evaluation: begin -->'")
        .doesNotContain("evaluate: matches");
    assertThat(document).hasContent("# Nothing here\n");
  }

  @Test
  void failsWhenNothingCouldBeScored() throws IOException {
    assertThat(evaluate(List.of(ABSENT))).isEqualTo(2);
    assertThat(err.toString()).contains("no series could be scored");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void refusesABadListWithEveryPlaceAndRemedy() throws IOException {
    String backwards = MATCHES.replace("2026-03-13", "2026-03-01").replace("60;360", "360;60");
    assertThat(evaluate(List.of(WALK, backwards, WALK.replace("240", "often")))).isEqualTo(2);
    assertThat(err.toString())
        .contains("series.csv:3:", "horizons '360;60' cannot be used; write them rising")
        .contains("series.csv:4:", "every 'often' cannot be used; write whole minutes");
  }

  @Test
  void evaluatesOnlyWhatIsAskedForAndKnowsTheNames() throws IOException {
    assertThat(evaluate(List.of(MATCHES, WALK), "--only", "walk")).isZero();
    assertThat(written("evaluation.md")).contains("matches (not asked for)").contains("| walk |");
    assertThat(folder.resolve("out/evaluation/event.svg")).doesNotExist();
    assertThat(evaluate(List.of(MATCHES, WALK), "--only", "wolk")).isEqualTo(2);
    assertThat(err.toString()).contains("--only names 'wolk', the list has matches, walk");
  }
}
