package dev.kickoff.jobs.offline.backtest.report;

import dev.kickoff.jobs.offline.page.HtmlTable;
import dev.kickoff.jobs.offline.page.Numbers;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.accuracy.Interval;
import dev.kickoff.model.forecast.accuracy.MethodScore;
import dev.kickoff.model.forecast.accuracy.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of a backtest's report: where Kickoff loses, all methods, and all services as one. */
final class MethodTables {
  private static final int LOSSES_SHOWN = 60;

  private MethodTables() {}

  /** A row of one service. */
  private record Lost(Service service, MethodScore score) {}

  /** The rows that Kickoff loses, the clear ones first, then the worst. */
  static String losses(Map<Service, ServiceScores> scores) {
    List<Lost> lost = new ArrayList<>();
    scores.forEach((service, each) -> each.losses().forEach(s -> lost.add(new Lost(service, s))));
    long rows =
        scores.values().stream()
            .flatMap(each -> each.byMethod().stream())
            .filter(score -> score.kickoffRatio().isPresent())
            .count();
    if (lost.isEmpty()) {
      return "<p>Nowhere: in none of the " + rows + " comparisons below.</p>\n";
    }
    lost.sort((a, b) -> Double.compare(b.score().kickoffRatio().orElseThrow().low(), low(a)));
    HtmlTable table =
        new HtmlTable(
            4, List.of("service", "steps within", "where", "to", "Kickoff's loss of theirs", ""));
    lost.stream()
        .limit(LOSSES_SHOWN)
        .forEach(
            each ->
                table.lost(
                    List.of(
                        each.service().name(),
                        Numbers.length(each.score().cell().within()),
                        inWords(each.score().cell().where()),
                        each.score().method(),
                        range(each.score().kickoffRatio().orElseThrow()),
                        each.score().kickoffLosesClearly() ? "clearly" : "within noise")));
    String more =
        lost.size() > LOSSES_SHOWN
            ? " The first " + LOSSES_SHOWN + " are shown, all are in scores.json."
            : "";
    return "<p>In "
        + lost.size()
        + " of "
        + rows
        + " comparisons."
        + more
        + "</p>\n"
        + table.html();
  }

  private static double low(Lost lost) {
    return lost.score().kickoffRatio().orElseThrow().low();
  }

  /** Every method of one service. */
  static String all(ServiceScores scores) {
    HtmlTable table =
        new HtmlTable(
            3,
            List.of(
                "steps within",
                "where",
                "method",
                "n",
                "wQL",
                "Kickoff's loss of its",
                "skill",
                "MASE",
                "bias",
                "p90 covers",
                "p95 covers",
                "p99 covers"));
    for (MethodScore score : scores.byMethod()) {
      List<String> cells = cells(score);
      if (score.kickoffLoses()) {
        table.lost(cells);
      } else if (isOwn(score)) {
        table.own(cells);
      } else {
        table.row(cells);
      }
    }
    return table.html();
  }

  private static List<String> cells(MethodScore score) {
    List<String> cells = new ArrayList<>();
    cells.add(Numbers.length(score.cell().within()));
    cells.add(inWords(score.cell().where()));
    cells.add(score.method());
    cells.add(String.valueOf(score.steps()));
    cells.add(Numbers.fixed(score.accuracy().weightedQuantileLoss(), 4));
    String own = isOwn(score) ? "" : "–";
    String ratio = score.kickoffRatio().map(MethodTables::range).orElse(own);
    cells.add(score.kickoffLoses() ? "loses: " + ratio : ratio);
    cells.add(score.skill().map(skill -> Numbers.fixed(skill, 3)).orElse("–"));
    cells.add(score.accuracy().scaledError().map(e -> Numbers.fixed(e, 3)).orElse("–"));
    cells.add(Numbers.fixed(score.accuracy().bias(), 3));
    score.coverage().forEach(coverage -> cells.add(range(coverage)));
    return cells;
  }

  private static boolean isOwn(MethodScore score) {
    return score.method().equals(MethodScore.KICKOFF);
  }

  /** All services as one: geometric means of ratios, and how many are lost. */
  static String overServices(Map<Service, ServiceScores> scores) {
    Map<List<String>, List<Double>> ratios = new LinkedHashMap<>();
    for (ServiceScores each : scores.values()) {
      for (MethodScore score : each.byMethod()) {
        List<String> key =
            List.of(
                Numbers.length(score.cell().within()),
                inWords(score.cell().where()),
                score.method());
        score
            .kickoffRatio()
            .filter(ratio -> ratio.value() > 0)
            .ifPresent(
                ratio -> ratios.computeIfAbsent(key, k -> new ArrayList<>()).add(ratio.value()));
      }
    }
    HtmlTable table =
        new HtmlTable(
            3,
            List.of(
                "steps within",
                "where",
                "method",
                "services",
                "Kickoff's loss of its, geometric mean",
                "lost on"));
    ratios.forEach(
        (key, values) -> {
          double mean = Math.exp(values.stream().mapToDouble(Math::log).average().orElseThrow());
          long lost = values.stream().filter(value -> value > 1).count();
          List<String> cells = new ArrayList<>(key);
          cells.add(String.valueOf(values.size()));
          cells.add(Numbers.fixed(mean, 3));
          cells.add(String.valueOf(lost));
          if (mean > 1) {
            table.lost(cells);
          } else {
            table.row(cells);
          }
        });
    return table.html();
  }

  private static String inWords(Where where) {
    return switch (where) {
      case ALL -> "everywhere";
      case EVENTS -> "in event windows";
      case QUIET -> "outside them";
    };
  }

  private static String range(Interval interval) {
    return Numbers.fixed(interval.value(), 3)
        + " ["
        + Numbers.fixed(interval.low(), 3)
        + ", "
        + Numbers.fixed(interval.high(), 3)
        + "]";
  }
}
