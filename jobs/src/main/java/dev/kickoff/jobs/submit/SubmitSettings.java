package dev.kickoff.jobs.submit;

import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.Zones;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.Brain;
import dev.kickoff.jobs.forecast.ForecastJobSettings;
import dev.kickoff.jobs.forecast.ForecastJobSettings.TimeRules;
import dev.kickoff.model.demand.ServiceMasks;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the forecast job is told on the command line of {@code flink run}.
 *
 * @param bootstrap where the broker is found, {@code HOST:PORT[,HOST:PORT]}
 * @param topics how topics that are missing are made
 * @param zone the time zone people live in
 * @param issueFrom no forecast is issued before this; what lies earlier is history
 * @param time lateness, corrections and clocks
 * @param running how Flink runs it
 */
public record SubmitSettings(
    String bootstrap,
    NewTopics topics,
    ZoneId zone,
    Instant issueFrom,
    TimeRules time,
    Running running) {

  /** The options, as the usage names them. */
  static final List<String> OPTIONS =
      List.of(
          "--bootstrap",
          "--checkpoints",
          "--checkpoint-every",
          "--issue-from",
          "--parallelism",
          "--partitions",
          "--replication",
          "--time",
          "--zone");

  private static final int MOST = 1024;

  /**
   * How topics that are missing are made.
   *
   * @param partitions of the per-service topics; those that exist must have as many
   * @param replication copies of each partition
   */
  public record NewTopics(int partitions, int replication) {}

  /**
   * How Flink runs the job.
   *
   * @param checkpoints a URI that every process of the cluster can write to
   * @param checkpointEvery how often state is saved and minutes become visible
   * @param parallelism of every operator that does not set its own; empty: as {@code flink run -p}
   *     or the cluster says
   */
  public record Running(String checkpoints, Duration checkpointEvery, OptionalInt parallelism) {}

  /**
   * Reads a command line.
   *
   * @param now the time, from which on forecasts are issued unless another is given
   * @throws IllegalArgumentException when it cannot be used; the message has a line a problem
   */
  public static SubmitSettings of(Instant now, String... args) {
    SubmitOptions options = new SubmitOptions(args, OPTIONS);
    String bootstrap =
        options.require("--bootstrap", "name the broker, such as 10.0.0.1:9092", "missing:0");
    if (!bootstrap.matches("[^:,\\s]+:\\d{1,5}(,[^:,\\s]+:\\d{1,5})*")) {
      options.refuse("--bootstrap: '" + bootstrap + "' is not HOST:PORT[,HOST:PORT]");
    }
    String checkpoints =
        options.require(
            "--checkpoints", "name a folder of the whole cluster, such as s3://b/kickoff", "x:/");
    if (options.get("--checkpoints", URI::create, "").map(URI::getScheme).isEmpty()) {
      options.refuse("--checkpoints: '" + checkpoints + "' is no URI; write file:///folder");
    }
    String number = "write a whole number from 1 to " + MOST;
    NewTopics topics =
        new NewTopics(
            options
                .get("--partitions", SubmitSettings::count, number)
                .orElse(Topics.DEFAULT_PARTITIONS),
            options.get("--replication", SubmitSettings::count, number).orElse(1));
    Duration every =
        options
            .get("--checkpoint-every", SubmitSettings::length, "write a length such as PT10S")
            .orElse(Duration.ofSeconds(10));
    Optional<Integer> parallelism = options.get("--parallelism", SubmitSettings::count, number);
    SubmitSettings settings =
        new SubmitSettings(
            bootstrap,
            topics,
            options
                .get("--zone", SubmitSettings::zone, "use an IANA name such as Europe/Paris")
                .orElse(ZoneOffset.UTC),
            options
                .get(
                    "--issue-from",
                    text -> OffsetDateTime.parse(text).toInstant(),
                    "write a time with an offset, such as 2026-06-20T20:00:00Z")
                .orElse(now.truncatedTo(ChronoUnit.MINUTES)),
            options
                .get("--time", SubmitSettings::time, "write live or playing")
                .orElseGet(TimeRules::live),
            new Running(
                checkpoints,
                every,
                parallelism.map(OptionalInt::of).orElseGet(OptionalInt::empty)));
    options.check();
    return settings;
  }

  private static int count(String text) {
    int count = Integer.parseInt(text);
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(text);
    }
    return count;
  }

  private static Duration length(String text) {
    Duration length = Duration.parse(text);
    if (length.isZero() || length.isNegative()) {
      throw new IllegalArgumentException(text);
    }
    return length;
  }

  private static ZoneId zone(String text) {
    try {
      return Zones.named(text);
    } catch (InvalidText e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static TimeRules time(String text) {
    return switch (text) {
      case "live" -> TimeRules.live();
      case "playing" -> TimeRules.playing();
      default -> throw new IllegalArgumentException(text);
    };
  }

  /**
   * What the job itself is told.
   *
   * @param calendarThrough offset of the last record in the calendar; empty for an empty calendar
   */
  public ForecastJobSettings job(Optional<Long> calendarThrough) {
    ZoneId people = zone;
    return new ForecastJobSettings(
        bootstrap,
        topics.partitions(),
        issueFrom,
        calendarThrough,
        time,
        () -> Brain.issuer(people, ServiceMasks.none()));
  }
}
