package dev.kickoff.connectors.kafka;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Why a record was put aside, and where it stood; its payload goes to the dead-letter topic as it
 * was read.
 *
 * @param reason one line: what is wrong, and what would be right
 * @param topic the topic it was read from
 */
public record DeadLetter(String reason, String topic, int partition, long offset) {

  /** The headers {@code reason}, {@code topic}, {@code partition} and {@code offset}. */
  public Headers headers() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("reason", reason);
    fields.put("topic", topic);
    fields.put("partition", String.valueOf(partition));
    fields.put("offset", String.valueOf(offset));
    RecordHeaders headers = new RecordHeaders();
    fields.forEach((name, text) -> headers.add(name, text.getBytes(StandardCharsets.UTF_8)));
    return headers;
  }

  /**
   * What the headers of a dead letter say.
   *
   * @throws MalformedRecordException when one is missing
   */
  public static DeadLetter of(Headers headers) {
    return new DeadLetter(
        text(headers, "reason"),
        text(headers, "topic"),
        Integer.parseInt(text(headers, "partition")),
        Long.parseLong(text(headers, "offset")));
  }

  private static String text(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    if (header == null) {
      throw new MalformedRecordException("a dead letter has no header '" + name + "'");
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
