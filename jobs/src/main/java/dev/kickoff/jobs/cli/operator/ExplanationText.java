package dev.kickoff.jobs.cli.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.cli.operator.connect.Plain;
import dev.kickoff.jobs.cli.operator.connect.Table;
import dev.kickoff.jobs.cli.operator.connect.Times;
import dev.kickoff.jobs.client.document.Decision;
import dev.kickoff.jobs.client.document.Decision.Verdict;
import dev.kickoff.jobs.client.document.Fields;
import java.util.Set;

/** An explanation for a person: what was decided, the trail, and what it was made of. */
final class ExplanationText {
  /** Shown by itself, or too long for a terminal; JSON has them. */
  private static final Set<String> ELSEWHERE =
      Set.of("decision", "whole", "inputs", "offsets", "forecast", "otherwise");

  private ExplanationText() {}

  /**
   * Without a line break at the end.
   *
   * @param all also guardrails that changed nothing
   */
  static String of(Decision decision, Times times, boolean all) {
    Decision.Change change = decision.change();
    StringBuilder text = new StringBuilder();
    text.append(Plain.text(decision.group())).append(" #").append(decision.sequence());
    text.append(" at ").append(times.both(decision.at())).append(" engine time: ");
    text.append(Plain.text(decision.action())).append(", floor ");
    text.append(Plain.of(change.from())).append(" -> ").append(Plain.of(change.to()));
    text.append(" hosts (wanted ").append(Plain.of(change.wanted())).append(")\n");
    text.append("because ").append(Plain.text(decision.reason())).append('\n');
    text.append('\n').append(trail(decision, all));
    text.append(made(decision.json()));
    return text.toString().stripTrailing();
  }

  private static boolean speaks(Verdict verdict) {
    return verdict.intervened() || verdict.alarm().isPresent();
  }

  private static String trail(Decision decision, boolean all) {
    Table table = new Table("GUARDRAIL", "BEFORE", "AFTER", "WHY");
    for (Verdict verdict : decision.trail()) {
      if (all || speaks(verdict)) {
        table.row(
            verdict.guardrail() + (verdict.alarm().isPresent() ? " (!)" : ""),
            verdict.proposed(),
            verdict.allowed(),
            verdict.reason());
      }
    }
    long quiet = decision.trail().stream().filter(verdict -> !speaks(verdict)).count();
    String rest =
        all || quiet == 0 ? "" : quiet + " guardrails let it through (--all shows them)\n";
    return (table.isEmpty() ? "" : table.text()) + rest;
  }

  private static String made(JsonNode json) {
    Table inputs = new Table("INPUT", "AGE", "VALUE");
    for (JsonNode input : json.path("inputs")) {
      Fields fields = new Fields(input);
      inputs.row(
          fields.text("name").orElse("-"),
          fields.seconds("ageSeconds").map(Times::inWords).orElse("-"),
          fields.text("value").orElse("-"));
    }
    StringBuilder text = new StringBuilder(inputs.isEmpty() ? "" : "\n" + inputs.text() + "\n");
    for (JsonNode event : json.path("forecast").path("similar")) {
      text.append("leans on ").append(similar(event)).append('\n');
    }
    for (JsonNode other : json.path("otherwise")) {
      text.append("otherwise: ").append(Plain.of(other.path("sentence"))).append('\n');
    }
    Outline outline = new Outline();
    json.properties().stream()
        .filter(field -> !ELSEWHERE.contains(field.getKey()))
        .forEach(field -> outline.add(field.getKey(), field.getValue()));
    return text + outline.text();
  }

  private static String similar(JsonNode event) {
    StringBuilder text = new StringBuilder(Plain.of(event.path("title"))).append(", like ");
    String comma = "";
    for (JsonNode neighbour : event.path("neighbours")) {
      text.append(comma).append(Plain.of(neighbour.path("title"))).append(" (weight ");
      text.append(Plain.of(neighbour.path("weight"))).append(')');
      comma = ", ";
    }
    return comma.isEmpty() ? Plain.of(event.path("title")) : text.toString();
  }
}
