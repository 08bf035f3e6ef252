package dev.kickoff.jobs.lab.compare;

import dev.kickoff.jobs.offline.page.DotChart;
import dev.kickoff.jobs.offline.page.Html;
import dev.kickoff.jobs.offline.page.HtmlTable;
import dev.kickoff.model.forecast.accuracy.Interval;
import dev.kickoff.model.lab.compare.Finding;
import dev.kickoff.model.lab.compare.Finding.GuardFinding;
import dev.kickoff.model.lab.compare.Finding.State;
import dev.kickoff.model.lab.compare.Hypothesis;
import dev.kickoff.model.lab.compare.Metric;
import dev.kickoff.model.lab.compare.PairedDifference;
import dev.kickoff.model.lab.compare.Verdict.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A comparison as a page: verdicts, intervals, every pair, and what the variants differ in. */
final class ComparePage {
  private static final int ROW_NAME = 20;

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
    return Html.page("Comparison: " + page.names(), page.body.toString());
  }

  private String names() {
    return String.join(", ", comparison.trial().variants());
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
    double worth = worth();
    chart(
        hypothesis().metric(),
        new Interval(0, -worth, worth),
        comparison.findings().stream()
            .map(f -> mark(f.primary(), f.verdict().kind() == Kind.WORSE))
            .toList(),
        "Mean difference with its interval; differences within the band are not worth having.");
    for (int g = 0; g < hypothesis().guards().size(); g++) {
      int guard = g;
      List<GuardFinding> found =
          comparison.findings().stream().map(f -> f.guards().get(guard)).toList();
      double most = found.get(0).most();
      chart(
          hypothesis().guards().get(g).metric(),
          new Interval(most, most, most),
          found.stream().map(f -> mark(f.found(), f.state() == State.BROKEN)).toList(),
          "Guard: the interval must not reach beyond the dashed line at %s."
              .formatted(CompareFigures.signed(most)));
    }
  }

  private double worth() {
    return hypothesis().smallest().of(comparison.findings().get(0).primary().base());
  }

  private static DotChart.Dot mark(PairedDifference found, boolean bad) {
    return new DotChart.Dot(found.difference(), bad);
  }

  private void chart(Metric metric, Interval aim, List<DotChart.Dot> found, String words) {
    List<Interval> all =
        Stream.concat(found.stream().map(DotChart.Dot::at), Stream.of(aim)).toList();
    double low = Math.min(0, all.stream().mapToDouble(Interval::low).min().orElse(0));
    double high = Math.max(0, all.stream().mapToDouble(Interval::high).max().orElse(0));
    double room = high > low ? 0.08 * (high - low) : 1;
    int places = high - low > 20 ? 0 : high - low > 2 ? 1 : 3;
    DotChart.Scale scale = new DotChart.Scale(low - room, high + room, places, aim);
    List<Optional<DotChart.Dot>> dots = found.stream().map(Optional::of).toList();
    String unit = metric.unit().isEmpty() ? "" : " (" + metric.unit() + ")";
    String title = "%s, variant less base%s".formatted(metric.words(), unit);
    List<String> rows = comparison.findings().stream().map(f -> brief(f.variant())).toList();
    figure(DotChart.svg(title, scale, rows, List.of(new DotChart.Panel(title, dots))), words);
  }

  private static String brief(String name) {
    return name.length() <= ROW_NAME ? name : name.substring(0, ROW_NAME - 1) + "…";
  }

  private void pairs() {
    body.append("<h2>Every pair</h2>\n");
    for (int i = 0; i < comparison.findings().size(); i++) {
      Metric metric = hypothesis().metric();
      figure(
          PairChart.svg(comparison.trial(), i + 1, metric, worth()),
          "%s: %s less the base's, %s in order. Both had the same load and circumstances."
              .formatted(
                  comparison.findings().get(i).variant(),
                  metric.words(),
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
