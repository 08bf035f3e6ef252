package dev.kickoff.deploy.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.deploy.engine.EngineProcess;
import dev.kickoff.deploy.engine.RecordedTopics;
import dev.kickoff.jobs.config.Inputs;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.simulation.MatchDay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An evening with a kick-off, played by the whole engine and watched in a browser. */
class LiveConsoleTest {
  private static final Duration LEAD = Duration.ofMinutes(10);
  private static final double RPM_PER_HOST = 2000;

  @TempDir private Path state;

  /** An evening: what is played, and when the whistle blows. */
  private record Evening(List<String> options, Instant kickOff, DemandSeries demand) {
    int neededFor(Duration afterKickOff) {
      double most = 0;
      for (Instant at = kickOff; at.isBefore(kickOff.plus(afterKickOff)); at = at.plusSeconds(60)) {
        most = Math.max(most, demand.at(at).orElse(0));
      }
      return (int) Math.ceil(most / RPM_PER_HOST);
    }
  }

  @Test
  void theFloorOfTheMatchDayStandsALeadTimeBeforeKickOff() throws Exception {
    MatchDay day = MatchDay.DEFAULT;
    Instant from = day.kickoffAt().minus(Duration.ofMinutes(45));
    List<String> options = List.of("--from", from.toString(), "--speed", "240");
    DemandSeries demand = day.minutes(from, day.until());
    play(new Evening(options, day.kickoffAt(), demand), "match-day");
  }

  @Test
  void theFloorOfAWorldCupEveningStandsALeadTimeBeforeKickOff() throws Exception {
    Path data = Path.of("../../shared/data/wc98").toAbsolutePath().normalize();
    Assumptions.assumeTrue(
        Files.isDirectory(data), () -> "No World Cup evening is played: there is no " + data);
    Path metrics = data.resolve("metrics.csv");
    List<String> options =
        List.of(
            "--metrics", metrics.toString(),
            "--calendar", data.resolve("calendar.csv").toString(),
            "--zone", "Europe/Paris",
            "--from", "1998-06-23T18:15:00Z",
            "--speed", "240");
    DemandSeries demand =
        Inputs.metrics(metrics, ZoneOffset.UTC, new Service("web"))
            .series()
            .get(new Service("web"));
    play(new Evening(options, Instant.parse("1998-06-23T19:00:00Z"), demand), "wc98-evening");
  }

  private void play(Evening evening, String name) throws Exception {
    Instant end = evening.kickOff().plus(Duration.ofMinutes(10));
    try (EngineProcess engine = EngineProcess.start(state, evening.options())) {
      engine.awaitReady();
      engine.await(
          "past kick-off", () -> engine.engineTime().map(now -> now.isAfter(end)).orElse(false));
      photograph(engine, name);
      engine.stop();
    }
    try (RecordedTopics topics = new RecordedTopics(state)) {
      assertThat(topics.floorAt(evening.kickOff().minus(LEAD)))
          .isGreaterThanOrEqualTo(evening.neededFor(Duration.ofMinutes(10)));
      assertThat(topics.decisions()).allMatch(decision -> !decision.reason().isBlank());
    }
  }

  /** Keeps a picture under target/screenshots where there is a browser. */
  private static void photograph(EngineProcess engine, String name) {
    if (!Browsers.present()) {
      System.out.println("No picture of the console was taken: there is no browser");
      return;
    }
    Browsers browsers = Browsers.sharedOrSkip();
    try (Visit visit =
        browsers.visit(engine.origin().orElseThrow(), engine.token(), View.DESKTOP_LIGHT)) {
      visit.awaitText("#mode-text", "ACTING");
      visit.open("#/services/web");
      visit.awaitPainted(1);
      visit.screenshot("live-" + name);
    }
  }
}
