package dev.kickoff.jobs.cli.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.cli.operator.connect.Plain;
import dev.kickoff.jobs.cli.operator.connect.Table;
import dev.kickoff.jobs.cli.operator.connect.Times;
import dev.kickoff.jobs.client.document.Decision;
import dev.kickoff.jobs.client.document.Decision.Verdict;
import java.util.Set;

/** An explanation for a person: what was decided, the trail, and what it was made of. */
final class ExplanationText {
  /** Shown by itself, or too long for a terminal; JSON has them. */
  private static final Set<String> ELSEWHERE = Set.of("decision", "whole", "trail");

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

  private static String trail(Decision decision, boolean all) {
    Table table = new Table("GUARDRAIL", "BEFORE", "AFTER", "WHY");
    for (Verdict verdict : decision.trail()) {
      if (all || verdict.intervened() || verdict.alarm().isPresent()) {
        table.row(
            verdict.guardrail() + (verdict.alarm().isPresent() ? " (!)" : ""),
            verdict.proposed(),
            verdict.allowed(),
            verdict.reason());
      }
    }
    int quiet =
        decision.trail().size()
            - (int)
                decision.trail().stream()
                    .filter(v -> v.intervened() || v.alarm().isPresent())
                    .count();
    String rest =
        all || quiet == 0 ? "" : quiet + " guardrails let it through (--all shows them)\n";
    return (table.isEmpty() ? "" : table.text()) + rest;
  }

  private static String made(JsonNode json) {
    Outline outline = new Outline();
    json.properties().stream()
        .filter(field -> !ELSEWHERE.contains(field.getKey()))
        .forEach(field -> outline.add(field.getKey(), field.getValue()));
    return "\n" + outline.text();
  }
}
