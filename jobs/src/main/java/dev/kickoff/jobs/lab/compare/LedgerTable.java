package dev.kickoff.jobs.lab.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The entries of a ledger as text: a line for each finding. */
public final class LedgerTable {
  private LedgerTable() {}

  /** The text, whole lines. */
  public static String of(List<JsonNode> entries) {
    StringBuilder text = new StringBuilder();
    for (JsonNode entry : entries) {
      String base = entry.path("variants").path(0).asText();
      JsonNode played = entry.path("played");
      text.append(
          "%s  %s  (%d %s%s)%n"
              .formatted(
                  entry.path("at").asText(),
                  entry.path("hypothesis").path("statement").asText(),
                  played.path("pairs").asInt(),
                  played.path("unit").asText() + (played.path("pairs").asInt() == 1 ? "" : "s"),
                  played.path("partial").asBoolean() ? ", stopped" : ""));
      for (JsonNode finding : entry.path("findings")) {
        text.append(
            "    %s against %s: %s. %s%n"
                .formatted(
                    finding.path("variant").asText(),
                    base,
                    finding.path("verdict").asText().replace('_', ' '),
                    finding.path("words").asText()));
      }
      text.append("    digest ").append(entry.path("digest").asText(), 0, 12).append('\n');
    }
    text.append(entries.size()).append(entries.size() == 1 ? " comparison" : " comparisons");
    return text.append("; the chain holds\n").toString();
  }
}
