package dev.kickoff.jobs.api;

import com.fasterxml.jackson.databind.ObjectReader;
import dev.kickoff.jobs.api.http.ApiJson;
import dev.kickoff.jobs.control.KafkaLedger;
import java.io.IOException;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** What had been read when a decision was made, from the headers of its record. */
final class Positions {
  private static final ObjectReader READER = ApiJson.MAPPER.readerForMapOf(Long.class);

  private Positions() {}

  /** The next offsets by topic/partition; empty where they are not told or not readable. */
  static Map<String, Long> of(Headers headers) {
    Header header = headers.lastHeader(KafkaLedger.POSITIONS);
    if (header == null || header.value() == null) {
      return Map.of();
    }
    try {
      return READER.readValue(header.value());
    } catch (IOException unreadable) {
      return Map.of();
    }
  }
}
