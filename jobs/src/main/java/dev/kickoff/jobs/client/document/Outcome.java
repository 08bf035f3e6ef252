package dev.kickoff.jobs.client.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What became of a change that was asked for: it was made, or it waits for approval.
 *
 * @param <T> what was made
 * @param done empty while it waits
 * @param waiting empty when it was made
 * @param json the answer, whole
 */
public record Outcome<T>(Optional<T> done, Optional<Review> waiting, JsonNode json)
    implements Document {

  /** It was made. */
  public static <T> Outcome<T> done(T made, JsonNode json) {
    return new Outcome<>(Optional.of(made), Optional.empty(), json);
  }

  /** It waits for a person. */
  public static <T> Outcome<T> waiting(JsonNode json) {
    return new Outcome<>(Optional.empty(), Optional.of(Review.of(json)), json);
  }
}
