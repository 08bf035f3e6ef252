package dev.kickoff.jobs.lab.compare;

import dev.kickoff.jobs.offline.page.Html;
import dev.kickoff.jobs.offline.page.HtmlTable;
import dev.kickoff.model.lab.compare.Finding;
import dev.kickoff.model.lab.compare.Finding.GuardFinding;
import dev.kickoff.model.lab.compare.Hypothesis;
import dev.kickoff.model.lab.compare.PairedDifference;
import dev.kickoff.model.lab.compare.Verdict.Kind;
import java.util.List;
import java.util.stream.Collectors;

/** A comparison as a page: verdicts, intervals, every pair, and what the variants differ in. */
final class ComparePage {
  private final Comparison comparison;
  private final StringBuilder body = new StringBuilder();

  private ComparePage(Comparison comparison) {
    this.comparison = comparison;
  }

  static String of(Comparison comparison) {
    ComparePage page = new ComparePage(comparison);
    page.head();
    page.intervals();
    page.pairs();
    page.changes();
    page.method();
    String names = String.join(", ", comparison.trial().variants());
    return Html.page("Comparison: " + names, page.body.toString());
  }

  private Hypothesis hypothesis() {
    return comparison.input().hypothesis();
  }

  private void head() {
    body.append("<h1>").append(Html.escaped(hypothesis().statement())).append("</h1>\n");
    note(
        "Base: %s. Played: %s."
            .formatted(comparison.trial().variants().get(0), comparison.played()));
    for (int i = 0; i < comparison.findings().size(); i++) {
      Finding finding = comparison.findings().get(i);
      body.append("<p class=\"verdict\"><strong>")
          .append(Html.escaped(finding.variant() + ": " + finding.verdict().kind().words()))
          .append(".</strong> ")
          .append(Html.escaped(finding.verdict().words()))
          .append("</p>\n");
    }
    HtmlTable table =
        new HtmlTable(
            2,
            List.of("variant", "metric", "base", "variant", "difference", "interval", "relative"));
    for (Finding finding : comparison.findings()) {
      List<String> row = row(finding.variant(), finding.primary(), "");
      if (finding.verdict().kind() == Kind.WORSE) {
        table.lost(row);
      } else {
        table.own(row);
      }
      for (GuardFinding guard : finding.guards()) {
        table.row(row("", guard.found(), " (guard " + CompareTable.word(guard) + ")"));
      }
    }
    body.append(table.html());
  }

  private static List<String> row(String variant, PairedDifference found, String words) {
    return List.of(
        variant,
        found.metric().words() + words,
        CompareFigures.number(found.base()),
        CompareFigures.number(found.variant()),
        CompareFigures.signed(found.difference().value()),
        CompareFigures.range(found.difference()),
        CompareFigures.percent(found));
  }

  private void intervals() {
    body.append("<h2>How far the variants are from the base</h2>\n");
    new IntervalCharts(comparison)
        .figures(worth())
        .forEach(figure -> figure(figure.svg(), figure.words()));
  }

  private double worth() {
    return hypothesis().smallest().of(comparison.findings().get(0).primary().base());
  }

  private void pairs() {
    body.append("<h2>Every pair</h2>\n");
    for (int i = 0; i < comparison.findings().size(); i++) {
      figure(
          PairChart.svg(comparison.trial(), i + 1, hypothesis().metric(), worth()),
          "%s: %s less the base's, %s in order. Both had the same load and circumstances."
              .formatted(
                  comparison.findings().get(i).variant(),
                  hypothesis().metric().words(),
                  comparison.trial().unit().count(comparison.trial().size())));
    }
  }

  private void changes() {
    body.append("<h2>What the variants change</h2>\n");
    for (int i = 0; i < comparison.findings().size(); i++) {
      String items =
          comparison.changes(i).stream()
              .map(change -> "<li>" + Html.escaped(change) + "</li>")
              .collect(Collectors.joining("\n"));
      body.append("<h3>").append(Html.escaped(comparison.findings().get(i).variant()));
      body.append("</h3>\n<ul>").append(items.isEmpty() ? "<li>nothing</li>" : items);
      body.append("</ul>\n");
    }
  }

  private void method() {
    body.append("<h2>How it was judged</h2>\n");
    String want = hypothesis().increase() ? "more" : "less";
    note(
        "Wanted: %s %s, by at least %s. Confidence %s, for all variants together (Holm)."
            .formatted(
                want,
                hypothesis().metric().words(),
                hypothesis().smallest(),
                hypothesis().confidence()));
    note(
        comparison.input().days().isEmpty()
            ? "Pairs are independent draws; intervals by bias-corrected and accelerated bootstrap."
            : "Pairs are days, neighbours drawn together; intervals by moving blocks bootstrap.");
    note(
        "Seed %d; the same files and seed give this page again."
            .formatted(comparison.input().seed()));
    note(
        "Chance of as much where nothing worth having is there, corrected (p): %s."
            .formatted(
                comparison.findings().stream()
                    .map(f -> f.variant() + " " + CompareFigures.chance(f.p()))
                    .collect(Collectors.joining(", "))));
    comparison.notes().forEach(this::note);
  }

  private void note(String words) {
    body.append("<p class=\"note\">").append(Html.escaped(words)).append("</p>\n");
  }

  private void figure(String svg, String words) {
    body.append("<figure>").append(svg).append("<figcaption>").append(Html.escaped(words));
    body.append("</figcaption></figure>\n");
  }
}
