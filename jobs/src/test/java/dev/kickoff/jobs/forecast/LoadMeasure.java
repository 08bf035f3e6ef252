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
import dev.kickoff.model.forecast.ForecastDesk;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.method.Methods;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/**
 * A measurement, not a test: how long the job takes from the start of the JVM over a long history
 * to the first forecast.
 *
 * <p>Arguments: minutes of history, minutes between heartbeats, minutes played after the first
 * forecast.
 */
public final class LoadMeasure {
  private static final Instant START = Instant.parse("1998-04-20T00:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private LoadMeasure() {}

  public static void main(String[] args) throws Exception {
    int history = args.length > 0 ? Integer.parseInt(args[0]) : 80_000;
    int beat = args.length > 1 ? Integer.parseInt(args[1]) : 60;
    int played = args.length > 2 ? Integer.parseInt(args[2]) : 120;
    Path folder = Files.createTempDirectory("kickoff-load");
    Instant from = START.plus(MINUTE.multipliedBy(history));
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch last = new CountDownLatch(played + 1);
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
              () -> new ForecastDesk(Methods.inOrder(ZoneOffset.UTC))::issue);
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
                    if (first.getCount() > 0 || forecast.kind() == ForecastKind.FAR) {
                      say(
                          forecast.kind()
                              + " "
                              + forecast.issuedAt()
                              + ", "
                              + record.value().length
                              + " bytes, "
                              + forecast.method().method());
                    }
                    if (forecast.kind() == ForecastKind.NEAR) {
                      last.countDown();
                    }
                    first.countDown();
                  })) {
        say("job submitted, running " + flink.isRunning());
        play(writer, START, from, beat);
        say("written");
        first.await();
        say("first forecast");
        play(writer, from, from.plus(MINUTE.multipliedBy(played)), 1);
        last.await();
        say(played + " minutes played");
      }
      say("closed");
    }
    System.exit(0);
  }

  private static void play(TopicWriter writer, Instant from, Instant until, int beat) {
    Service web = new Service("web");
    Random random = new Random(1);
    int sent = 0;
    for (Instant at = from; at.isBefore(until); at = at.plus(MINUTE)) {
      double day = Math.sin(at.getEpochSecond() / 86_400.0 * 2 * Math.PI);
      double value = Math.rint(1000 + 800 * day + 20 * random.nextGaussian());
      String name = DemandSample.REQUESTS;
      writer.send(new DemandSample(web, "lb", name, at, MINUTE, value, DemandUnit.COUNT, Map.of()));
      sent++;
      if (sent % beat == 0) {
        writer.heartbeat("load", at.plus(MINUTE));
      }
    }
    writer.heartbeat("load", until);
    writer.flush();
  }

  private static void say(String what) {
    long since = ManagementFactory.getRuntimeMXBean().getStartTime();
    System.out.println((System.currentTimeMillis() - since) + " ms " + what);
  }
}
