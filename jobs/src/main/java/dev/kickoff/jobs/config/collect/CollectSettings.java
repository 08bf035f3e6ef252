package dev.kickoff.jobs.config.collect;

import dev.kickoff.connectors.cloudwatch.MetricQuery;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.demand.Service;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What the collector polls, how often, and where it writes.
 *
 * @param bootstrap addresses of the Kafka brokers
 * @param zone of calendar times without a zone of their own
 * @param gauges where its own gauges are served; empty serves none
 * @param hosts the only ones that calendars are fetched from
 * @param metrics each by a name of its own
 * @param calendars each by a name of its own
 */
public record CollectSettings(
    String bootstrap,
    ZoneId zone,
    Optional<InetSocketAddress> gauges,
    FeedHosts hosts,
    List<Metric> metrics,
    List<Calendar> calendars) {
  public CollectSettings {
    metrics = List.copyOf(metrics);
    calendars = List.copyOf(calendars);
  }

  /**
   * A metric that is polled.
   *
   * @param name the source of its samples: their identity, so never changed
   */
  public record Metric(String name, Meaning meaning, Origin origin, Pace pace) {}

  /**
   * What the values of a metric stand for.
   *
   * @param sampleName {@code requests}, or the name of a signal
   * @param unit of requests; without meaning for signals
   * @param scale what every value is multiplied by, such as 0.01 for per cent
   */
  public record Meaning(Service service, String sampleName, DemandUnit unit, double scale) {}

  /**
   * How a metric is polled.
   *
   * @param period the finest step that is asked for
   * @param every how long after a poll the next one comes
   * @param delay how long after its end a step is taken for complete
   * @param backfill how far back is asked for what is missing
   */
  public record Pace(Duration period, Duration every, Duration delay, Duration backfill) {}

  /** Where a metric is kept. */
  public sealed interface Origin permits CloudWatch, Prometheus {}

  /**
   * A metric of CloudWatch.
   *
   * @param region empty for the default provider chain's
   * @param role the ARN of a role to assume; empty for none
   */
  public record CloudWatch(MetricQuery query, Optional<String> region, Optional<String> role)
      implements Origin {}

  /**
   * A query of a Prometheus server.
   *
   * @param tokenFile holds a bearer token; empty for none
   */
  public record Prometheus(URI url, String query, Optional<Path> tokenFile) implements Origin {}

  /**
   * A calendar that is read again and again.
   *
   * @param url of https, or of a file
   * @param allowPrivate whether it may be at a private address
   */
  public record Calendar(String name, URI url, Duration every, boolean allowPrivate) {}
}
