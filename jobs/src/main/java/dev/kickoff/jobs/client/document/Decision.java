package dev.kickoff.jobs.client.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A decision, also one to change nothing.
 *
 * @param sequence its number within the group
 * @param at engine time
 * @param action {@code RAISE}, {@code HOLD} or {@code LOWER}
 * @param change the floor before and after
 * @param reason one sentence
 * @param trail what each guardrail said, in order; empty in a list of decisions
 * @param json the answer, whole
 */
public record Decision(
    String group,
    long sequence,
    Instant at,
    String action,
    Change change,
    String reason,
    List<Verdict> trail,
    JsonNode json)
    implements Document {

  /** A floor in hosts: before, wanted before guardrails, and after; empty where unknown. */
  public record Change(Optional<Integer> from, Optional<Integer> wanted, Optional<Integer> to) {
    static Change of(Fields fields) {
      return new Change(fields.whole("from"), fields.whole("wanted"), fields.whole("to"));
    }
  }

  /** A guardrail's answer, in hosts; {@code alarm} says what a person must look at. */
  public record Verdict(
      String guardrail, int proposed, int allowed, String reason, Optional<String> alarm) {
    static Verdict of(JsonNode json) {
      Fields fields = new Fields(json);
      return new Verdict(
          fields.required("guardrail"),
          fields.whole("proposed").orElse(0),
          fields.whole("allowed").orElse(0),
          fields.text("reason").orElse(""),
          fields.text("alarm"));
    }

    /** Whether the guardrail changed what was proposed. */
    public boolean intervened() {
      return proposed != allowed;
    }
  }

  /** Reads one of a list. */
  public static Decision of(JsonNode json) {
    return read(json, List.of(), json);
  }

  /** Reads an explanation: a decision with its trail. */
  public static Decision explained(JsonNode json) {
    List<Verdict> trail =
        new Fields(json).object("whole").map(w -> w.list("trail", Verdict::of)).orElse(List.of());
    return read(json.path("decision"), trail, json);
  }

  private static Decision read(JsonNode summary, List<Verdict> trail, JsonNode whole) {
    Fields fields = new Fields(summary);
    return new Decision(
        fields.required("group"),
        Long.parseLong(fields.required("sequence")),
        fields.requiredInstant("at"),
        fields.text("action").orElse(""),
        Change.of(fields.object("change").orElse(fields)),
        fields.text("reason").orElse(""),
        trail,
        whole);
  }
}
