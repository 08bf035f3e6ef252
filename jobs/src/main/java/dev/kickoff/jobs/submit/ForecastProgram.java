package dev.kickoff.jobs.submit;

import dev.kickoff.connectors.kafka.TopicAdmin;
import dev.kickoff.connectors.kafka.TopicEnd;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.forecast.ForecastJob;
import dev.kickoff.jobs.forecast.JobConfiguration;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.client.program.ProgramParametrizationException;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * The forecast job as a program: {@code flink run -d kickoff-jobs-flink.jar --bootstrap …}.
 *
 * <p>Makes the topics that are missing, notes where the calendar ends, and submits the job. Options
 * that cannot be used are all named at once, before anything is touched.
 */
public final class ForecastProgram {
  private static final String USAGE =
      "usage: --bootstrap HOST:PORT --checkpoints URI [--checkpoint-every PT10S] [--zone UTC]\n"
          + "  [--issue-from TIME, default now] [--time live|playing, default live]\n"
          + "  [--partitions 2] [--replication 1] [--parallelism N]";

  private ForecastProgram() {}

  public static void main(String[] args) throws Exception {
    SubmitSettings settings = settings(args);
    SubmitSettings.Running running = settings.running();
    Configuration configuration =
        JobConfiguration.of(running.checkpoints(), running.checkpointEvery());
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    running.parallelism().ifPresent(environment::setParallelism);
    ForecastJob.build(environment, settings.job(calendarThrough(settings)));
    environment.execute("kickoff-forecast");
  }

  /** Flink prints the message of this one exception without the way it came. */
  private static SubmitSettings settings(String[] args) {
    try {
      return SubmitSettings.of(Instant.now(), args);
    } catch (IllegalArgumentException e) {
      throw new ProgramParametrizationException(e.getMessage() + "\n" + USAGE);
    }
  }

  private static Optional<Long> calendarThrough(SubmitSettings settings) {
    String bootstrap = settings.bootstrap();
    SubmitSettings.NewTopics topics = settings.topics();
    try {
      TopicAdmin.ensure(bootstrap, topics.partitions(), topics.replication());
      return TopicEnd.lastOffset(bootstrap, Topics.CALENDAR_EVENT);
    } catch (RuntimeException e) {
      throw new ProgramParametrizationException(
          "the topics at " + bootstrap + " cannot be used: " + e.getMessage());
    }
  }
}
