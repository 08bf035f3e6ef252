package dev.kickoff.jobs.cli.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.connectors.csv.LoadCurveFile;
import dev.kickoff.jobs.cli.Main;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.shape.Stages;
import dev.kickoff.model.simulation.MatchDay;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeCommandTest {
  private static final String TABLE = "10m:30000,8m:150000,30m:150000";

  @TempDir private Path folder = Path.of("");
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... options) {
    List<String> args = new ArrayList<>(List.of("shape"));
    Arrays.stream(options).map(each -> each.replace("@", folder + "/")).forEach(args::add);
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), args.toArray(String[]::new));
  }

  private LoadCurve piped() {
    return LoadCurveFile.read(
        new ByteArrayInputStream(out.toString().getBytes(StandardCharsets.UTF_8)), "stdin");
  }

  private void writeMatchDay(Instant until) throws IOException {
    MatchDay day = MatchDay.DEFAULT;
    DemandSeries demand = day.minutes(day.historyFrom(), until);
    List<String> lines = new ArrayList<>(List.of("timestamp,value"));
    for (int i = 0; i < demand.size(); i++) {
      lines.add(demand.timeAt(i) + "," + demand.value(i));
    }
    Files.write(folder.resolve("metrics.csv"), lines);
    List<String> events = new ArrayList<>(List.of("start,end,title,category"));
    day.events()
        .forEach(e -> events.add(e.start() + "," + e.end() + "," + e.title() + "," + e.category()));
    Files.write(folder.resolve("calendar.csv"), events);
  }

  @ParameterizedTest
  @CsvSource({"ramp,RAMP", "rows,ROWS"})
  void aTableOfStagesGoesThroughAPipeToTheLastBit(String between, Stages.Between as) {
    assertThat(run("--stages", TABLE, "--between", between)).as(err.toString()).isZero();
    LoadCurve expected = Stages.parse(TABLE).curve(Duration.ofSeconds(10), as);
    assertThat(piped().values()).isEqualTo(expected.values());
    assertThat(err.toString()).contains("48m, 150,000 rpm at most");
  }

  @Test
  void aFunctionIsDividedAmongApisAndWrittenIntoAFolder() throws IOException {
    Files.writeString(
        folder.resolve("mix.yaml"),
        """
        phases:
          - {name: before, shares: {home: 70, playback: 30}}
          - {name: goal, from: 5m, for: 1m, shares: {home: 90, playback: 10}}
        """);
    assertThat(
            run(
                "--function",
                "ramp:from=10,to=110,over=10m then 1 for 50m",
                "--times",
                "2",
                "--mix",
                "@mix.yaml",
                "--export",
                "k6",
                "--out",
                "@all",
                "--step",
                "1m"))
        .as(err.toString())
        .isZero();
    assertThat(out.toString()).isEmpty();
    List<String> csv = Files.readAllLines(folder.resolve("all/shape.csv"));
    assertThat(csv.get(0)).isEqualTo("seconds,rpm,home,playback");
    assertThat(csv).hasSize(62).contains("0,20,14,6", "660,2,1.4,0.6");
    assertThat(csv.get(6)).startsWith("300,120,108,12");
    JsonNode report =
        new ObjectMapper().readTree(Files.readString(folder.resolve("all/report.json")));
    assertThat(report.get("apis").get("home")).hasSize(61);
    assertThat(report.get("seconds").asInt()).isEqualTo(3600);
    assertThat(folder.resolve("all/report.html")).content().contains("<svg", "times 2.0");
    assertThat(folder.resolve("all/k6.js")).content().contains("\"playback\" : {");
    assertThat(folder.resolve("all/k6-options.json")).content().startsWith("{");
  }

  @Test
  void valuesBelowZeroAreToldOf() {
    assertThat(run("--function", "sine:period=4m,amplitude=5 for 4m", "--step", "1m")).isZero();
    assertThat(err.toString()).contains("note: 1 values were below zero and are zero");
    assertThat(piped().values()).containsExactly(new double[] {0, 5, 0, 0, 0}, within(1e-9));
  }

  @Test
  void aPastSpanIsPlayedTimesAFactorFromTheOptionsAndFromAFunction() throws IOException {
    Instant from = Instant.parse("2026-06-16T19:00:00Z");
    writeMatchDay(Instant.parse("2026-06-17T00:00:00Z"));
    String to = "2026-06-16T23:00:00Z";
    assertThat(
            run(
                "--trace",
                "@metrics.csv",
                "--from",
                from + "",
                "--to",
                to,
                "--times",
                "1.5",
                "--step",
                "60s"))
        .as(err.toString())
        .isZero();
    double[] played = piped().values();
    assertThat(played).hasSize(241);
    assertThat(played[75])
        .isEqualTo(1.5 * MatchDay.DEFAULT.requestsPerMinuteAt(from.plusSeconds(75 * 60)));
    out.getBuffer().setLength(0);
    String spec = "trace:file=@metrics.csv,from=%s,to=%s * 1.5".formatted(from, to);
    assertThat(run("--function", spec, "--step", "60s")).as(err.toString()).isZero();
    assertThat(piped().values()).isEqualTo(played);
  }

  @Test
  void anEventOfTheCalendarBecomesALoadWithItsNeighboursNamed() throws IOException {
    writeMatchDay(Instant.parse("2026-06-20T12:00:00Z"));
    assertThat(
            run(
                "--event",
                "reds v blues",
                "--metrics",
                "@metrics.csv",
                "--calendar",
                "@calendar.csv",
                "--quantile",
                "0.9",
                "-o",
                "json",
                "--out",
                "@final"))
        .as(err.toString())
        .isZero();
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(json.get("event").get("start").asText()).isEqualTo("2026-06-20T20:00:00Z");
    assertThat(json.get("event").get("neighbours")).hasSizeGreaterThan(2);
    JsonNode peaks = json.get("event").get("peak_by_quantile");
    assertThat(peaks.get("0.9").asDouble()).isEqualTo(json.get("peak_rpm").asDouble());
    assertThat(peaks.get("0.99").asDouble()).isGreaterThan(peaks.get("0.5").asDouble());
    assertThat(json.get("rpm")).hasSize((int) Duration.parse("PT3H55M").toSeconds() / 10 + 1);
    assertThat(err.toString()).contains("note: forecast as of 2026-06-20T12:00:00Z", "most like ");
    assertThat(folder.resolve("final/report.html")).content().contains("kick-off", "past event");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --step 10s|which load? Give one of --stages, --function, --trace and --event
          --stages 1m:5 --event x|which one load? Give one of
          --stages 1m:5,1x:6|stage 2, column 6: "1x" is not a duration; write 90s
          --stages 1m:-5|stage 1, column 1: requests per minute cannot be negative: -5
          --stages 0m:5|stage 1, column 1: a duration must be above zero, not 0m
          --stages 1m:5 --step 7s|does not end on a step of 7s: take a step that divides it
          --stages 200d:5 --step 1s|has 17280001 values, more than 2000000: take a longer step, from 9s
          --stages 1m:5 --times -1|--times must be 0 or more, was -1.0
          --stages 1m:5 --rpm-per-user 0|--rpm-per-user must be above zero, was 0
          --stages 1m:5 --from 2026-06-20T20:00:00Z|--from and --to go with --trace
          --stages 1m:5 --mix @none.yaml|none.yaml: does not exist; check the path
          --function sin|column 1: "sin" is neither a number nor one of stages, flat
          --trace @none.csv|--trace needs --from and --to
          --event x --quantile 0.4|--quantile must be within 0.5 to 0.99, was 0.4
          --event x|--metrics is missing
          """)
  void whatCannotBeMadeIsRefusedWithTheRemedy(String options, String message) {
    assertThat(run(options.split(" "))).isEqualTo(2);
    assertThat(err.toString()).contains(message);
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anEventThatTheCalendarDoesNotHaveIsRefusedWithOneThatItHas() throws IOException {
    writeMatchDay(Instant.parse("2026-06-02T00:00:00Z"));
    String[] options = {
      "--metrics", "@metrics.csv", "--calendar", "@calendar.csv", "--event", "Reds v Blue"
    };
    assertThat(run(options)).isEqualTo(2);
    assertThat(err.toString())
        .contains("--event 'Reds v Blue': the calendar has no such event; did you mean");
  }
}
