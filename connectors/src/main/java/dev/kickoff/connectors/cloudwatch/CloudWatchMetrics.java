package dev.kickoff.connectors.cloudwatch;

import dev.kickoff.model.demand.source.MetricPoint;
import dev.kickoff.model.demand.source.MetricSource;
import dev.kickoff.model.demand.source.MetricSourceException;
import dev.kickoff.model.demand.source.MetricSourceException.Kind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/**
 * The metrics of one account and region of CloudWatch.
 *
 * <p>Each stretch is asked for in the finest step that CloudWatch still keeps of it, up to 500
 * queries a call, page by page (100,800 points each). An answer that stays partial fails as a
 * whole: a part would look like gaps. Safe for several threads; closing it closes the client.
 */
public final class CloudWatchMetrics implements AutoCloseable {
  private static final int MOST_QUERIES = 500;
  private static final int MOST_POINTS = 100_800;

  private final CloudWatchClient client;
  private final InstantSource clock;

  /**
   * @param clock tells how old a stretch is, and so how finely it is kept
   */
  public CloudWatchMetrics(CloudWatchClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  /** One metric as a source of its own; closing this closes it too. */
  public MetricSource source(MetricQuery query) {
    return (from, until) -> read(List.of(query), from, until).getOrDefault(query, List.of());
  }

  /**
   * The values of several metrics whose periods start within [{@code from}, {@code until}), oldest
   * first; those of older stretches have longer periods. A missing point is absent.
   *
   * @throws MetricSourceException when any of them cannot be told
   */
  public Map<MetricQuery, List<MetricPoint>> read(
      Collection<MetricQuery> queries, Instant from, Instant until) {
    Instant now = clock.instant();
    Map<Retention.Part, Map<String, MetricQuery>> asked = new LinkedHashMap<>();
    Map<MetricQuery, List<MetricPoint>> points = new LinkedHashMap<>();
    int id = 0;
    for (MetricQuery query : queries) {
      points.put(query, new ArrayList<>());
      for (Retention.Part part : Retention.parts(from, until, query.period(), now)) {
        asked.computeIfAbsent(part, p -> new LinkedHashMap<>()).put("q" + id++, query);
      }
    }
    asked.forEach(
        (part, byId) -> {
          List<String> ids = new ArrayList<>(byId.keySet());
          for (int i = 0; i < ids.size(); i += MOST_QUERIES) {
            Map<String, MetricQuery> some = new LinkedHashMap<>();
            ids.subList(i, Math.min(ids.size(), i + MOST_QUERIES))
                .forEach(one -> some.put(one, byId.get(one)));
            ask(part, some, points);
          }
        });
    points.values().forEach(list -> list.sort(Comparator.comparing(MetricPoint::at)));
    return points;
  }

  private void ask(
      Retention.Part part,
      Map<String, MetricQuery> byId,
      Map<MetricQuery, List<MetricPoint>> points) {
    List<MetricDataQuery> queries = new ArrayList<>();
    byId.forEach((id, query) -> queries.add(query.inSteps(id, part.step())));
    GetMetricDataRequest.Builder request =
        GetMetricDataRequest.builder()
            .metricDataQueries(queries)
            .startTime(part.from())
            .endTime(part.until())
            .scanBy(ScanBy.TIMESTAMP_ASCENDING)
            .maxDatapoints(MOST_POINTS);
    Map<String, MetricDataResult> last = new HashMap<>();
    String token;
    do {
      GetMetricDataResponse page = page(request.build());
      for (MetricDataResult result : page.metricDataResults()) {
        last.put(result.id(), result);
        MetricQuery query = Objects.requireNonNull(byId.get(result.id()), "an id that was asked");
        take(result, part, points.computeIfAbsent(query, q -> new ArrayList<>()));
      }
      token = page.nextToken();
      request.nextToken(token);
    } while (token != null);
    byId.forEach((id, query) -> requireWhole(query, last.get(id)));
  }

  private GetMetricDataResponse page(GetMetricDataRequest request) {
    try {
      return client.getMetricData(request);
    } catch (SdkException e) {
      throw CallFailure.classify(e, client.serviceClientConfiguration().region().id());
    }
  }

  private static void take(MetricDataResult result, Retention.Part part, List<MetricPoint> points) {
    int count = Math.min(result.timestamps().size(), result.values().size());
    for (int i = 0; i < count; i++) {
      Instant at = result.timestamps().get(i);
      double value = result.values().get(i);
      if (!at.isBefore(part.from()) && at.isBefore(part.until()) && Double.isFinite(value)) {
        points.add(new MetricPoint(at, part.step(), value));
      }
    }
  }

  private static void requireWhole(MetricQuery query, @Nullable MetricDataResult last) {
    if (last == null) {
      throw new MetricSourceException(
          Kind.TRANSIENT, query + " was not answered; asked again later");
    }
    if (last.statusCode() != StatusCode.COMPLETE) {
      boolean forbidden = last.statusCode() == StatusCode.FORBIDDEN;
      throw new MetricSourceException(
          forbidden ? Kind.REFUSED : Kind.TRANSIENT,
          query + " was answered with " + last.statusCodeAsString() + " " + last.messages());
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
