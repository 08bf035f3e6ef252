package dev.kickoff.connectors.prometheus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.model.demand.source.MetricPoint;
import dev.kickoff.model.demand.source.MetricSource;
import dev.kickoff.model.demand.source.MetricSourceException;
import dev.kickoff.model.demand.source.MetricSourceException.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One query of a Prometheus server, over ranges.
 *
 * <p>A value that is evaluated at T covers the step before T, as {@code rate(x[1m])} does in steps
 * of a minute. Where the query gives several series, each is one of its own by its labels. NaN,
 * infinite and absent values are gaps.
 *
 * <p>API: <a href="https://prometheus.io/docs/prometheus/latest/querying/api/#range-queries">range
 * queries</a>; a server answers at most 11,000 points a series.
 */
public final class PrometheusMetrics implements MetricSource {
  private static final int MOST_STEPS = 10_000;
  private static final int MOST_SERIES = 1_000;

  private final PrometheusServer server;
  private final String query;
  private final Duration step;

  /**
   * @param query PromQL
   * @param step how far apart values are evaluated, whole seconds
   */
  public PrometheusMetrics(PrometheusServer server, String query, Duration step) {
    if (step.toSeconds() < 1 || !step.equals(Duration.ofSeconds(step.toSeconds()))) {
      throw new IllegalArgumentException("step " + step + " must be whole seconds");
    }
    this.server = server;
    this.query = query;
    this.step = step;
  }

  @Override
  public List<MetricPoint> read(Instant from, Instant until) {
    List<MetricPoint> points = new ArrayList<>();
    long seconds = step.toSeconds();
    Instant first = Instant.ofEpochSecond(Math.floorDiv(from.getEpochSecond(), seconds) * seconds);
    Instant start = first.isBefore(from) ? first.plus(step) : first;
    while (start.isBefore(until)) {
      Instant end = start.plus(step.multipliedBy(MOST_STEPS));
      Instant last = end.isBefore(until) ? end : until;
      take(server.range(query, start.plus(step), evaluatedLast(start, last), step), points);
      start = end;
    }
    points.sort(Comparator.comparing(MetricPoint::at));
    return points;
  }

  /** The evaluation whose step starts last before {@code until}. */
  private Instant evaluatedLast(Instant start, Instant until) {
    long steps = (Duration.between(start, until).toMillis() - 1) / step.toMillis();
    return start.plus(step.multipliedBy(steps + 1));
  }

  private void take(JsonNode data, List<MetricPoint> points) {
    if (!data.path("resultType").asText().equals("matrix")) {
      throw wrong("gives " + data.path("resultType") + ", not series over a range");
    }
    JsonNode result = data.path("result");
    if (result.size() > MOST_SERIES) {
      throw wrong("gives " + result.size() + " series; sum them: sum(...), or by fewer labels");
    }
    for (JsonNode series : result) {
      Map<String, String> labels = new TreeMap<>();
      series.path("metric").fields().forEachRemaining(e -> labels.put(e.getKey(), text(e)));
      for (JsonNode value : series.path("values")) {
        double number = number(value.path(1).asText());
        if (Double.isFinite(number)) {
          long evaluated = Math.round(value.path(0).asDouble() * 1000);
          Instant at = Instant.ofEpochMilli(evaluated).minus(step);
          points.add(new MetricPoint(at, step, number, labels));
        }
      }
    }
  }

  private static String text(Map.Entry<String, JsonNode> label) {
    return label.getValue().asText();
  }

  private double number(String text) {
    return switch (text) {
      case "NaN" -> Double.NaN;
      case "+Inf", "-Inf" -> Double.POSITIVE_INFINITY;
      default -> {
        try {
          yield Double.parseDouble(text);
        } catch (NumberFormatException e) {
          throw wrong("gives '" + text + "', which is no number");
        }
      }
    };
  }

  private MetricSourceException wrong(String what) {
    return new MetricSourceException(Kind.MISCONFIGURED, "Prometheus query " + query + " " + what);
  }
}
