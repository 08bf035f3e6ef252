package dev.kickoff.deploy.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.TopicTail;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a job wrote, as it was committed: minutes and forecasts, byte for byte. */
final class Output implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private final Map<String, String> finals = new TreeMap<>();
  private final Map<String, String> forecasts = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();
  private final TopicTail tail;

  Output(String bootstrap) {
    tail =
        TopicTail.start(
            bootstrap,
            TopicTail.Reading.committed(Topics.DEMAND_MINUTE, Topics.FORECAST_HISTORY),
            this::take);
  }

  private synchronized void take(ConsumerRecord<byte[], byte[]> record) {
    String text = new String(record.key(), UTF_8) + " " + new String(record.value(), UTF_8);
    if (record.topic().equals(Topics.DEMAND_MINUTE)) {
      MinuteDemand minute = Json.decode(record.value(), MinuteDemand.class);
      if (minute.isFinal() && finals.put(minute.service() + " " + minute.minute(), text) != null) {
        problems.add("final twice: " + text);
      }
    } else {
      DemandForecast forecast = Json.decode(record.value(), DemandForecast.class);
      String before = forecasts.put(key(forecast), text);
      if (before != null && !before.equals(text)) {
        problems.add("issued twice, and not the same: " + before + "\nthen " + text);
      }
    }
  }

  private static String key(DemandForecast forecast) {
    return key(forecast.service(), forecast.kind(), forecast.issuedAt());
  }

  private static String key(Service service, ForecastKind kind, Instant issuedAt) {
    return service + " " + kind + " " + issuedAt;
  }

  /** Waits until both kinds of forecast of every service have been issued at {@code at}. */
  void awaitForecastsAt(Instant at) throws InterruptedException {
    await(
        "near forecasts at " + at,
        () ->
            PlayedEvening.SERVICES.stream()
                .allMatch(service -> forecasts.containsKey(key(service, ForecastKind.NEAR, at))));
  }

  /** Waits until everything that {@link PlayedEvening} leads to is there. */
  void awaitEnd() throws InterruptedException {
    Instant end = PlayedEvening.UNTIL;
    awaitForecastsAt(end);
    await(
        "the last far forecasts and minutes",
        () ->
            finals.size() >= PlayedEvening.finalMinutes() * PlayedEvening.SERVICES.size()
                && PlayedEvening.SERVICES.stream()
                    .allMatch(s -> forecasts.containsKey(key(s, ForecastKind.FAR, end))));
  }

  private synchronized void await(String what, BooleanSupplier condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline || tail.failure().isPresent()) {
        throw new AssertionError(
            "no "
                + what
                + "; "
                + finals.size()
                + " final minutes, "
                + forecasts.size()
                + " forecasts; "
                + tail.failure());
      }
      TimeUnit.MILLISECONDS.timedWait(this, 50);
    }
  }

  /** Final minutes by service and minute, key and value as they were written. */
  synchronized Map<String, String> finals() {
    return new TreeMap<>(finals);
  }

  /** Forecasts by service, kind and issue time, key and value as they were written. */
  synchronized Map<String, String> forecasts() {
    return new TreeMap<>(forecasts);
  }

  /** Minutes that became final twice, and forecasts issued twice that differ. */
  synchronized List<String> problems() {
    return List.copyOf(problems);
  }

  @Override
  public void close() {
    tail.close();
  }
}
