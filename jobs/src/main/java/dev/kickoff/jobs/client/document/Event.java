package dev.kickoff.jobs.client.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.client.request.EventDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An event as it stands.
 *
 * @param says what it is and when
 * @param cancelled whether it was called off
 * @param etag what an edit must name, so that it does not undo somebody else's
 * @param startsIn until the kick-off, in engine time; negative once it is under way, empty where
 *     unknown
 * @param phases its parts; empty where it has none
 * @param readiness how ready the fleet is for it; empty where that is unknown
 * @param kept what of its old plan is kept until the change is confirmed
 * @param json the answer, whole
 */
public record Event(
    EventDraft says,
    boolean cancelled,
    String etag,
    Optional<Duration> startsIn,
    List<Phase> phases,
    Optional<Readiness> readiness,
    List<StandingOverride> kept,
    JsonNode json)
    implements Document {

  /** A part of an event, such as its second half. */
  public record Phase(String name, Instant from, Instant until) {
    static Phase of(JsonNode json) {
      Fields fields = new Fields(json);
      return new Phase(
          fields.required("name"), fields.requiredInstant("from"), fields.requiredInstant("until"));
    }
  }

  /**
   * How ready the fleet is.
   *
   * @param score 0 to 1; empty where unknown
   * @param findings what was looked at
   */
  public record Readiness(Optional<Double> score, List<Finding> findings) {
    static Readiness of(Fields fields) {
      return new Readiness(fields.number("score"), fields.list("findings", Finding::of));
    }
  }

  /** One thing that was looked at. */
  public record Finding(String check, boolean ok, String detail) {
    static Finding of(JsonNode json) {
      Fields fields = new Fields(json);
      return new Finding(
          fields.text("check").orElse(""), fields.isTrue("ok"), fields.text("detail").orElse(""));
    }
  }

  /** Its identity. */
  public String uid() {
    return says.uid().orElseThrow();
  }

  /** Reads one. */
  public static Event of(JsonNode json) {
    Fields fields = new Fields(json);
    return new Event(
        new EventDraft(
            Optional.of(fields.required("uid")),
            fields.required("title"),
            fields.required("category"),
            fields.requiredInstant("start"),
            fields.requiredInstant("end"),
            fields.map("attributes")),
        fields.isTrue("cancelled"),
        fields.text("etag").orElse(""),
        fields.seconds("startsInSeconds"),
        fields.list("phases", Phase::of),
        fields.object("readiness").map(Readiness::of),
        fields.list("kept", StandingOverride::of),
        json);
  }
}
