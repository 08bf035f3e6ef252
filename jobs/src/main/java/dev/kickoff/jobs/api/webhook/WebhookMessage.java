package dev.kickoff.jobs.api.webhook;

import dev.kickoff.jobs.api.http.ApiJson;
import dev.kickoff.jobs.api.http.Fields;
import dev.kickoff.model.audit.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * One thing that a receiver is told.
 *
 * @param id the same for the same thing, however often and by whichever process it is delivered
 * @param type such as {@code decision.raised}
 * @param body JSON: id, type, timestamp (engine time at which it happened) and data
 */
record WebhookMessage(String id, String type, byte[] body) {
  private static final int ID_LENGTH = 32;

  /**
   * A message.
   *
   * @param identity what tells it from all others of its type
   * @param data as the API shows it
   */
  static WebhookMessage of(String type, List<Object> identity, Instant at, Object data) {
    String id = "msg_" + Fingerprint.of(List.of(type, identity)).substring(0, ID_LENGTH);
    Fields json =
        new Fields().with("id", id).with("type", type).with("timestamp", at).with("data", data);
    return new WebhookMessage(id, type, ApiJson.write(json).getBytes(StandardCharsets.UTF_8));
  }
}
