package dev.kickoff.jobs.offline;

import dev.kickoff.jobs.offline.page.Html;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.accuracy.Backtest;
import dev.kickoff.model.forecast.accuracy.ForecastScore;
import dev.kickoff.model.forecast.accuracy.Scoreboard;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The page that a person reads after a backtest: scores in a table, and some forecasts drawn over
 * what came. One file, without anything from elsewhere.
 */
final class BacktestReport {
  private static final int DRAWN_PER_SERVICE = 6;
  private static final int SERVICES_DRAWN = 12;

  private final OfflineTask task;
  private final int every;
  private final Map<Service, List<DemandForecast>> drawn = new LinkedHashMap<>();
  private final Map<Service, Integer> seen = new LinkedHashMap<>();

  BacktestReport(OfflineTask task) {
    this.task = task;
    this.every = Math.max(1, task.backtest().cutoffs().size() / DRAWN_PER_SERVICE);
  }

  /** Keeps the forecast when it is one of those to be drawn. */
  void add(DemandForecast forecast) {
    int number = seen.merge(forecast.service(), 1, Integer::sum) - 1;
    List<DemandForecast> kept =
        drawn.computeIfAbsent(forecast.service(), service -> new ArrayList<>());
    if (number % every == 0 && kept.size() < DRAWN_PER_SERVICE && !forecast.steps().isEmpty()) {
      kept.add(forecast);
    }
  }

  String html(Map<Service, Scoreboard> boards, Map<String, Integer> methods) {
    StringBuilder html = new StringBuilder();
    html.append("<h1>Backtest</h1>\n<p>").append(sentence(methods)).append("</p>\n");
    html.append("<div class=\"wide\"><table><tr><th class=\"name\">service</th>");
    html.append("<th class=\"name\">steps within</th><th>n</th><th>wQL</th>");
    html.append("<th>of seasonal naive</th><th>MASE</th><th>p90 covers</th><th>p95 covers</th>");
    html.append("<th>p99 covers</th><th>bias</th></tr>\n");
    boards.forEach(
        (service, board) -> {
          board.overall().forEach((h, s) -> row(html, service, h.toMinutes() + " min", s));
          board
              .aroundEvents()
              .forEach((h, s) -> row(html, service, h.toMinutes() + " min, events", s));
        });
    html.append(
        "</table></div>\n<p>wQL is the mean weighted quantile loss at p50, p90, p95 and p99;");
    html.append(" below 1 of the seasonal naive is better than repeating a day or a week.</p>\n");
    task.traces().stream().limit(SERVICES_DRAWN).forEach(trace -> figures(html, trace));
    return Html.page("Kickoff backtest", html.toString());
  }

  private String sentence(Map<String, Integer> methods) {
    return String.format(
        Locale.ROOT,
        "%d cutoffs from %s, every %s, %s ahead in steps of %s; zone %s. Methods: %s.",
        task.backtest().cutoffs().size(),
        task.backtest().from(),
        task.backtest().every(),
        task.backtest().horizon(),
        task.backtest().resolution(),
        Html.escaped(task.zone().getId()),
        Html.escaped(methods.toString()));
  }

  private static void row(StringBuilder html, Service service, String what, ForecastScore score) {
    html.append("<tr><td class=\"name\">").append(Html.escaped(service.name()));
    html.append("</td><td class=\"name\">").append(what);
    html.append("</td><td>").append(score.steps());
    cell(html, score.weightedQuantileLoss());
    html.append("</td><td>").append(score.versusSeasonal().map(BacktestReport::three).orElse("–"));
    html.append("</td><td>").append(score.scaledError().map(BacktestReport::three).orElse("–"));
    for (int i = 1; i < score.coverage().length; i++) {
      cell(html, score.coverage()[i]);
    }
    cell(html, score.bias());
    html.append("</td></tr>\n");
  }

  private static void cell(StringBuilder html, double value) {
    html.append("</td><td>").append(String.format(Locale.ROOT, "%.4f", value));
  }

  private static String three(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private void figures(StringBuilder html, Backtest.Trace trace) {
    DemandSeries truth = task.truth(trace);
    for (DemandForecast forecast : drawn.getOrDefault(trace.service(), List.of())) {
      html.append("<figure>").append(ForecastDrawing.svg(forecast, truth)).append("<figcaption>");
      html.append(Html.escaped(trace.service().name())).append(", issued at ");
      html.append(forecast.issuedAt()).append(" by ").append(forecast.method().method());
      html.append(": what came (no colour), p50 (blue), to p95 (shaded)</figcaption></figure>\n");
    }
  }
}
