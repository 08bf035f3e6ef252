package dev.kickoff.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.simulation.MatchDay;
import dev.kickoff.model.simulation.policy.Contenders;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayCommandTest {
  private static final Instant END = MatchDay.DEFAULT.until();
  private static final Instant START = END.minus(Duration.ofDays(4));
  private static final Instant FROM = MatchDay.DEFAULT.kickoffAt().minus(Duration.ofHours(1));
  private static final int MINUTES = 150;
  private static final Instant GAP = FROM.plus(Duration.ofMinutes(20));
  private static final List<String> POLICIES = List.of("kickoff", "reactive:0.6", "static-peak");
  private static final String REACTIVE =
      "reactive: {kind: target-tracking, target: 0.7, alarmMinutes: 5, scaleInMinutes: 15}\n";

  @TempDir private static Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Four days of minutes with five minutes missing, a calendar, and fleets with and without. */
  @BeforeAll
  static void writeInputs() throws IOException {
    DemandSeries demand = MatchDay.DEFAULT.minutes(START, END);
    List<String> rows = new ArrayList<>(List.of("timestamp,value"));
    for (int i = 0; i < demand.size(); i++) {
      Instant at = START.plus(Duration.ofMinutes(i));
      if (at.isBefore(GAP) || !at.isBefore(GAP.plus(Duration.ofMinutes(5)))) {
        rows.add(at + "," + (long) demand.value(i));
      }
    }
    Files.write(folder.resolve("metrics.csv"), rows);
    List<String> events = new ArrayList<>(List.of("start,end,title,category"));
    for (Event event : MatchDay.DEFAULT.events()) {
      events.add(event.start() + "," + event.end() + ",\"<b>Reds</b> & Blues\",match");
    }
    Files.write(folder.resolve("calendar.csv"), events);
    String fleet =
        "group: web\nhosts: {min: 2, max: 400, initial: 10}\ncapacity: {rpmPerHost: 2000}\n"
            + "leadTime: {minutes: 10}\nzones: [a, b]\n";
    Files.writeString(folder.resolve("fleet.yaml"), fleet + REACTIVE);
    Files.writeString(folder.resolve("bare.yaml"), fleet);
  }

  private int run(String fleet, String from, String to, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "replay",
                "--metrics=" + folder.resolve("metrics.csv"),
                "--calendar=" + folder.resolve("calendar.csv"),
                "--fleet=" + folder.resolve(fleet),
                "--from=" + from,
                "--to=" + to));
    args.addAll(List.of(more));
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), args.toArray(String[]::new));
  }

  private Path replay(String into, String... more) {
    Stream<String> policies = POLICIES.stream().map(policy -> "--policy=" + policy);
    Stream<String> rest = Stream.concat(Stream.of("--out=" + folder.resolve(into)), policies);
    String[] args = Stream.concat(rest, Arrays.stream(more)).toArray(String[]::new);
    String until = FROM.plus(Duration.ofMinutes(MINUTES)).toString();
    int code = run("fleet.yaml", FROM.toString(), until, args);
    assertThat(code).as(err.toString()).isZero();
    return folder.resolve(into);
  }

  @Test
  void writesEveryMinuteOfEveryPolicyAndTheSameBytesAgain() throws IOException {
    Path first = replay("first");
    Path second = replay("second");

    List<String> timeline = Files.readAllLines(first.resolve("timeline.csv"));
    assertThat(timeline.get(0))
        .isEqualTo("at,policy,demand,required,in_service,desired,floor,p50,p95,reason");
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < MINUTES; i++) {
      for (String policy : POLICIES) {
        expected.add(FROM.plus(Duration.ofMinutes(i)) + "," + policy);
      }
    }
    assertThat(timeline.stream().skip(1).map(row -> row.split(",")[0] + "," + row.split(",")[1]))
        .containsExactlyElementsOf(expected);
    assertThat(timeline.stream().skip(1))
        .allMatch(row -> row.split(",", 10)[9].matches("\"([^\"]|\"\")+\""));
    for (String file : List.of("timeline.csv", "report.json", "report.html")) {
      assertThat(first.resolve(file)).hasSameBinaryContentAs(second.resolve(file));
    }
  }

  @Test
  void leavesDemandAndRequiredBlankInAGap() throws IOException {
    List<String> timeline = Files.readAllLines(replay("gap").resolve("timeline.csv"));

    for (String row : timeline.subList(1, timeline.size())) {
      String[] cells = row.split(",", 10);
      Instant at = Instant.parse(cells[0]);
      boolean gap = !at.isBefore(GAP) && at.isBefore(GAP.plus(Duration.ofMinutes(5)));
      assertThat(cells[2].isEmpty()).as(row).isEqualTo(gap);
      assertThat(cells[3].isEmpty()).as(row).isEqualTo(gap);
      assertThat(List.of(cells[4], cells[5], cells[6])).as(row).allMatch(c -> c.matches("\\d+"));
    }
  }

  @Test
  void reportsTheScoresOfEachPolicyOverallAndAroundEvents() throws IOException {
    Path folder = replay("json", "-o", "json");

    JsonNode report = new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    assertThat(names(report.get("policies"))).containsExactlyElementsOf(POLICIES);
    List<String> keys =
        List.of("minutes", "under_pct", "unmet_pct", "hosts_vs_oracle", "host_hours", "cost");
    for (JsonNode policy : report.get("policies")) {
      List<String> all = new ArrayList<>(keys);
      all.add("events");
      assertThat(names(policy)).containsExactlyElementsOf(all);
      assertThat(names(policy.get("events"))).containsExactlyElementsOf(keys);
      assertThat(policy.get("minutes").intValue()).isEqualTo(MINUTES - 5);
      assertThat(policy.get("events").get("minutes").intValue()).isEqualTo(MINUTES - 30);
    }
    assertThat(new ObjectMapper().readTree(out.toString())).isEqualTo(report);
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Test
  void drawsEachPolicyOnAPageThatNeedsNothingElse() throws IOException {
    String page = Files.readString(replay("page").resolve("report.html"));

    assertThat(page).startsWith("<!doctype html>").contains("<h1>Replay</h1>");
    assertThat(page.split("<svg ", -1)).hasSize(POLICIES.size() + 2);
    assertThat(page).contains("&lt;b&gt;Reds&lt;/b&gt; &amp; Blues").doesNotContain("<b>");
    assertThat(page).doesNotContain("<script", "<link", "http:", "https:", "url(", "@import");
    assertThat(page).contains("prefers-color-scheme:dark");
    String verdict = err.toString().lines().reduce((a, b) -> b).orElseThrow();
    assertThat(verdict).startsWith("kickoff ").contains("host-hours");
    assertThat(page).contains("<p class=\"verdict\">" + verdict.replace("'", "&#39;") + "</p>");
    assertThat(out.toString()).startsWith("policy ").hasLineCount(POLICIES.size() + 1);
  }

  @Test
  void playsEveryBootTimeOnTheSameForecastsIntoATimelineOfItsOwn() throws IOException {
    Path both = replay("boots", "--boot=3,20", "--policy=reactive", "-o", "json");
    Path long20 = replay("boot-20", "--boot=20", "--policy=reactive");

    assertThat(both.resolve("timeline.csv")).doesNotExist();
    assertThat(both.resolve("timeline-boot-3.csv")).isNotEmptyFile();
    assertThat(both.resolve("timeline-boot-20.csv"))
        .hasSameBinaryContentAs(long20.resolve("timeline.csv"));
    ObjectMapper mapper = new ObjectMapper();
    JsonNode report = mapper.readTree(both.resolve("report.json").toFile());
    assertThat(names(report.get("boots"))).containsExactly("3", "20");
    JsonNode alone = mapper.readTree(long20.resolve("report.json").toFile());
    assertThat(report.get("boots").get("20")).isEqualTo(alone);
    JsonNode card = alone.get("scorecard");
    JsonNode policies = alone.get("policies");
    double more =
        policies.get("kickoff").get("host_hours").doubleValue()
            - policies.get("reactive").get("host_hours").doubleValue();
    assertThat(card.get("more_host_hours").doubleValue()).isCloseTo(more, within(0.02));
    String page = Files.readString(both.resolve("report.html"));
    assertThat(page).contains("Boot of 3 minutes", "Boot of 20 minutes", "Scorecard: acting would");
    assertThat(page.split("<svg ", -1)).hasSize(2 * (POLICIES.size() + 2) + 1);
    assertThat(out.toString()).contains("\"boots\":{\"3\"");
  }

  @Test
  void playsSizesScheduledByHandAndNamesWhatIsWrongWithThem() throws IOException {
    Path hand = folder.resolve("by, hand.csv");
    Files.writeString(hand, "at,min\n" + FROM.plus(Duration.ofMinutes(10)) + ",77\n");
    Path played = replay("by-hand", "--policy=scheduled:" + hand);
    List<String> rows =
        Files.readAllLines(played.resolve("timeline.csv")).stream()
            .filter(row -> row.contains(",\"scheduled:" + hand + "\","))
            .toList();
    assertThat(rows).hasSize(MINUTES);
    assertThat(rows.get(10)).contains(",77,77,").contains("scheduled by line 2");

    Files.writeString(hand, "at,min\nnoon,77\n");
    String until = FROM.plus(Duration.ofMinutes(MINUTES)).toString();
    String policy = "--policy=scheduled:" + hand;
    int code = run("fleet.yaml", FROM.toString(), until, policy, "--out=" + folder.resolve("no"));
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains(hand + ":2:1: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fleet.yaml|kickof   |2026-06-20T20:00:00Z/2026-06-20T21:00:00Z|unknown policy 'kickof';"
            + " known: "
            + Contenders.KNOWN,
        "fleet.yaml|kickoff  |2026-06-20T20:00:00Z/2026-06-20T20:00:00Z|--to 2026-06-20T20:00:00Z"
            + " is not after --from 2026-06-20T20:00:00Z",
        "fleet.yaml|kickoff  |2026-07-20T20:00:00Z/2026-07-20T21:00:00Z|--from 2026-07-20T20:00:00Z"
            + " --to 2026-07-20T21:00:00Z lies outside the demand, which reaches from"
            + " 2026-06-17T00:00:00Z to 2026-06-21T00:00:00Z",
        "bare.yaml |reactive |2026-06-20T20:00:00Z/2026-06-20T21:00:00Z|policy 'reactive' needs a"
            + " reactive policy in the fleet file: reactive: {kind: target-tracking, target: 0.7,"
            + " alarmMinutes: 5, scaleInMinutes: 15}"
      })
  void saysWhatWouldHaveBeenRight(String fleet, String policy, String span, String message) {
    String into = folder.resolve("refused").toString();
    String from = span.split("/")[0];
    String to = span.split("/")[1];

    assertThat(run(fleet, from, to, "--policy=" + policy, "--out=" + into)).isEqualTo(2);
    assertThat(err.toString()).isEqualTo("kickoff: " + message + "\n");
    assertThat(out.toString()).isEmpty();
    assertThat(Path.of(into)).doesNotExist();
  }
}
