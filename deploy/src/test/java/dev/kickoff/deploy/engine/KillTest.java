package dev.kickoff.deploy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.jobs.config.Inputs;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.simulation.MatchDay;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} in the middle, and a new start that goes on where it was.
 *
 * <p>{@code -Dkickoff.kills=20} kills more often than the build does; {@code
 * -Dkickoff.kill.metrics} and {@code .calendar}, {@code .zone}, {@code .from} play something else
 * than the match day.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("kickoff.kills", 2);

  @TempDir private Path folder;

  @Test
  void losesNoMinuteAndDecidesNothingTwiceOverKills() throws Exception {
    Random random = new Random(7);
    Path state = folder.resolve("state");
    List<String> options = new ArrayList<>(List.of("--speed", "120"));
    options.addAll(List.of("--broker", "log.retention.check.interval.ms=2000"));
    options.addAll(played());
    for (int kill = 1; kill <= KILLS; kill++) {
      try (EngineProcess engine = EngineProcess.start(state, options)) {
        engine.awaitReady();
        long seenUntil = System.nanoTime() + (2_000 + random.nextInt(4_000)) * 1_000_000L;
        engine.await("playing", () -> System.nanoTime() > seenUntil);
        engine.kill();
      }
    }
    try (EngineProcess engine = EngineProcess.start(state, options)) {
      engine.awaitReady();
      assertThat(engine.stop()).isIn(0, 143);
    }
    try (RecordedTopics topics = new RecordedTopics(state)) {
      int minutes = topics.assertEveryMinuteIsFinalOnce(recorded());
      topics.assertNoDecisionWasMadeTwice();
      topics.assertEveryIntentWasSettledOnce();
      topics.assertReplayGivesTheSameDigests(zone());
      assertThat(topics.firstOffsets("kickoff.demand.sample.v1")).containsOnly(0L);
      System.out.printf(
          "%d kills: %d minutes final once, %d decisions, all digests agree%n",
          KILLS, minutes, topics.decisions().size());
    }
  }

  private static Optional<String> option(String name) {
    return Optional.ofNullable(System.getProperty("kickoff.kill." + name));
  }

  private static List<String> played() {
    List<String> options = new ArrayList<>();
    for (String name : List.of("metrics", "calendar", "zone", "from")) {
      option(name).ifPresent(value -> options.addAll(List.of("--" + name, value)));
    }
    return options;
  }

  private static ZoneId zone() {
    return option("zone").map(ZoneId::of).orElse(ZoneOffset.UTC);
  }

  private static DemandSeries recorded() {
    Service web = new Service("web");
    MatchDay day = MatchDay.DEFAULT;
    return option("metrics")
        .map(file -> Inputs.metrics(Path.of(file), zone(), web).series().values().iterator().next())
        .orElseGet(() -> day.minutes(day.historyFrom(), day.until()));
  }

  @Test
  void refusesAFolderThatAnotherEngineUses() throws Exception {
    Path state = Files.createDirectories(folder.resolve("busy"));
    try (EngineProcess first = EngineProcess.start(state, List.of())) {
      first.awaitReady();
      try (EngineProcess second = EngineProcess.start(state, List.of())) {
        second.awaitExit();
        assertThat(second.said()).contains("another kickoff runs in " + state);
      }
    }
  }
}
