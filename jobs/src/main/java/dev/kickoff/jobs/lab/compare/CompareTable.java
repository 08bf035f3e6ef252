package dev.kickoff.jobs.lab.compare;

import dev.kickoff.model.lab.compare.Finding;
import dev.kickoff.model.lab.compare.Finding.GuardFinding;
import dev.kickoff.model.lab.compare.PairedDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A comparison as text for a terminal: figures in a table, then what differs and the verdicts. */
public final class CompareTable {
  private CompareTable() {}

  /** The text, whole lines. */
  public static String of(Comparison comparison) {
    StringBuilder text = new StringBuilder();
    text.append("claim     ").append(comparison.input().hypothesis().statement()).append('\n');
    text.append("played    ").append(comparison.played()).append("\n\n");
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("variant", "metric", "base", "variant", "difference", "interval", "relative"));
    for (Finding finding : comparison.findings()) {
      rows.add(row(finding.variant(), finding.primary(), ""));
      for (GuardFinding guard : finding.guards()) {
        rows.add(row("", guard.found(), " (guard " + word(guard) + ")"));
      }
    }
    table(text, rows);
    for (int i = 0; i < comparison.findings().size(); i++) {
      text.append('\n').append(comparison.findings().get(i).variant()).append(" changes\n");
      List<String> changes = comparison.changes(i);
      changes.forEach(change -> text.append("  ").append(change).append('\n'));
      text.append(changes.isEmpty() ? "  nothing\n" : "");
    }
    text.append('\n');
    comparison.sentences().forEach(sentence -> text.append(sentence).append('\n'));
    return text.toString();
  }

  static String word(GuardFinding guard) {
    return guard.state().name().toLowerCase(Locale.ROOT);
  }

  private static List<String> row(String variant, PairedDifference found, String more) {
    return List.of(
        variant,
        found.metric().key() + more,
        CompareFigures.number(found.base()),
        CompareFigures.number(found.variant()),
        CompareFigures.signed(found.difference().value()),
        CompareFigures.range(found.difference()),
        CompareFigures.percent(found));
  }

  private static void table(StringBuilder text, List<List<String>> rows) {
    int columns = rows.get(0).size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int c = 0; c < columns; c++) {
        widths[c] = Math.max(widths[c], row.get(c).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        String pad = " ".repeat(widths[c] - row.get(c).length());
        line.append(c < 2 ? row.get(c) + pad : pad + row.get(c)).append("  ");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }
}
