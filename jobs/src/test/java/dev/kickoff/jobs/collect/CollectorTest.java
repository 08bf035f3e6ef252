package dev.kickoff.jobs.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.cloudwatch.MetricQuery;
import dev.kickoff.jobs.config.collect.CollectSettings.CloudWatch;
import dev.kickoff.jobs.config.collect.CollectSettings.Meaning;
import dev.kickoff.jobs.config.collect.CollectSettings.Metric;
import dev.kickoff.jobs.config.collect.CollectSettings.Pace;
import dev.kickoff.model.demand.DemandSample;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.demand.source.MetricPoint;
import dev.kickoff.model.demand.source.MetricSource;
import dev.kickoff.model.demand.source.MetricSourceException;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CollectorTest {
  private static final Instant NOON = Instant.parse("2026-06-11T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final FakeTopic topic = new FakeTopic();
  private Instant now = NOON;

  private static final class FakeTopic implements SampleTopic {
    private final List<DemandSample> samples = new ArrayList<>();
    private final List<Instant> heartbeats = new ArrayList<>();

    @Override
    public synchronized void write(Collection<DemandSample> written) {
      samples.addAll(written);
    }

    @Override
    public void heartbeat(Instant through) {
      heartbeats.add(through);
    }

    @Override
    public Map<String, Instant> reached() {
      return Map.of();
    }
  }

  /** Knows every minute but those of each tenth. */
  private static List<MetricPoint> everyMinute(Instant from, Instant until) {
    List<MetricPoint> points = new ArrayList<>();
    for (Instant at = from; at.isBefore(until); at = at.plus(MINUTE)) {
      if (at.getEpochSecond() / 60 % 10 != 0) {
        points.add(new MetricPoint(at, MINUTE, 0.5));
      }
    }
    return points;
  }

  private static List<MetricPoint> fails(Instant from, Instant until) {
    throw new MetricSourceException(MetricSourceException.Kind.TRANSIENT, "no answer");
  }

  private static MetricPoll poll(
      String name, String sampleName, MetricSource source, Optional<Instant> written) {
    MetricQuery query = new MetricQuery(new MetricQuery.Expression("e"), MINUTE);
    Metric metric =
        new Metric(
            name,
            new Meaning(new Service("web"), sampleName, DemandUnit.COUNT, 1),
            new CloudWatch(query, Optional.empty(), Optional.empty()),
            new Pace(MINUTE, MINUTE, MINUTE.multipliedBy(2), Duration.ofDays(3)));
    return new MetricPoll(metric, source, written);
  }

  private static MetricPoll requests(String name, MetricSource source) {
    return poll(name, DemandSample.REQUESTS, source, Optional.empty());
  }

  private static MetricPoll often(String name, MetricSource source) {
    MetricQuery query = new MetricQuery(new MetricQuery.Expression("e"), MINUTE);
    Metric metric =
        new Metric(
            name,
            new Meaning(new Service("web"), DemandSample.REQUESTS, DemandUnit.COUNT, 1),
            new CloudWatch(query, Optional.empty(), Optional.empty()),
            new Pace(MINUTE, Duration.ofMillis(5), MINUTE, Duration.ofHours(1)));
    return new MetricPoll(metric, source, Optional.empty());
  }

  private boolean once(MetricPoll... polls) {
    try (Collector collector = new Collector(List.of(polls), Optional.empty(), topic, () -> now)) {
      return collector.once();
    }
  }

  @Test
  void fillsWhatIsMissingDayByDayInTheOrderOfTime() {
    assertThat(
            once(
                requests("a", CollectorTest::everyMinute),
                requests("b", CollectorTest::everyMinute)))
        .isTrue();
    assertThat(topic.samples)
        .hasSize(2 * 3 * 1440 * 9 / 10)
        .isSortedAccordingTo(java.util.Comparator.comparing(DemandSample::until))
        .doesNotHaveDuplicates();
    assertThat(topic.samples.get(0).at())
        .isAfterOrEqualTo(NOON.minus(Duration.ofDays(3)).minus(Duration.ofMinutes(2)));
    assertThat(topic.heartbeats).containsExactly(NOON.minus(MINUTE.multipliedBy(2)));
  }

  @Test
  void goesOnAnOverlapBeforeItsNewestSample() {
    Instant written = NOON.minus(Duration.ofHours(1));
    once(poll("a", "cpu", CollectorTest::everyMinute, Optional.of(written)));
    assertThat(topic.samples.get(0).at()).isEqualTo(written.minus(Duration.ofMinutes(9)));
    assertThat(topic.samples.get(topic.samples.size() - 1).until())
        .isEqualTo(NOON.minus(Duration.ofMinutes(2)));
  }

  @Test
  void oneThatFailsStopsNoOtherAndIsToldOf() {
    MetricPoll failing = requests("a", CollectorTest::fails);
    assertThat(once(failing, requests("b", CollectorTest::everyMinute))).isFalse();
    assertThat(topic.samples).hasSize(3 * 1440 * 9 / 10);
    assertThat(failing.failed()).isEqualTo(1);
    assertThat(topic.heartbeats).as("it may still come").isEmpty();
  }

  @Test
  void whoIsSilentForFiveMinutesHoldsNobodyBack() {
    MetricPoll failing = requests("a", CollectorTest::fails);
    MetricPoll other = requests("b", CollectorTest::everyMinute);
    try (Collector collector =
        new Collector(List.of(failing, other), Optional.empty(), topic, () -> now)) {
      collector.once();
      now = NOON.plus(Duration.ofMinutes(6));
      collector.once();
    }
    assertThat(topic.heartbeats).containsExactly(NOON.plus(Duration.ofMinutes(4)));
  }

  @Test
  void pollsGoOnUntilItIsClosedWhateverOneSourceDoes() throws InterruptedException {
    CountDownLatch polled = new CountDownLatch(4);
    MetricSource counting =
        (from, until) -> {
          polled.countDown();
          return everyMinute(from, until);
        };
    MetricSource broken =
        (from, until) -> {
          throw new IllegalStateException("a fault of ours");
        };
    Collector collector =
        new Collector(
            List.of(often("a", broken), often("b", counting)), Optional.empty(), topic, () -> now);
    collector.start();
    assertThat(polled.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(collector.problem()).isEmpty();
    collector.close();
    int written = topic.samples.size();
    collector.close();
    assertThat(topic.samples).hasSize(written);
  }

  @Test
  void leavesOutWhatIsOutOfRangeOrNotYetComplete() {
    MetricSource source =
        (from, until) ->
            List.of(
                new MetricPoint(until.minus(MINUTE.multipliedBy(2)), MINUTE, 0.4),
                new MetricPoint(until.minus(MINUTE), MINUTE, 40),
                new MetricPoint(until, MINUTE, 0.4));
    once(poll("a", "cpu", source, Optional.of(NOON.minusSeconds(60))));
    assertThat(topic.samples).extracting(DemandSample::value).containsExactly(0.4);
  }

  @Test
  void aFailingSourceIsAskedLaterAndLaterWithinBounds() {
    Backoff backoff = new Backoff(MINUTE, new Random(1));
    List<Duration> pauses = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      pauses.add(backoff.afterFailure());
    }
    assertThat(pauses.get(0)).isBetween(Duration.ofSeconds(30), MINUTE);
    assertThat(pauses.get(1)).isBetween(MINUTE, MINUTE.multipliedBy(2));
    assertThat(pauses.subList(4, 40))
        .allMatch(p -> p.compareTo(Duration.ofMinutes(5)) >= 0 && p.compareTo(Backoff.MOST) <= 0);
    assertThat(backoff.afterSuccess()).isEqualTo(MINUTE);
    assertThat(backoff.afterFailure()).isLessThanOrEqualTo(MINUTE);
  }

  @Test
  void gaugesTellAgesAndEmptyAnswers() {
    MetricPoll silent = requests("a \"b\"", (from, until) -> List.of());
    MetricPoll good = requests("c", CollectorTest::everyMinute);
    once(silent, good);
    assertThat(CollectorGauges.text(List.of(silent, good), NOON.plusSeconds(30)))
        .contains("kickoff_input_age_seconds{source=\"c\"} 150.0\n")
        .contains("kickoff_input_empty_total{source=\"a \\\"b\\\"\"} 4.0\n")
        .contains("kickoff_input_empty_total{source=\"c\"} 0.0\n")
        .doesNotContain("kickoff_input_age_seconds{source=\"a");
  }

  @Test
  void exportsMinutesAsTheJobMakesThem() throws IOException {
    MetricSource hours =
        (from, until) ->
            from.equals(NOON.minus(Duration.ofHours(2)))
                ? List.of(new MetricPoint(from, Duration.ofHours(1), 6_000))
                : List.of();
    MetricPoll cpu = poll("c", "cpu", CollectorTest::everyMinute, Optional.empty());
    StringWriter out = new StringWriter();
    long rows =
        new HistoryExport(List.of(requests("a", hours), cpu))
            .write(NOON.minus(Duration.ofHours(2)), NOON, out);
    assertThat(rows).isEqualTo(60);
    assertThat(out.toString().lines().limit(3))
        .containsExactly(
            "timestamp,service,value,error_rate,latency_ms,cpu",
            "2026-06-11T10:00:00Z,web,100.0,,,",
            "2026-06-11T10:01:00Z,web,100.0,,,0.5");
  }
}
