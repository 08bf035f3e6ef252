package dev.kickoff.jobs.api;

import dev.kickoff.connectors.kafka.DeadLetter;
import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.MalformedRecordException;
import dev.kickoff.connectors.kafka.PlanHead;
import dev.kickoff.connectors.kafka.TopicTail;
import dev.kickoff.connectors.kafka.TopicTail.Reading;
import dev.kickoff.connectors.kafka.TopicWriter;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.control.ActuationIntent;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.review.Review;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rebuilds the views from the topics and keeps them current.
 *
 * <p>A record that cannot be read is logged with its topic, partition and offset and skipped: a
 * view never stops showing what it can.
 */
public final class ViewFeed implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ViewFeed.class);

  private static final String DEAD = "kickoff.dead-letter.";

  private final EngineViews views;
  private final TopicTail tail;

  private ViewFeed(String bootstrap, EngineViews views) {
    this.views = views;
    this.tail =
        TopicTail.start(
            bootstrap,
            Reading.committed(
                Topics.DEMAND_MINUTE,
                Topics.CALENDAR_EVENT,
                Topics.FORECAST_CURRENT,
                Topics.PLAN_HEAD,
                Topics.FLEET_STATE,
                Topics.DECISION_ENTRY,
                Topics.ACTUATION_INTENT,
                Topics.OVERRIDE_INSTRUCTION,
                Topics.REVIEW_REQUEST,
                Topics.DEAD_DEMAND_SAMPLE,
                Topics.DEAD_CALENDAR_EVENT),
            this::take);
  }

  /**
   * Starts to read.
   *
   * @param bootstrap addresses of the brokers
   * @throws IllegalStateException when a topic does not exist
   */
  public static ViewFeed start(String bootstrap, EngineViews views) {
    return new ViewFeed(bootstrap, views);
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    try {
      show(record);
    } catch (MalformedRecordException e) {
      LOG.warn(
          "{}/{}@{} is not shown: {}",
          record.topic(),
          record.partition(),
          record.offset(),
          e.getMessage());
    }
    views.arrivals().note(record.topic(), record.partition(), record.offset());
  }

  private void show(ConsumerRecord<byte[], byte[]> record) {
    byte[] json = record.value();
    if (record.topic().startsWith(DEAD)) {
      DeadLetter letter = DeadLetter.of(record.headers());
      views.ledger().inputs().reject(letter.topic(), letter.reason());
    } else if (json != null) {
      show(record, json);
    } else if (record.key() != null) {
      forget(record.topic(), new String(record.key(), StandardCharsets.UTF_8));
    }
  }

  private void forget(String topic, String key) {
    if (topic.equals(Topics.OVERRIDE_INSTRUCTION)) {
      views.orders().forget(key);
    } else if (topic.equals(Topics.REVIEW_REQUEST)) {
      views.reviews().forget(key);
    }
  }

  private void show(ConsumerRecord<byte[], byte[]> record, byte[] json) {
    switch (record.topic()) {
      case Topics.DEMAND_MINUTE -> views.accept(Json.decode(json, MinuteDemand.class));
      case Topics.CALENDAR_EVENT ->
          views.accept(Json.decode(json, Event.class), TopicWriter.origin(record));
      case Topics.FORECAST_CURRENT -> views.accept(Json.decode(json, DemandForecast.class));
      case Topics.PLAN_HEAD -> views.accept(Json.decode(json, PlanHead.class).plan());
      case Topics.FLEET_STATE -> views.accept(Json.decode(json, FleetState.class));
      case Topics.DECISION_ENTRY -> decided(record, Json.decode(json, Decision.class));
      case Topics.OVERRIDE_INSTRUCTION ->
          views.accept(
              Json.decode(json, OperatorOverride.class), Instant.ofEpochMilli(record.timestamp()));
      case Topics.REVIEW_REQUEST -> views.accept(Json.decode(json, Review.class));
      case Topics.ACTUATION_INTENT ->
          views.ledger().accept(Json.decode(json, ActuationIntent.class));
      default -> throw new IllegalStateException(record.topic() + " was not asked for");
    }
  }

  private void decided(ConsumerRecord<byte[], byte[]> record, Decision decision) {
    views.ledger().read(decision.key(), Positions.of(record.headers()));
    Leader.of(record.headers())
        .ifPresent(leader -> views.ledger().leaders().decided(decision.key(), leader));
    views.accept(decision);
  }

  /**
   * Waits until the views show everything that stood in the topics at the start.
   *
   * @return false when the time ran out first
   */
  public boolean awaitCaughtUp(Duration timeout) throws InterruptedException {
    return tail.awaitCaughtUp(timeout);
  }

  /** Why the views are no longer kept current; empty while they are. */
  public Optional<String> problem() {
    return tail.failure().map(e -> "the views are no longer fed: " + e.getMessage());
  }

  @Override
  public void close() {
    tail.close();
  }
}
