package dev.kickoff.jobs.api.past;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.MalformedRecordException;
import dev.kickoff.connectors.kafka.TopicEnd;
import dev.kickoff.connectors.kafka.TopicTail;
import dev.kickoff.connectors.kafka.TopicTail.Isolation;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.connectors.sqlite.HistoryFile;
import dev.kickoff.connectors.sqlite.HistoryReader;
import dev.kickoff.connectors.sqlite.HistoryWriter;
import dev.kickoff.connectors.sqlite.KeptRecord;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.forecast.DemandForecast;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the local file of the past current from the topics: forecasts as issued, decisions, and
 * minutes once they are final.
 *
 * <p>It goes on reading where the file ends. A file that knows more than the topics hold is of
 * other topics, and is begun anew.
 */
public final class HistoryFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HistoryFeed.class);
  private static final List<String> TOPICS =
      List.of(Topics.FORECAST_HISTORY, Topics.DECISION_ENTRY, Topics.DEMAND_MINUTE);
  private static final HistoryWriter.Bounds BOUNDS =
      new HistoryWriter.Bounds(Duration.ofDays(14), Duration.ofDays(45), 1L << 30);

  private final HistoryReader reader;
  private final BatchWriter writer;
  private final TopicTail tail;

  private HistoryFeed(String bootstrap, HistoryFile file) {
    Map<TopicPartition, Long> from = readUpTo(bootstrap, file);
    reader = new HistoryReader(file);
    writer = new BatchWriter(new HistoryWriter(file, BOUNDS));
    tail =
        TopicTail.start(
            bootstrap, new TopicTail.Reading(TOPICS, Isolation.READ_COMMITTED, from), this::take);
  }

  /**
   * Opens the file, and starts to read what it does not know.
   *
   * @throws IllegalStateException when a topic does not exist or the file cannot be written
   */
  public static HistoryFeed start(String bootstrap, Path file) {
    return new HistoryFeed(bootstrap, HistoryFile.open(file));
  }

  private static Map<TopicPartition, Long> readUpTo(String bootstrap, HistoryFile file) {
    Map<TopicPartition, Long> ends = new HashMap<>();
    TOPICS.forEach(topic -> ends.putAll(TopicEnd.offsets(bootstrap, topic, 0)));
    Map<TopicPartition, Long> from = new HashMap<>();
    try (HistoryWriter known = new HistoryWriter(file, BOUNDS)) {
      known.positions().forEach((name, next) -> from.put(partition(name), next));
    }
    boolean foreign =
        from.entrySet().stream().anyMatch(e -> e.getValue() > ends.getOrDefault(e.getKey(), 0L));
    if (foreign) {
      file.clear("it knows more than the topics hold");
      return Map.of();
    }
    return from;
  }

  private static TopicPartition partition(String name) {
    int slash = name.lastIndexOf('/');
    return new TopicPartition(
        name.substring(0, slash), Integer.parseInt(name.substring(slash + 1)));
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    writer.take(record.topic() + "/" + record.partition(), record.offset() + 1, kept(record));
  }

  private static Optional<KeptRecord> kept(ConsumerRecord<byte[], byte[]> record) {
    byte[] json = record.value();
    if (json == null) {
      return Optional.empty();
    }
    try {
      return switch (record.topic()) {
        case Topics.FORECAST_HISTORY -> Optional.of(forecast(json));
        case Topics.DECISION_ENTRY -> Optional.of(decision(json));
        default -> minute(json);
      };
    } catch (MalformedRecordException e) {
      LOG.warn(
          "{}/{}@{} is not kept: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
      return Optional.empty();
    }
  }

  private static KeptRecord forecast(byte[] json) {
    DemandForecast f = Json.decode(json, DemandForecast.class);
    return new KeptRecord.Forecast(f.service().name(), f.kind().name(), f.issuedAt(), json);
  }

  private static KeptRecord decision(byte[] json) {
    PastDecision d = PastDecision.of(Json.decode(json, Decision.class));
    return new KeptRecord.Decision(
        new KeptRecord.DecisionLine(d.key(), d.mode(), d.change(), d.guardrail(), d.reason()),
        json);
  }

  private static Optional<KeptRecord> minute(byte[] json) {
    MinuteDemand m = Json.decode(json, MinuteDemand.class);
    return m.isFinal()
        ? Optional.of(new KeptRecord.Minute(m.service().name(), m.minute(), m.requestsPerMinute()))
        : Optional.empty();
  }

  /** The past, as far as it has been written. */
  public Past past() {
    return new FilePast(reader);
  }

  /** Why the past is no longer kept; empty while it is. */
  public Optional<String> problem() {
    return tail.failure().map(e -> "the past is no longer read: " + e).or(writer::problem);
  }

  /** Waits until everything that stood in the topics at the start is in the file. */
  public boolean awaitCaughtUp(Duration timeout) throws InterruptedException {
    return tail.awaitCaughtUp(timeout) && writer.flush(timeout);
  }

  @Override
  public void close() {
    tail.close();
    writer.close();
    reader.close();
  }
}
