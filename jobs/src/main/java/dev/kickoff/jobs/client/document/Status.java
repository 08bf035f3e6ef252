package dev.kickoff.jobs.client.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Is it acting, is it right, what comes next; instants and ages are engine time.
 *
 * @param state the engine in one word, such as {@code ACTING}
 * @param acting groups whose decisions reach the fleet
 * @param engineTime the engine's clock
 * @param speed engine seconds a second of wall time
 * @param inputs how old everything is that it sees
 * @param nextChanges of the planned floors, soonest first
 * @param json the answer, whole
 */
public record Status(
    String state,
    List<String> acting,
    Instant engineTime,
    double speed,
    List<InputAge> inputs,
    List<GroupStatus> groups,
    List<NextChange> nextChanges,
    JsonNode json)
    implements Document {

  /**
   * How old an input is.
   *
   * @param age empty before the first
   */
  public record InputAge(String source, String name, Optional<Duration> age, boolean stale) {
    static InputAge of(JsonNode json) {
      Fields fields = new Fields(json);
      return new InputAge(
          fields.required("source"),
          fields.text("name").orElse(""),
          fields.seconds("ageSeconds"),
          fields.isTrue("stale"));
    }
  }

  /**
   * A group, in hosts; what is unknown is empty.
   *
   * @param demandRpm requests per minute of the newest minute
   * @param leader the controller that decided last: its name, or its epoch
   * @param lastDecisionAt when it did, in engine time
   */
  public record GroupStatus(
      String group,
      String mode,
      Optional<Double> demandRpm,
      Optional<Integer> required,
      Optional<Integer> floor,
      Optional<Integer> inService,
      Optional<String> leader,
      Optional<Instant> lastDecisionAt) {
    static GroupStatus of(JsonNode json) {
      Fields fields = new Fields(json);
      return new GroupStatus(
          fields.required("group"),
          fields.text("mode").orElse(""),
          fields.number("demandRpm"),
          fields.whole("required"),
          fields.whole("floor"),
          fields.whole("inService"),
          fields.text("leader"),
          fields.instant("lastDecisionAt"));
    }
  }

  /** A change of a planned floor; {@code event} is empty where it is for none. */
  public record NextChange(
      String group,
      Instant at,
      int hostsBefore,
      int hostsAfter,
      String reason,
      Optional<String> event) {
    static NextChange of(JsonNode json) {
      Fields fields = new Fields(json);
      return new NextChange(
          fields.required("group"),
          fields.requiredInstant("at"),
          fields.whole("hostsBefore").orElse(0),
          fields.whole("hostsAfter").orElse(0),
          fields.text("reason").orElse(""),
          fields.text("event"));
    }
  }

  /** Reads one. */
  public static Status of(JsonNode json) {
    Fields fields = new Fields(json);
    return new Status(
        fields.required("state"),
        fields.texts("acting"),
        fields.requiredInstant("engineTime"),
        fields.number("speed").orElse(1.0),
        fields.list("inputs", InputAge::of),
        fields.list("groups", GroupStatus::of),
        fields.list("nextChanges", NextChange::of),
        json);
  }
}
