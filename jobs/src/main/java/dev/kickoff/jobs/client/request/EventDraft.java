package dev.kickoff.jobs.client.request;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What an event says.
 *
 * @param uid empty to have one made
 * @param title 1 to 300 characters
 * @param category such as {@code match}; events of one category are compared
 * @param attributes at most 50
 */
public record EventDraft(
    Optional<String> uid,
    String title,
    String category,
    Instant start,
    Instant end,
    Map<String, String> attributes) {
  public EventDraft {
    attributes = Map.copyOf(attributes);
  }

  /** As the contract has it. */
  public Body body() {
    return new Body()
        .with("uid", uid)
        .with("title", title)
        .with("category", category)
        .with("start", start)
        .with("end", end)
        .with("attributes", attributes);
  }
}
