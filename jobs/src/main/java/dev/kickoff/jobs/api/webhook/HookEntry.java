package dev.kickoff.jobs.api.webhook;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * A record that is read for one receiver.
 *
 * @param isNews whether the receiver was not told of it yet
 */
record HookEntry(ConsumerRecord<byte[], byte[]> record, boolean isNews) {
  TopicPartition partition() {
    return new TopicPartition(record.topic(), record.partition());
  }
}
