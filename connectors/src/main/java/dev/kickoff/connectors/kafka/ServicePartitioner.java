package dev.kickoff.connectors.kafka;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;

/**
 * The rule that sends all records of a service to one partition: a hash of the service's name.
 *
 * <p>As a producer's partitioner it takes the service from the key, which is the service itself or
 * {@code service/…}; records keyed by anything else (groups) name their partition with {@link #of}.
 * For keys that are a service it agrees with Kafka's default partitioner, so that producers of
 * other people meet the same partitions.
 */
public final class ServicePartitioner implements Partitioner {

  /** The partition of {@code service} among {@code partitions}. */
  public static int of(String service, int partitions) {
    byte[] name = service.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(name)) % partitions;
  }

  @Override
  public int partition(
      String topic, Object key, byte[] keyBytes, Object value, byte[] valueBytes, Cluster cluster) {
    int partitions = cluster.partitionCountForTopic(topic);
    if (keyBytes == null) {
      throw new IllegalArgumentException("a record for " + topic + " has no key: name its service");
    }
    String name = new String(keyBytes, StandardCharsets.UTF_8);
    int slash = name.indexOf('/');
    return of(slash < 0 ? name : name.substring(0, slash), partitions);
  }

  @Override
  public void configure(Map<String, ?> configs) {}

  @Override
  public void close() {}
}
