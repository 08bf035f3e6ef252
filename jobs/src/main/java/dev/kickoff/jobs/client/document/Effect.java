package dev.kickoff.jobs.client.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What a change would do to one group.
 *
 * @param hosts now and under the change
 * @param cost now and under the change; empty where it is unknown
 * @param risk what could go wrong; empty where nothing was said
 * @param reason why the floor would be that
 * @param isLarge whether it waits for approval
 * @param violations what would break a bound or a rule, a sentence each
 * @param json the answer, whole
 */
public record Effect(
    String group,
    Hosts hosts,
    Optional<Cost> cost,
    Optional<Risk> risk,
    String reason,
    boolean isLarge,
    List<String> violations,
    JsonNode json)
    implements Document {

  /**
   * Hosts of the group.
   *
   * @param floorNow its least size
   * @param floorThen its least size under the change
   * @param wantedThen what is asked for before guardrails; empty where unknown
   * @param desiredNow what the group asks AWS for; empty where unknown
   * @param inServiceNow what carries load; empty where unknown
   */
  public record Hosts(
      int floorNow,
      int floorThen,
      Optional<Integer> wantedThen,
      Optional<Integer> desiredNow,
      Optional<Integer> inServiceNow) {}

  /** Dollars an hour. */
  public record Cost(double now, double then) {}

  /**
   * What could go wrong.
   *
   * @param level {@code none}, {@code caution} or {@code danger}
   */
  public record Risk(String level, String sentence) {}

  /** Reads one. */
  public static Effect of(JsonNode json) {
    Fields fields = new Fields(json);
    return new Effect(
        fields.required("group"),
        new Hosts(
            fields.whole("floorNow").orElseThrow(() -> missing(json)),
            fields.whole("floorThen").orElseThrow(() -> missing(json)),
            fields.whole("wantedThen"),
            fields.whole("desiredNow"),
            fields.whole("inServiceNow")),
        fields
            .number("dollarsPerHourNow")
            .flatMap(now -> fields.number("dollarsPerHourThen").map(then -> new Cost(now, then))),
        fields.text("risk").map(risk -> new Risk(fields.text("riskLevel").orElse("caution"), risk)),
        fields.text("reason").orElse(""),
        fields.isTrue("large"),
        fields.texts("violations"),
        json);
  }

  private static IllegalArgumentException missing(JsonNode json) {
    return new IllegalArgumentException("the answer has no floors: " + json);
  }
}
