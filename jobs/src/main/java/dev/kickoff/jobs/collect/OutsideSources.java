package dev.kickoff.jobs.collect;

import dev.kickoff.connectors.cloudwatch.CloudWatchClients;
import dev.kickoff.connectors.cloudwatch.CloudWatchMetrics;
import dev.kickoff.connectors.prometheus.PrometheusMetrics;
import dev.kickoff.connectors.prometheus.PrometheusServer;
import dev.kickoff.jobs.config.collect.CollectSettings.CloudWatch;
import dev.kickoff.jobs.config.collect.CollectSettings.Metric;
import dev.kickoff.jobs.config.collect.CollectSettings.Prometheus;
import dev.kickoff.model.demand.source.MetricSource;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Makes the source of a metric of what its settings say; clients of one account are shared. */
public final class OutsideSources implements AutoCloseable {
  private final InstantSource clock;
  private final Map<Account, CloudWatchMetrics> accounts = new HashMap<>();

  private record Account(Optional<String> region, Optional<String> role) {}

  public OutsideSources(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * The source of a metric.
   *
   * @throws dev.kickoff.model.demand.source.MetricSourceException when it cannot be asked at all
   */
  public MetricSource of(Metric metric) {
    if (metric.origin() instanceof CloudWatch origin) {
      return account(origin).source(origin.query());
    }
    Prometheus origin = (Prometheus) metric.origin();
    return new PrometheusMetrics(
        new PrometheusServer(origin.url(), origin.tokenFile()),
        origin.query(),
        metric.pace().period());
  }

  /** The account that keeps a metric of CloudWatch. */
  private CloudWatchMetrics account(CloudWatch origin) {
    return accounts.computeIfAbsent(
        new Account(origin.region(), origin.role()),
        account ->
            new CloudWatchMetrics(CloudWatchClients.real(account.region(), account.role()), clock));
  }

  @Override
  public void close() {
    accounts.values().forEach(CloudWatchMetrics::close);
  }
}
