package dev.kickoff.jobs.control;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.MalformedRecordException;
import dev.kickoff.connectors.kafka.TopicEnd;
import dev.kickoff.connectors.kafka.TopicTail;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.override.OperatorOverride;
import java.nio.charset.StandardCharsets;
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
 * Keeps an {@link Inbox} current from the topics.
 *
 * <p>Minutes are read before their transaction commits: they are upserts, and a minute that is
 * written again after an abort has the same value; waiting for commits would make the loop blind
 * for a checkpoint's time.
 */
public final class InboxFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(InboxFeed.class);
  private static final long MINUTES_BACK = 20_000;

  private final Service service;
  private final Inbox inbox;
  private final Map<TopicPartition, Long> oldForecasts;
  private final TopicTail tail;
  private volatile boolean forecastOfThisStart;

  private InboxFeed(String bootstrap, Service service, Inbox inbox) {
    this.service = service;
    this.inbox = inbox;
    this.oldForecasts = TopicEnd.offsets(bootstrap, Topics.FORECAST_CURRENT, 0);
    Map<TopicPartition, Long> from =
        new HashMap<>(TopicEnd.offsets(bootstrap, Topics.DEMAND_MINUTE, MINUTES_BACK));
    this.tail =
        TopicTail.start(
            bootstrap,
            new TopicTail.Reading(
                List.of(
                    Topics.DEMAND_MINUTE,
                    Topics.FORECAST_CURRENT,
                    Topics.CALENDAR_EVENT,
                    Topics.OVERRIDE_INSTRUCTION),
                TopicTail.Isolation.READ_UNCOMMITTED,
                from),
            this::take);
  }

  /** Starts to read what concerns {@code service}. */
  public static InboxFeed start(String bootstrap, Service service, Inbox inbox) {
    return new InboxFeed(bootstrap, service, inbox);
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    inbox.fold(
        record.topic(),
        record.partition(),
        record.offset() + 1,
        () -> readInto(record, service, inbox));
    noteFirst(record);
  }

  /** Folds one record into an inbox; one that cannot be read is passed over with a warning. */
  static void readInto(ConsumerRecord<byte[], byte[]> record, Service service, Inbox inbox) {
    if (record.value() == null) {
      if (record.topic().equals(Topics.OVERRIDE_INSTRUCTION) && record.key() != null) {
        inbox.withdraw(new String(record.key(), StandardCharsets.UTF_8));
      }
      return;
    }
    try {
      fold(record, service, inbox);
    } catch (MalformedRecordException e) {
      LOG.warn(
          "{}/{}@{} is passed over: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
    }
  }

  private static void fold(ConsumerRecord<byte[], byte[]> record, Service service, Inbox inbox) {
    switch (record.topic()) {
      case Topics.DEMAND_MINUTE -> {
        MinuteDemand minute = Json.decode(record.value(), MinuteDemand.class);
        if (minute.service().equals(service)) {
          inbox.accept(minute);
        }
      }
      case Topics.FORECAST_CURRENT -> {
        DemandForecast forecast = Json.decode(record.value(), DemandForecast.class);
        if (forecast.service().equals(service)) {
          inbox.accept(forecast);
        }
      }
      case Topics.OVERRIDE_INSTRUCTION ->
          inbox.accept(Json.decode(record.value(), OperatorOverride.class));
      default -> inbox.accept(Json.decode(record.value(), Event.class));
    }
  }

  private void noteFirst(ConsumerRecord<byte[], byte[]> record) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    boolean isNew = record.offset() >= oldForecasts.getOrDefault(partition, Long.MAX_VALUE);
    if (isNew && inbox.forecastReached().isPresent()) {
      forecastOfThisStart = true;
    }
  }

  /** Whether a near forecast has arrived that was issued since this feed was started. */
  public boolean hasForecastOfThisStart() {
    return forecastOfThisStart;
  }

  /** Waits until the inbox knows what stood in the topics at the start. */
  public boolean awaitCaughtUp(Duration timeout) throws InterruptedException {
    return tail.awaitCaughtUp(timeout);
  }

  /**
   * Waits as {@link #awaitCaughtUp} for what must be known before anything is decided.
   *
   * @throws IllegalStateException when the time ran out first
   */
  public void requireCaughtUp(Duration timeout) {
    try {
      if (!awaitCaughtUp(timeout)) {
        throw new IllegalStateException("the topics could not be read within " + timeout);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while starting", e);
    }
  }

  /** Why the inbox is no longer fed; empty while it is. */
  public Optional<String> problem() {
    return tail.failure().map(e -> "the control loop's inputs are no longer read: " + e);
  }

  @Override
  public void close() {
    tail.close();
  }
}
