package dev.kickoff.jobs.forecast;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.TopicAdmin;
import dev.kickoff.connectors.kafka.TopicTail;
import dev.kickoff.connectors.kafka.TopicWriter;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.forecast.ForecastJobSettings.TimeRules;
import dev.kickoff.jobs.local.EmbeddedBroker;
import dev.kickoff.jobs.local.EmbeddedBroker.BrokerSettings;
import dev.kickoff.jobs.local.EmbeddedFlink;
import dev.kickoff.jobs.local.EmbeddedFlink.FlinkSettings;
import dev.kickoff.model.demand.DemandSample;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * A measurement, not a test: how long the job takes from the start of the JVM over a long history
 * to the first forecast.
 *
 * <p>Arguments: minutes of history, minutes between heartbeats.
 */
public final class LoadMeasure {
  private static final Instant START = Instant.parse("1998-04-20T00:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private LoadMeasure() {}

  public static void main(String[] args) throws Exception {
    int history = args.length > 0 ? Integer.parseInt(args[0]) : 80_000;
    int beat = args.length > 1 ? Integer.parseInt(args[1]) : 60;
    Path folder = Files.createTempDirectory("kickoff-load");
    Instant from = START.plus(MINUTE.multipliedBy(history));
    CountDownLatch first = new CountDownLatch(1);
    say("main");
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder.resolve("k")))) {
      say("broker");
      TopicAdmin.ensure(broker.bootstrap(), 2, 1);
      say("topics");
      ForecastJobSettings settings =
          new ForecastJobSettings(
              broker.bootstrap(),
              2,
              from,
              Optional.empty(),
              TimeRules.playing(),
              SeasonalNaive::new);
      try (TopicWriter writer = new TopicWriter(broker.bootstrap());
          EmbeddedFlink flink =
              EmbeddedFlink.start(
                  FlinkSettings.in(folder.resolve("c")), e -> ForecastJob.build(e, settings));
          TopicTail tail =
              TopicTail.start(
                  broker.bootstrap(),
                  TopicTail.Reading.committed(Topics.FORECAST_CURRENT),
                  record -> {
                    DemandForecast forecast = Json.decode(record.value(), DemandForecast.class);
                    say("forecast " + forecast.kind() + " at " + forecast.issuedAt());
                    first.countDown();
                  })) {
        say("job submitted, running " + flink.isRunning());
        for (int i = 0; i < history; i++) {
          Instant at = START.plus(MINUTE.multipliedBy(i));
          writer.send(
              new DemandSample(
                  new Service("web"),
                  "lb",
                  DemandSample.REQUESTS,
                  at,
                  MINUTE,
                  1000 + i % 1440,
                  DemandUnit.COUNT,
                  Map.of()));
          if ((i + 1) % beat == 0) {
            writer.heartbeat("load", at.plus(MINUTE));
          }
        }
        writer.heartbeat("load", from);
        writer.flush();
        say("written");
        first.await();
        say("first forecast");
        Thread.sleep(1000);
      }
      say("closed");
    }
    System.exit(0);
  }

  private static void say(String what) {
    long since = ManagementFactory.getRuntimeMXBean().getStartTime();
    System.out.println((System.currentTimeMillis() - since) + " ms " + what);
  }
}
