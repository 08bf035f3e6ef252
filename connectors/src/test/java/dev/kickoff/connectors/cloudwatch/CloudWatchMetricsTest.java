package dev.kickoff.connectors.cloudwatch;

import static dev.kickoff.connectors.cloudwatch.CloudWatchStub.page;
import static dev.kickoff.connectors.cloudwatch.CloudWatchStub.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.model.demand.source.MetricPoint;
import dev.kickoff.model.demand.source.MetricSourceException;
import dev.kickoff.model.demand.source.MetricSourceException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CloudWatchMetricsTest {
  private static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");
  private static final long SECOND = NOON.getEpochSecond();
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private CloudWatchStub stub;
  private CloudWatchMetrics metrics;

  @BeforeEach
  void start() throws IOException {
    stub = new CloudWatchStub();
    metrics = new CloudWatchMetrics(CloudWatchClients.at(stub.uri()), () -> NOON);
  }

  @AfterEach
  void stop() {
    metrics.close();
    stub.close();
  }

  private static MetricQuery requests(String balancer) {
    return new MetricQuery(
        new MetricQuery.Statistic(
            "AWS/ApplicationELB", "RequestCount", Map.of("LoadBalancer", balancer), "Sum"),
        MINUTE);
  }

  private List<MetricPoint> lastTenMinutes() {
    return metrics.source(requests("app/web/1")).read(NOON.minus(Duration.ofMinutes(10)), NOON);
  }

  private MetricSourceException failure() {
    return catchThrowableOfType(MetricSourceException.class, this::lastTenMinutes);
  }

  @Test
  void asksForAStatisticAndLeavesMissingPointsOut() {
    stub.answers(
        request ->
            page("", result("q0", "Complete", (SECOND - 600) + "," + (SECOND - 480), "7,9.5")));
    assertThat(lastTenMinutes())
        .containsExactly(
            new MetricPoint(NOON.minusSeconds(600), MINUTE, 7),
            new MetricPoint(NOON.minusSeconds(480), MINUTE, 9.5));
    JsonNode asked = stub.requests().get(0);
    JsonNode stat = asked.path("MetricDataQueries").path(0).path("MetricStat");
    assertThat(stat.path("Metric").path("MetricName").asText()).isEqualTo("RequestCount");
    assertThat(stat.path("Metric").path("Dimensions").path(0).path("Value").asText())
        .isEqualTo("app/web/1");
    assertThat(stat.path("Period").asInt()).isEqualTo(60);
    assertThat(stat.path("Stat").asText()).isEqualTo("Sum");
    assertThat(asked.path("StartTime").asLong()).isEqualTo(SECOND - 600);
    assertThat(asked.path("EndTime").asLong()).isEqualTo(SECOND);
  }

  @Test
  void readsPageAfterPageWhileTheAnswerIsPartial() {
    stub.answers(
        request ->
            request.path("NextToken").asText().equals("more")
                ? page("", result("q0", "Complete", "" + (SECOND - 540), "2"))
                : page("more", result("q0", "PartialData", "" + (SECOND - 600), "1")));
    assertThat(lastTenMinutes()).extracting(MetricPoint::value).containsExactly(1.0, 2.0);
    assertThat(stub.requests()).hasSize(2);
  }

  @Test
  void anAnswerThatStaysPartialIsNoAnswer() {
    stub.answers(request -> page("", result("q0", "PartialData", "" + (SECOND - 600), "1")));
    assertThat(failure().kind()).isEqualTo(Kind.TRANSIENT);
    stub.answers(request -> page("", result("q0", "InternalError", "", "")));
    assertThat(failure().kind()).isEqualTo(Kind.TRANSIENT);
    stub.answers(request -> page(""));
    assertThat(failure())
        .hasMessage("AWS/ApplicationELB RequestCount Sum was not answered; asked again later");
    stub.answers(request -> page("", result("q0", "Forbidden", "", "")));
    assertThat(failure().kind()).isEqualTo(Kind.REFUSED);
  }

  @Test
  void anEmptyAnswerIsAGapThroughout() {
    stub.answers(request -> page("", result("q0", "Complete", "", "")));
    assertThat(lastTenMinutes()).isEmpty();
  }

  @Test
  void asksAtMostFiveHundredQueriesACall() {
    stub.answers(
        request -> {
          List<String> results = new ArrayList<>();
          request
              .path("MetricDataQueries")
              .forEach(q -> results.add(result(q.path("Id").asText(), "Complete", "", "")));
          return page("", results.toArray(String[]::new));
        });
    List<MetricQuery> queries = new ArrayList<>();
    for (int i = 0; i < 501; i++) {
      queries.add(requests("app/web/" + i));
    }
    assertThat(metrics.read(queries, NOON.minusSeconds(600), NOON)).hasSize(501);
    assertThat(stub.requests())
        .extracting(request -> request.path("MetricDataQueries").size())
        .containsExactly(500, 1);
  }

  @Test
  void saysWhatFollowsFromAFailedCall() {
    stub.fails(400, "AccessDenied", "not you");
    assertThat(failure().kind()).isEqualTo(Kind.REFUSED);
    assertThat(failure())
        .hasMessage(
            "CloudWatch in us-east-1: 400 AccessDenied: not you;"
                + " the role needs cloudwatch:GetMetricData");
    stub.fails(400, "ValidationError", "no such statistic");
    assertThat(failure().kind()).isEqualTo(Kind.MISCONFIGURED);
    stub.fails(400, "Throttling", "slow down");
    assertThat(failure().kind()).isEqualTo(Kind.TRANSIENT);
    stub.close();
    assertThat(failure().kind()).isEqualTo(Kind.TRANSIENT);
  }
}
