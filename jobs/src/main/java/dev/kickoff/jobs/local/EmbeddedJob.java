package dev.kickoff.jobs.local;

import dev.kickoff.jobs.forecast.ForecastJob;
import dev.kickoff.jobs.forecast.ForecastJobSettings;
import java.nio.file.Path;
import java.time.Duration;

/** The forecast job in this JVM. */
public final class EmbeddedJob {
  private static final int PARALLELISM = 2;

  private EmbeddedJob() {}

  /** Starts the job, from the newest checkpoint in {@code checkpoints} if there is one. */
  public static EmbeddedFlink start(
      Path checkpoints, Duration checkpointEvery, ForecastJobSettings settings) {
    return EmbeddedFlink.start(
        new EmbeddedFlink.FlinkSettings(checkpoints, PARALLELISM, checkpointEvery),
        environment -> ForecastJob.build(environment, settings));
  }
}
