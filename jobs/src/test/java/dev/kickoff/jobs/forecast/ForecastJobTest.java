package dev.kickoff.jobs.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.kafka.DeadLetter;
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
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job end to end, through a real broker and a real Flink. */
class ForecastJobTest {
  private static final Instant START = Instant.parse("1998-06-10T00:00:00Z");
  private static final Instant FROM = START.plus(Duration.ofHours(26));
  private static final Service WEB = new Service("web");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;
  private EmbeddedBroker broker;
  private TopicWriter writer;
  private TopicTail tail;
  private final List<MinuteDemand> minutes = Collections.synchronizedList(new ArrayList<>());
  private final List<DemandForecast> forecasts = Collections.synchronizedList(new ArrayList<>());
  private final List<DeadLetter> dead = Collections.synchronizedList(new ArrayList<>());

  @BeforeEach
  void startBroker() {
    broker = EmbeddedBroker.start(BrokerSettings.in(folder.resolve("kafka")));
    TopicAdmin.ensure(broker.bootstrap(), 2, 1);
    writer = new TopicWriter(broker.bootstrap());
    tail =
        TopicTail.start(
            broker.bootstrap(),
            TopicTail.Reading.committed(
                Topics.DEMAND_MINUTE, Topics.FORECAST_CURRENT, Topics.DEAD_DEMAND_SAMPLE),
            record -> {
              switch (record.topic()) {
                case Topics.DEMAND_MINUTE ->
                    minutes.add(Json.decode(record.value(), MinuteDemand.class));
                case Topics.FORECAST_CURRENT ->
                    forecasts.add(Json.decode(record.value(), DemandForecast.class));
                default -> dead.add(DeadLetter.of(record.headers()));
              }
            });
  }

  @AfterEach
  void stopBroker() {
    tail.close();
    writer.close();
    broker.close();
  }

  @Test
  void loadsHistoryThenForecastsEveryMinuteFromThere() throws Exception {
    try (EmbeddedFlink flink = startJob()) {
      play(START, FROM);
      play(FROM, FROM.plus(Duration.ofMinutes(20)));
      await(() -> near().size() == 21);
      assertThat(near().get(0).issuedAt()).isEqualTo(FROM);
      await(() -> finals().size() == 26 * 60 + 19);
    }
  }

  private List<DemandForecast> near() {
    return List.copyOf(forecasts).stream().filter(f -> f.kind() == ForecastKind.NEAR).toList();
  }

  private List<MinuteDemand> finals() {
    return List.copyOf(minutes).stream().filter(MinuteDemand::isFinal).toList();
  }

  private EmbeddedFlink startJob() {
    ForecastJobSettings settings =
        new ForecastJobSettings(
            broker.bootstrap(), 2, FROM, Optional.empty(), TimeRules.playing(), SeasonalNaive::new);
    return EmbeddedFlink.start(
        FlinkSettings.in(folder.resolve("checkpoints")),
        environment -> ForecastJob.build(environment, settings));
  }

  private void play(Instant from, Instant until) {
    for (Instant at = from; at.isBefore(until); at = at.plus(MINUTE)) {
      writer.send(sample(at));
      writer.heartbeat("test", at.plus(MINUTE));
    }
    writer.flush();
  }

  private static DemandSample sample(Instant at) {
    double value = 1000 + at.getEpochSecond() / 60 % 1440;
    return new DemandSample(
        WEB, "lb", DemandSample.REQUESTS, at, MINUTE, value, DemandUnit.COUNT, Map.of());
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Instant deadline = Instant.now().plusSeconds(60);
    while (!condition.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(deadline);
      Thread.sleep(20);
    }
  }
}
