package dev.kickoff.jobs.client.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who is asking, as the server sees it.
 *
 * @param roles such as {@code viewer} and {@code operator}
 * @param expiresAt wall time; empty for a token that says none
 * @param json the answer, whole
 */
public record Session(String name, List<String> roles, Optional<Instant> expiresAt, JsonNode json)
    implements Document {
  /** Reads one. */
  public static Session of(JsonNode json) {
    Fields fields = new Fields(json);
    return new Session(
        fields.required("name"), fields.texts("roles"), fields.instant("expiresAt"), json);
  }
}
