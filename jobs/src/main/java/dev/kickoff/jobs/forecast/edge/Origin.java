package dev.kickoff.jobs.forecast.edge;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Where a record was read, and its payload as it was.
 *
 * @param key empty where the record had none
 * @param payload empty where the record had none
 */
public record Origin(String topic, int partition, long offset, byte[] key, byte[] payload) {
  private static final byte[] NOTHING = {};

  /** The origin of a record of Kafka. */
  public static Origin of(ConsumerRecord<byte[], byte[]> read) {
    return new Origin(
        read.topic(),
        read.partition(),
        read.offset(),
        read.key() == null ? NOTHING : read.key(),
        read.value() == null ? NOTHING : read.value());
  }

  /** Topic, partition and offset, for people. */
  public String place() {
    return topic + ":" + partition + ":" + offset;
  }
}
