package dev.kickoff.jobs.forecast;

import dev.kickoff.connectors.kafka.DeadLetter;
import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.ServicePartitioner;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.forecast.edge.DeadRecord;
import dev.kickoff.jobs.forecast.edge.IssuedForecast;
import dev.kickoff.jobs.forecast.edge.MeasuredMinute;
import dev.kickoff.jobs.forecast.edge.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.DefaultKafkaDatasetIdentifier;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacet;
import org.apache.flink.connector.kafka.lineage.KafkaDatasetFacetProvider;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Where the job writes: minutes exactly once, everything else at least once, since a forecast
 * written twice is the same forecast.
 */
final class TopicSinks {
  private static final Duration TRANSACTION_TIMEOUT = Duration.ofHours(24);

  private TopicSinks() {}

  /**
   * Its transactions are pooled: a name for each checkpoint would stay in the broker for a week.
   */
  static KafkaSink<MeasuredMinute> minutes(String bootstrap) {
    return KafkaSink.<MeasuredMinute>builder()
        .setBootstrapServers(bootstrap)
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix(ForecastJobSettings.TRANSACTIONS)
        .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
        .setProperty("transaction.timeout.ms", String.valueOf(TRANSACTION_TIMEOUT.toMillis()))
        .setRecordSerializer(new MinuteRecords())
        .build();
  }

  /** Minutes as records; names its topic, so that transactions left open there can be found. */
  private static final class MinuteRecords
      implements KafkaRecordSerializationSchema<MeasuredMinute>, KafkaDatasetFacetProvider {
    private static final long serialVersionUID = 1L;

    @Override
    public ProducerRecord<byte[], byte[]> serialize(
        MeasuredMinute minute, KafkaSinkContext context, Long timestamp) {
      String service = minute.demand().service();
      return record(
          Topics.DEMAND_MINUTE,
          partition(service, context, Topics.DEMAND_MINUTE),
          service,
          Json.encode(minute.toModel()));
    }

    @Override
    public Optional<KafkaDatasetFacet> getKafkaDatasetFacet() {
      return Optional.of(
          new DefaultKafkaDatasetFacet(
              DefaultKafkaDatasetIdentifier.ofTopics(List.of(Topics.DEMAND_MINUTE))));
    }
  }

  static KafkaSink<IssuedForecast> current(String bootstrap) {
    return atLeastOnce(
        bootstrap,
        (forecast, context, timestamp) ->
            record(
                Topics.FORECAST_CURRENT,
                partition(forecast.service(), context, Topics.FORECAST_CURRENT),
                forecast.service() + "/" + forecast.kind(),
                forecast.json()));
  }

  static KafkaSink<IssuedForecast> history(String bootstrap) {
    return atLeastOnce(
        bootstrap,
        (forecast, context, timestamp) ->
            record(
                Topics.FORECAST_HISTORY,
                partition(forecast.service(), context, Topics.FORECAST_HISTORY),
                forecast.service(),
                forecast.json()));
  }

  static KafkaSink<DeadRecord> deadLetters(String bootstrap, String topic) {
    return atLeastOnce(bootstrap, (dead, context, timestamp) -> letter(topic, dead));
  }

  private static ProducerRecord<byte[], byte[]> letter(String topic, DeadRecord dead) {
    Origin origin = dead.origin();
    DeadLetter why =
        new DeadLetter(dead.reason(), origin.topic(), origin.partition(), origin.offset());
    return new ProducerRecord<>(
        topic, origin.partition(), origin.key(), origin.payload(), why.headers());
  }

  private static <T> KafkaSink<T> atLeastOnce(
      String bootstrap, KafkaRecordSerializationSchema<T> records) {
    return KafkaSink.<T>builder()
        .setBootstrapServers(bootstrap)
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer(records)
        .build();
  }

  private static int partition(
      String service, KafkaRecordSerializationSchema.KafkaSinkContext context, String topic) {
    return ServicePartitioner.of(service, context.getPartitionsForTopic(topic).length);
  }

  private static ProducerRecord<byte[], byte[]> record(
      String topic, int partition, String key, byte[] value) {
    return new ProducerRecord<>(topic, partition, key.getBytes(StandardCharsets.UTF_8), value);
  }
}
