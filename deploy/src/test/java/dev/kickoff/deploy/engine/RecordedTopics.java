package dev.kickoff.deploy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.TopicEnd;
import dev.kickoff.connectors.kafka.TopicTail.Isolation;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.Audit;
import dev.kickoff.jobs.Brain;
import dev.kickoff.jobs.config.DefaultFleet;
import dev.kickoff.jobs.control.RecordedRun;
import dev.kickoff.jobs.local.EmbeddedBroker;
import dev.kickoff.model.control.ActuationIntent;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.demand.ServiceMasks;
import dev.kickoff.model.demand.inherit.Lineage;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a stopped engine left in its topics, and what must be true of it. */
public final class RecordedTopics implements AutoCloseable {
  private final EmbeddedBroker broker;

  public RecordedTopics(Path state) {
    broker = EmbeddedBroker.start(EmbeddedBroker.BrokerSettings.in(state.resolve("broker")));
  }

  private <T> List<T> committed(String topic, Class<T> type) {
    return committed(broker.bootstrap(), topic, type);
  }

  private static <T> List<T> committed(String bootstrap, String topic, Class<T> type) {
    List<T> records = new ArrayList<>();
    TopicEnd.readAll(
        bootstrap,
        topic,
        Isolation.READ_COMMITTED,
        record -> records.add(Json.decode(record.value(), type)));
    return records;
  }

  public List<Decision> decisions() {
    return decisions(broker.bootstrap());
  }

  /** All that was ever decided, as the topics of a running broker tell it. */
  public static List<Decision> decisions(String bootstrap) {
    return committed(bootstrap, Topics.DECISION_ENTRY, Decision.class);
  }

  /** The floor that stood at an instant, by the last decision before it, in hosts. */
  public int floorAt(Instant at) {
    return decisions().stream()
        .filter(decision -> !decision.key().at().isAfter(at))
        .reduce((earlier, later) -> later)
        .orElseThrow()
        .change()
        .to();
  }

  /** The first offset of every partition of a topic that holds anything. */
  List<Long> firstOffsets(String topic) {
    Map<Integer, Long> first = new HashMap<>();
    TopicEnd.readAll(
        broker.bootstrap(),
        topic,
        Isolation.READ_COMMITTED,
        (ConsumerRecord<byte[], byte[]> record) ->
            first.merge(record.partition(), record.offset(), Math::min));
    return List.copyOf(first.values());
  }

  /**
   * Every recorded minute of [start, through) is final exactly once with its recorded value, and
   * none has a revision twice.
   *
   * @return how many minutes are final
   */
  int assertEveryMinuteIsFinalOnce(DemandSeries recorded) {
    Map<Instant, Integer> finals = new HashMap<>();
    Map<Instant, Integer> revision = new HashMap<>();
    Instant through = recorded.start();
    for (MinuteDemand minute : committed(Topics.DEMAND_MINUTE, MinuteDemand.class)) {
      assertThat(minute.revision())
          .as("revision of %s", minute.minute())
          .isEqualTo(revision.getOrDefault(minute.minute(), 0) + 1);
      revision.put(minute.minute(), minute.revision());
      if (minute.isFinal()) {
        finals.merge(minute.minute(), 1, Integer::sum);
        through = minute.until().isAfter(through) ? minute.until() : through;
        assertThat(minute.requestsPerMinute())
            .as("demand at %s", minute.minute())
            .isEqualTo(recorded.at(minute.minute()).orElseThrow());
      }
    }
    for (int i = 0; recorded.timeAt(i).isBefore(through); i++) {
      if (recorded.isPresent(i)) {
        assertThat(finals.get(recorded.timeAt(i))).as("%s", recorded.timeAt(i)).isEqualTo(1);
      }
    }
    return finals.size();
  }

  /** Decisions are numbered 1, 2, 3, … and each is later than the one before. */
  void assertNoDecisionWasMadeTwice() {
    List<Decision> decisions = decisions();
    for (int i = 0; i < decisions.size(); i++) {
      assertThat(decisions.get(i).key().sequence()).isEqualTo(i + 1L);
      if (i > 0) {
        assertThat(decisions.get(i).key().at()).isAfter(decisions.get(i - 1).key().at());
      }
    }
  }

  /** Every intent but the one in hand at the end has an outcome, and none was sent twice. */
  void assertEveryIntentWasSettledOnce() {
    Map<Long, Integer> open = new HashMap<>();
    Map<Long, Integer> settled = new HashMap<>();
    for (ActuationIntent intent : committed(Topics.ACTUATION_INTENT, ActuationIntent.class)) {
      (intent.outcome().isPresent() ? settled : open).merge(intent.sequence(), 1, Integer::sum);
    }
    assertThat(open.values()).allMatch(times -> times == 1);
    assertThat(settled.values()).allMatch(times -> times == 1);
    assertThat(open.size() - settled.size()).isBetween(0, 1);
  }

  /** Issued and decided again from the topics, everything comes out as it was recorded. */
  void assertReplayGivesTheSameDigests(ZoneId zone) {
    Audit audit =
        Audit.of(
            broker.bootstrap(),
            List.of(DefaultFleet.settings()),
            Brain.issuer(zone, ServiceMasks.none()),
            Lineage.none());
    assertThat(audit.forecasts().recorded()).isPositive();
    RecordedRun.Outcome decisions = audit.decisions().get("web-asg");
    assertThat(decisions.recorded()).isPositive();
    assertThat(audit.forecasts().firstDifference()).isEmpty();
    assertThat(decisions.firstDifference()).isEmpty();
  }

  @Override
  public void close() {
    broker.close();
  }
}
