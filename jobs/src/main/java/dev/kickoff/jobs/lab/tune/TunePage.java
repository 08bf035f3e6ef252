package dev.kickoff.jobs.lab.tune;

import dev.kickoff.jobs.offline.page.Html;
import dev.kickoff.jobs.offline.page.HtmlTable;
import dev.kickoff.model.lab.tune.Cell;
import dev.kickoff.model.lab.tune.CellOutcome;
import dev.kickoff.model.lab.tune.CellRisk;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The page of a search: its sentences, heat maps of all candidates, and the Pareto front. */
final class TunePage {
  private static final int SHOWN = 10;
  private static final double PERCENT = 100;

  private final TuneOutcome outcome;
  private final StringBuilder body = new StringBuilder("<h1>Tuning</h1>\n");

  TunePage(TuneOutcome outcome) {
    this.outcome = outcome;
  }

  String html() {
    verdict(TuneTable.naive(outcome));
    if (!outcome.risks().isEmpty()) {
      verdict(TuneTable.robust(outcome));
      probabilities();
      front();
    }
    expected();
    return Html.page("Kickoff tuning", body.toString());
  }

  private void verdict(String words) {
    body.append("<p class=\"verdict\">").append(Html.escaped(words)).append("</p>\n");
  }

  private void probabilities() {
    Map<Cell, CellRisk> risks =
        outcome.risks().stream().collect(Collectors.toMap(CellRisk::cell, risk -> risk));
    body.append("<h2>How often each candidate stays below the limit</h2>\n<figure>");
    body.append(
        new HeatMap(outcome.settings().search().space(), marks())
            .svg(
                "share of cases below the limit, by increment and threshold",
                cell -> percent(Optional.ofNullable(risks.get(cell)).map(CellRisk::probability)),
                PERCENT));
    body.append("\n<figcaption>Percent of the cases of what nobody controls in which the busiest");
    body.append(" host stays below the limit. Outlined: the naive winner; dashed: the safest.");
    body.append("</figcaption></figure>\n");
  }

  private void front() {
    List<CellRisk> front = CellRisk.front(outcome.risks());
    body.append("<h2>Safety and cost</h2>\n<figure>");
    Optional<CellRisk> naive = outcome.winner().flatMap(w -> outcome.riskOf(w.cell()));
    body.append(ParetoChart.svg(outcome.risks(), front, naive));
    body.append("\n<figcaption>Each dot is a candidate: host-minutes to the right, the share of");
    body.append(" safe cases upwards. The line joins those that no other beats; the other colour");
    body.append(" is the naive winner.</figcaption></figure>\n");
    HtmlTable table =
        new HtmlTable(
            1, List.of("candidate", "safe cases", "worst CPU %", "mean CPU %", "host-minutes"));
    front.forEach(risk -> table.row(row(risk)));
    naive.filter(risk -> !front.contains(risk)).ifPresent(risk -> table.lost(row(risk)));
    body.append(table.html());
  }

  private static List<String> row(CellRisk risk) {
    return List.of(
        risk.cell().words(),
        risk.safe() + " of " + risk.cases(),
        number(risk.worstMaxCpu()),
        number(risk.meanCpu()),
        number(risk.hostMinutes()));
  }

  private void expected() {
    Map<Cell, Double> maxCpu =
        outcome.outcomes().stream()
            .collect(Collectors.toMap(CellOutcome::cell, o -> o.result().maxCpu()));
    body.append("<h2>In the expected circumstances</h2>\n<figure>");
    body.append(
        new HeatMap(outcome.settings().search().space(), marks())
            .svg(
                "highest processor share by increment and threshold",
                cell -> cut(Optional.ofNullable(maxCpu.get(cell))),
                outcome.settings().search().limit()));
    body.append("\n<figcaption>The busiest host's highest processor share in percent, cut at 100;");
    body.append(" framed cells stay below the limit.</figcaption></figure>\n");
    HtmlTable table =
        new HtmlTable(
            1, List.of("candidate", "mean CPU %", "max CPU %", "p95 ms at most", "host-minutes"));
    outcome.feasible().stream().limit(SHOWN).forEach(o -> table.row(row(o)));
    body.append(table.html());
  }

  private static List<String> row(CellOutcome outcome) {
    return List.of(
        outcome.cell().words(),
        number(outcome.result().meanCpu()),
        number(outcome.result().maxCpu()),
        number(outcome.result().maxP95Millis()),
        number(outcome.result().hostMinutes()));
  }

  private HeatMap.Marks marks() {
    return new HeatMap.Marks(
        outcome.winner().map(CellOutcome::cell), outcome.safest().map(CellRisk::cell));
  }

  private static OptionalDouble percent(Optional<Double> share) {
    return share.isPresent() ? OptionalDouble.of(PERCENT * share.get()) : OptionalDouble.empty();
  }

  private static OptionalDouble cut(Optional<Double> cpu) {
    return cpu.isPresent()
        ? OptionalDouble.of(Math.min(PERCENT, cpu.get()))
        : OptionalDouble.empty();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
