package dev.kickoff.jobs.api.webhook;

import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Counter;
import io.prometheus.client.GaugeMetricFamily;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What Prometheus may scrape of webhooks. */
final class WebhookMetrics extends Collector {
  private final InstantSource wall;
  private final Map<String, Optional<Instant>> waiting = new ConcurrentHashMap<>();
  private final Counter deliveries =
      Counter.build(
              "kickoff_webhook_deliveries_total",
              "Attempts to tell a receiver: delivered, failed (tried again), put-aside.")
          .labelNames("hook", "outcome")
          .create();

  WebhookMetrics(CollectorRegistry registry, InstantSource wall) {
    this.wall = wall;
    deliveries.register(registry);
    register(registry);
  }

  /** Shows a receiver that was told nothing yet. */
  void knows(String hook) {
    waits(hook, Optional.empty());
    List.of("delivered", "failed", "put-aside").forEach(each -> deliveries.labels(hook, each));
  }

  void count(String hook, String outcome) {
    deliveries.labels(hook, outcome).inc();
  }

  /**
   * Notes what a receiver has still to be told.
   *
   * @param oldest when it was written; empty when it knows everything
   */
  void waits(String hook, Optional<Instant> oldest) {
    waiting.put(hook, oldest);
  }

  @Override
  public List<MetricFamilySamples> collect() {
    GaugeMetricFamily ages =
        new GaugeMetricFamily(
            "kickoff_webhook_oldest_undelivered_seconds",
            "Age of what a receiver is being told; 0 when it has been told everything.",
            List.of("hook"));
    waiting.forEach(
        (hook, oldest) -> {
          Duration age =
              oldest.map(at -> Duration.between(at, wall.instant())).orElse(Duration.ZERO);
          ages.addMetric(List.of(hook), Math.max(age.toMillis() / 1e3, 0));
        });
    return List.of(ages);
  }
}
