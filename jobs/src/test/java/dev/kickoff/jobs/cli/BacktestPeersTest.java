package dev.kickoff.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestPeersTest {
  @TempDir private Path folder;
  private SyntheticRun run;

  @BeforeEach
  void writeInputs() throws IOException {
    run = new SyntheticRun(folder);
  }

  private JsonNode peers(String out) throws IOException {
    JsonNode scores =
        new ObjectMapper().readTree(Files.readString(folder.resolve(out).resolve("scores.json")));
    return scores.get("services").get("a").get("peers");
  }

  private static TreeSet<String> methods(JsonNode peers) {
    TreeSet<String> methods = new TreeSet<>();
    peers.forEach(peer -> methods.add(peer.get("method").asText()));
    return methods;
  }

  @Test
  void plainPeersAlwaysTakePartAndOthersWhenNamed() throws IOException {
    assertThat(run.backtest("bare", "--event-pages", "0")).as(run.err()).isZero();
    assertThat(methods(peers("bare")))
        .containsExactly("kickoff", "plain-day-before", "plain-last-value", "plain-week-before");
    assertThat(run.backtest("named", "--peers", "weekly-profile,last-value")).isZero();
    assertThat(methods(peers("named"))).contains("weekly-profile", "last-value");
    assertThat(run.backtest("all", "--peers", "all")).isZero();
    assertThat(methods(peers("all"))).contains("event-ridge", "seasonal-naive-week");
  }

  @Test
  void aPeerThatIsTheChosenMethodScoresTheSame() throws IOException {
    assertThat(run.backtest("one", "--method", "weekly-profile", "--peers", "weekly-profile"))
        .as(run.err())
        .isZero();
    int compared = 0;
    for (JsonNode peer : peers("one")) {
      if (peer.get("method").asText().equals("weekly-profile")) {
        assertThat(peer.get("kickoff_ratio").asDouble()).isEqualTo(1);
        compared++;
      }
    }
    assertThat(compared).isPositive();
  }

  @Test
  void peersLeaveTheForecastsAsTheyAre() throws IOException {
    assertThat(run.backtest("bare", "--event-pages", "0")).isZero();
    assertThat(run.backtest("all", "--peers", "all", "--event-pages", "60")).isZero();
    assertThat(folder.resolve("all/forecasts.csv"))
        .hasSameBinaryContentAs(folder.resolve("bare/forecasts.csv"));
  }

  @Test
  void anUnknownPeerIsRefusedWithThoseThatThereAre() {
    assertThat(run.backtest("x", "--peers", "magic")).isEqualTo(2);
    assertThat(run.err()).contains("method 'magic' is unknown; use one of");
    assertThat(run.backtest("x", "--parallel", "0")).isEqualTo(2);
    assertThat(run.err()).contains("--parallel must be 1 or more, was 0");
  }

  @Test
  void whereKickoffLosesComesFirst() throws IOException {
    assertThat(run.backtest("out", "--method", "last-value", "--peers", "event-ridge")).isZero();
    String report = Files.readString(folder.resolve("out/report.html"));
    assertThat(report.indexOf("Where Kickoff loses")).isPositive();
    assertThat(report.indexOf("class=\"lost\""))
        .isBetween(report.indexOf("Where Kickoff loses"), report.indexOf("All methods"));
    assertThat(report).contains("clearly").doesNotContain("http");
  }

  @Test
  void anEventHasItsPageForEachService() throws IOException {
    assertThat(run.backtest("out", "--event-pages", "60")).isZero();
    Map<String, String> files = run.files("out");
    assertThat(files.keySet())
        .contains("events/001-m10-a.html", "events/002-m11-a.html", "events/003-m10-b.html");
    String page = files.get("events/001-m10-a.html");
    assertThat(page).contains("As of T-24 h", "2026-03-11T19:00:00Z", "2026-03-12T18:00:00Z");
    assertThat(page).contains("this start").doesNotContain("http");
    assertThat(files.get("report.html")).contains("events/001-m10-a.html", "All are here.");
  }

  @Test
  void anEventAnnouncedLateIsNotForeseen() throws IOException {
    run.writeCalendar(
        "2026-03-13T12:00:00Z,2026-03-13T14:00:00Z,late,match,2026-03-13T10:00:00Z\n");
    assertThat(run.backtest("out", "--event-pages", "60")).isZero();
    Map<String, String> files = run.files("out");
    String name =
        files.keySet().stream().filter(f -> f.contains("late-a")).findFirst().orElseThrow();
    assertThat(files.get(name)).containsOnlyOnce("nothing of it yet").contains("this start");
    run.writeCalendar("");
    assertThat(run.backtest("without", "--event-pages", "0")).isZero();
    assertThat(rowsBefore(files.get("forecasts.csv")))
        .isNotEmpty()
        .isEqualTo(rowsBefore(run.files("without").get("forecasts.csv")));
  }

  private static String rowsBefore(String csv) {
    StringBuilder rows = new StringBuilder();
    csv.lines().filter(line -> line.compareTo("2026-03-13T10") < 0).forEach(rows::append);
    return rows.toString();
  }

  @Test
  void whatIsLeftOutIsSaid() throws IOException {
    assertThat(run.backtest("out", "--event-pages", "1")).isZero();
    assertThat(run.files("out").get("report.html")).contains("3 more were left out");
    assertThat(run.files("out").keySet()).filteredOn(f -> f.startsWith("events/")).hasSize(1);
  }
}
