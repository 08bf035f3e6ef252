package dev.kickoff.jobs.api.metrics;

import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.health.BucketHealth;
import dev.kickoff.model.forecast.health.BucketHealth.Verdict;
import io.prometheus.client.GaugeMetricFamily;
import java.util.List;

/** Gauges of how well forecasts held, for buckets of which enough steps were judged. */
final class HealthGauges {
  private final EngineViews views;
  private final GaugeMetricFamily coverage =
      new GaugeMetricFamily(
          "kickoff_forecast_coverage_ratio",
          "Share of the newest judged steps at or below a quantile forecast so long before.",
          List.of("service", "bucket", "quantile"));
  private final GaugeMetricFamily bias =
      new GaugeMetricFamily(
          "kickoff_forecast_bias_ratio",
          "How far medians lay above demand, as a share of it; negative where they lay below.",
          List.of("service", "bucket"));
  private final GaugeMetricFamily degraded =
      new GaugeMetricFamily(
          "kickoff_forecast_degraded",
          "1 while forecasts so far ahead do not hold what they promise.",
          List.of("service", "bucket"));

  HealthGauges(EngineViews views) {
    this.views = views;
  }

  List<GaugeMetricFamily> families() {
    for (Service service : views.services()) {
      for (BucketHealth health : views.health(service)) {
        if (health.verdict() != Verdict.UNKNOWN) {
          add(service.name(), health);
        }
      }
    }
    return List.of(coverage, bias, degraded);
  }

  private void add(String service, BucketHealth health) {
    String bucket = health.bucket().label();
    coverage.addMetric(List.of(service, bucket, "0.5"), health.covered50());
    coverage.addMetric(List.of(service, bucket, "0.95"), health.covered95());
    health.bias().ifPresent(value -> bias.addMetric(List.of(service, bucket), value));
    degraded.addMetric(List.of(service, bucket), health.verdict() == Verdict.DEGRADED ? 1 : 0);
  }
}
