package dev.kickoff.connectors.cloudwatch;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

/**
 * One metric as CloudWatch is asked for it: a statistic of a metric, or an expression that stands
 * for itself, such as a search with metric math or a Metrics Insights query.
 *
 * @param what the metric, or the expression
 * @param period the finest length of a step: 1, 5, 10 or 30 seconds, or whole minutes
 */
public record MetricQuery(What what, Duration period) {
  public MetricQuery {
    long seconds = period.toSeconds();
    boolean fine = seconds == 1 || seconds == 5 || seconds == 10 || seconds == 30;
    if (!period.equals(Duration.ofSeconds(seconds))
        || !(fine || seconds > 0 && seconds % 60 == 0)
        || seconds > Duration.ofDays(1).toSeconds()) {
      throw new IllegalArgumentException(
          "period " + period + " must be 1, 5, 10 or 30 seconds, or whole minutes up to a day");
    }
  }

  /** What is asked for. */
  public sealed interface What permits Statistic, Expression {}

  /**
   * A statistic of one metric.
   *
   * @param dimensions exactly those that the metric was published with
   * @param statistic such as {@code Sum}, {@code Average}, {@code p99}
   */
  public record Statistic(
      String namespace, String metric, Map<String, String> dimensions, String statistic)
      implements What {
    public Statistic {
      dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
    }
  }

  /**
   * An expression.
   *
   * @param text that names no other query; it must give one series
   */
  public record Expression(String text) implements What {}

  MetricDataQuery inSteps(String id, Duration step) {
    int seconds = (int) step.toSeconds();
    MetricDataQuery.Builder query = MetricDataQuery.builder().id(id).returnData(true);
    if (what instanceof Expression expression) {
      return query.expression(expression.text()).period(seconds).build();
    }
    Statistic asked = (Statistic) what;
    return query
        .metricStat(
            stat ->
                stat.metric(
                        metric ->
                            metric
                                .namespace(asked.namespace())
                                .metricName(asked.metric())
                                .dimensions(
                                    asked.dimensions().entrySet().stream()
                                        .map(MetricQuery::dimension)
                                        .toList()))
                    .stat(asked.statistic())
                    .period(seconds))
        .build();
  }

  private static Dimension dimension(Map.Entry<String, String> entry) {
    return Dimension.builder().name(entry.getKey()).value(entry.getValue()).build();
  }

  @Override
  public String toString() {
    return what instanceof Statistic asked
        ? asked.namespace() + " " + asked.metric() + " " + asked.statistic()
        : ((Expression) what).text();
  }
}
