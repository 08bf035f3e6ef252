package dev.kickoff.jobs.api.write;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.TopicEnd;
import dev.kickoff.connectors.kafka.TopicWriter;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.view.order.Arrivals;
import dev.kickoff.jobs.calendar.CalendarJournal;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.review.Review;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The topics, as the place where orders stand: each write is acknowledged by every copy, and then
 * waits until our own views show it. Safe for use by several threads.
 */
public final class TopicOrderLog implements OrderLog, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String BY = "kickoff-by";

  private final KafkaProducer<byte[], byte[]> producer;
  private final TopicWriter calendar;
  private final String bootstrap;
  private final Arrivals arrivals;

  /**
   * @param arrivals what the views show
   */
  public TopicOrderLog(String bootstrap, Arrivals arrivals) {
    this.bootstrap = bootstrap;
    this.calendar = new TopicWriter(bootstrap);
    this.arrivals = arrivals;
    Properties settings = new Properties();
    settings.put("bootstrap.servers", bootstrap);
    settings.put("acks", "all");
    settings.put("enable.idempotence", "true");
    settings.put("linger.ms", "0");
    settings.put("max.block.ms", String.valueOf(PATIENCE.toMillis()));
    settings.put("request.timeout.ms", "5000");
    settings.put("delivery.timeout.ms", String.valueOf(PATIENCE.toMillis()));
    this.producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Override
  public void write(OperatorOverride order, String by) {
    write(entry(Topics.OVERRIDE_INSTRUCTION, order.id(), Json.encode(order)), BY, by);
  }

  @Override
  public void write(Review review, String by) {
    write(entry(Topics.REVIEW_REQUEST, review.id(), Json.encode(review)), BY, by);
  }

  @Override
  public void forget(OperatorOverride order) {
    remove(Topics.OVERRIDE_INSTRUCTION, order.id());
  }

  @Override
  public void forget(Review review) {
    remove(Topics.REVIEW_REQUEST, review.id());
  }

  private void remove(String topic, String key) {
    write(new ProducerRecord<>(topic, 0, bytes(key), null), BY, Review.ENGINE);
  }

  @Override
  public void write(List<Event> versions, String origin) {
    try {
      new CalendarJournal(bootstrap, calendar, origin).append(standing -> versions);
    } catch (IllegalStateException e) {
      throw unsure(String.valueOf(e.getMessage()));
    }
    TopicEnd.lastOffset(bootstrap, Topics.CALENDAR_EVENT)
        .ifPresent(last -> awaitShown(new TopicPartition(Topics.CALENDAR_EVENT, 0), last));
  }

  private static ProducerRecord<byte[], byte[]> entry(String topic, String key, byte[] json) {
    return new ProducerRecord<>(topic, 0, bytes(key), json);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void write(ProducerRecord<byte[], byte[]> entry, String header, String value) {
    entry.headers().add(header, bytes(value));
    await(producer.send(entry));
  }

  /** Waits until a record stands and is shown. */
  private void await(Future<RecordMetadata> sent) {
    try {
      RecordMetadata at = sent.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      awaitShown(new TopicPartition(at.topic(), at.partition()), at.offset());
    } catch (ExecutionException e) {
      throw unsure("the broker did not take it: " + e.getMessage());
    } catch (TimeoutException e) {
      throw unsure("the broker did not answer within " + PATIENCE.toSeconds() + " s");
    } catch (InterruptedException e) {
      throw stopping();
    }
  }

  private void awaitShown(TopicPartition where, long offset) {
    try {
      if (!arrivals.await(where, offset, PATIENCE)) {
        throw unsure("it stands, but is not shown here yet; ask again with the same key");
      }
    } catch (InterruptedException e) {
      throw stopping();
    }
  }

  private static Refusal stopping() {
    Thread.currentThread().interrupt();
    return unsure("this server is stopping");
  }

  private static Refusal unsure(String why) {
    return new Refusal(503, why);
  }

  @Override
  public void close() {
    calendar.close();
    producer.close(PATIENCE);
  }
}
