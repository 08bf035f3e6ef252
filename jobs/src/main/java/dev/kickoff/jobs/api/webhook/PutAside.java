package dev.kickoff.jobs.api.webhook;

import dev.kickoff.connectors.kafka.DeadLetter;
import dev.kickoff.connectors.kafka.TopicWriter;
import dev.kickoff.connectors.kafka.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what a receiver could not be told: in the topic of such dead letters, by the receiver's
 * name, with the reason, and in a line of the log.
 */
final class PutAside {
  private static final Logger LOG = LoggerFactory.getLogger(PutAside.class);

  private final TopicWriter writer;

  PutAside(TopicWriter writer) {
    this.writer = writer;
  }

  /**
   * Returns when it is kept.
   *
   * @param source the record that the message was made of
   * @throws IllegalStateException when the broker did not take it
   */
  void keep(
      String hook, WebhookMessage message, ConsumerRecord<byte[], byte[]> source, String reason) {
    LOG.error("webhook {}: {} {} is put aside: {}", hook, message.type(), message.id(), reason);
    Headers headers =
        new DeadLetter(reason, source.topic(), source.partition(), source.offset()).headers();
    headers.add("webhook-id", message.id().getBytes(StandardCharsets.UTF_8));
    writer.putAside(Topics.DEAD_WEBHOOK, hook, message.body(), headers);
    writer.flush();
  }
}
