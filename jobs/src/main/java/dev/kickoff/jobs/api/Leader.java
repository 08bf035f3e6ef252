package dev.kickoff.jobs.api;

import dev.kickoff.jobs.control.KafkaLedger;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Who made a decision, from the headers of its record. */
final class Leader {
  private Leader() {}

  /** Its name, or its epoch where it has none; empty where neither is told. */
  static Optional<String> of(Headers headers) {
    return text(headers, KafkaLedger.LEADER)
        .or(() -> text(headers, KafkaLedger.LEADER_EPOCH).map(epoch -> "epoch " + epoch));
  }

  private static Optional<String> text(Headers headers, String name) {
    return Optional.ofNullable(headers.lastHeader(name))
        .map(Header::value)
        .map(value -> new String(value, StandardCharsets.UTF_8));
  }
}
