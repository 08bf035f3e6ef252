package dev.kickoff.jobs.client.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A change that waits for a person, or was answered.
 *
 * @param id names it when it is answered
 * @param kind {@code move}, {@code resume}, {@code order} or {@code event}
 * @param status {@code pending_review}, {@code approved}, {@code discarded} or {@code submitted}
 * @param digest of what is approved; an answer names it
 * @param request who asked for what
 * @param answer who answered; empty while it waits
 * @param json the answer, whole
 */
public record Review(
    String id,
    String kind,
    String group,
    String status,
    String digest,
    Request request,
    Optional<Answered> answer,
    JsonNode json)
    implements Document {

  /**
   * What was asked for.
   *
   * @param by {@code kickoff} for the engine
   * @param floorNow hosts; empty where unknown
   * @param floorWanted hosts; empty where unknown
   */
  public record Request(
      String by,
      Instant at,
      String summary,
      Optional<Integer> floorNow,
      Optional<Integer> floorWanted) {}

  /** What was answered. */
  public record Answered(String by, Optional<Instant> at, Optional<String> comment) {}

  /** Reads one. */
  public static Review of(JsonNode json) {
    Fields fields = new Fields(json);
    return new Review(
        fields.required("id"),
        fields.required("kind"),
        fields.required("group"),
        fields.required("status"),
        fields.required("digest"),
        new Request(
            fields.required("requestedBy"),
            fields.requiredInstant("requestedAt"),
            fields.required("summary"),
            fields.whole("floorNow"),
            fields.whole("floorWanted")),
        fields
            .text("answeredBy")
            .map(by -> new Answered(by, fields.instant("answeredAt"), fields.text("comment"))),
        json);
  }
}
