package dev.kickoff.jobs.client.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What a change would do, before it is made.
 *
 * @param effects one a group
 * @param override the order as it would stand; empty where there is none
 * @param event the event as it would stand; empty where there is none
 * @param warnings what to think of first, a sentence each
 * @param json the answer, whole
 */
public record Preview(
    List<Effect> effects,
    Optional<StandingOverride> override,
    Optional<Event> event,
    List<String> warnings,
    JsonNode json)
    implements Document {

  /** Reads one. */
  public static Preview of(JsonNode json) {
    Fields fields = new Fields(json);
    return new Preview(
        fields.list("effects", Effect::of),
        fields
            .object("override")
            .map(Fields::json)
            .filter(Preview::isWhole)
            .map(StandingOverride::of),
        fields.object("event").map(Fields::json).map(Event::of),
        fields.texts("warnings"),
        json);
  }

  // An order that is only shown has no id of its own yet.
  private static boolean isWhole(JsonNode override) {
    return override.has("id");
  }
}
