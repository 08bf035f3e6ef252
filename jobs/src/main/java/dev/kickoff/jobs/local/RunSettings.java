package dev.kickoff.jobs.local;

import dev.kickoff.jobs.api.security.TokenCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * How a recording is played in one JVM.
 *
 * @param window what is played; earlier demand is history
 * @param speed engine seconds per wall second, at most
 * @param zone the time zone people live in
 * @param state folder of the broker's log, checkpoints, the simulated fleet and the clock
 * @param port of the console; 0 for any free one
 * @param tokens what tells the API who asks
 * @param tuning for tests and experiments
 */
public record RunSettings(
    Window window,
    double speed,
    ZoneId zone,
    Path state,
    int port,
    TokenCheck tokens,
    Tuning tuning) {

  /** [{@code from}, {@code until}) of engine time. */
  public record Window(Instant from, Instant until) {}

  /**
   * What one rarely changes.
   *
   * @param checkpointEvery how often, on the wall clock, the job's state is saved
   * @param broker settings of the broker that replace Kickoff's own
   */
  public record Tuning(Duration checkpointEvery, Map<String, String> broker) {
    public static final Tuning STANDARD = new Tuning(Duration.ofSeconds(1), Map.of());

    public Tuning {
      broker = Map.copyOf(broker);
    }
  }
}
