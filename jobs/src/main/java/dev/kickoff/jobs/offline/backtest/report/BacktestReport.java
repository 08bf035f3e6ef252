package dev.kickoff.jobs.offline.backtest.report;

import dev.kickoff.jobs.offline.OfflineTask;
import dev.kickoff.jobs.offline.page.ForecastChart;
import dev.kickoff.jobs.offline.page.Html;
import dev.kickoff.jobs.offline.page.ReliabilityChart;
import dev.kickoff.jobs.offline.page.SharpnessChart;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.accuracy.Backtest;
import dev.kickoff.model.forecast.accuracy.MethodScore;
import dev.kickoff.model.forecast.accuracy.Reliability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The page that a person reads after a backtest: where Kickoff loses, every method in one table,
 * whether quantiles held, links to the pages of events, and some forecasts drawn over what came.
 * One file, without anything from elsewhere.
 */
final class BacktestReport {
  private static final int DRAWN_PER_SERVICE = 6;
  private static final int SERVICES_DRAWN = 12;
  private static final String MEASURES =
      """
      <p class="note">wQL is the mean weighted quantile loss at p50, p90, p95 and p99 (lower is \
      better); MASE the error of p50 over that of repeating a day; skill 1 less wQL over that of \
      the better of plain-day-before and plain-week-before. plain-… repeat the last value, or that \
      of a day or a week before, with the quantiles of their own errors before the first cutoff. \
      All methods are scored on the same steps; "Kickoff's loss of its" is above 1 where Kickoff \
      loses. In brackets: 95 % intervals by bootstrap over cutoffs; cutoffs closer than the \
      horizon share steps, and the intervals are then narrower than they should be. Event windows \
      reach from 30 minutes before a start to 150 after, or to its end.</p>
      """;

  private final OfflineTask task;
  private final int every;
  private final Map<Service, List<DemandForecast>> drawn = new LinkedHashMap<>();
  private final Map<Service, Integer> seen = new LinkedHashMap<>();
  private final Map<Service, DemandForecast> last = new LinkedHashMap<>();

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
    last.put(forecast.service(), forecast);
  }

  /**
   * @param events links to the pages of events, as HTML
   */
  String html(Map<Service, ServiceScores> scores, Map<String, Integer> methods, String events) {
    StringBuilder html = new StringBuilder();
    html.append("<h1>Backtest</h1>\n<p>").append(sentence(methods)).append("</p>\n");
    html.append("<h2>Where Kickoff loses</h2>\n").append(MethodTables.losses(scores));
    html.append("<h2>All methods</h2>\n").append(MEASURES);
    if (scores.size() > 1) {
      html.append(MethodTables.overServices(scores));
    }
    scores.forEach((service, each) -> service(html, service, each));
    html.append(events);
    html.append("<h2>Forecasts and what came</h2>\n");
    task.traces().stream().limit(SERVICES_DRAWN).forEach(trace -> figures(html, trace));
    return Html.page("Kickoff backtest", html.toString());
  }

  private String sentence(Map<String, Integer> methods) {
    return String.format(
        Locale.ROOT,
        "%d cutoffs from %s, every %s, %s ahead in steps of %s; zone %s. Methods: %s. At each"
            + " cutoff only samples that had ended and the calendar as known then were seen.",
        task.backtest().cutoffs().size(),
        task.backtest().from(),
        task.backtest().every(),
        task.backtest().horizon(),
        task.backtest().resolution(),
        Html.escaped(task.zone().getId()),
        Html.escaped(methods.toString()));
  }

  private void service(StringBuilder html, Service service, ServiceScores scores) {
    boolean one = !task.hasSeveralServices();
    String name = Html.escaped(service.name());
    html.append(one ? "" : "<details><summary>" + name + "</summary>\n");
    html.append(MethodTables.all(scores));
    List<Reliability> own =
        scores.reliability().stream()
            .filter(range -> range.method().equals(MethodScore.KICKOFF) && range.steps() > 0)
            .toList();
    if (!own.isEmpty()) {
      html.append("<h2>Reliability</h2>\n<figure>").append(ReliabilityChart.svg(own));
      html.append("<figcaption>Kickoff's quantiles: across, how often demand should stay at or");
      html.append(" below; up, how often it did, with its 95 % interval. Dots above the line:");
      html.append(" wider than needed; below: too narrow.</figcaption></figure>\n");
      html.append("<h2>Sharpness</h2>\n<figure>").append(SharpnessChart.svg(scores.reliability()));
      html.append("<figcaption>Mean width from p50 to p95, as a share of the demand that came, by");
      html.append(" how far ahead. Narrower is better only where coverage holds; lines that leave");
      html.append(" the scale are cut off.</figcaption></figure>\n");
    }
    DemandForecast latest = last.get(service);
    if (latest != null) {
      html.append(BasisHtml.choices(latest));
    }
    html.append(one ? "" : "</details>\n");
  }

  private void figures(StringBuilder html, Backtest.Trace trace) {
    DemandSeries truth = task.truth(trace);
    for (DemandForecast forecast : drawn.getOrDefault(trace.service(), List.of())) {
      List<Event> events = trace.calendar().overlapping(forecast.issuedAt(), forecast.until());
      html.append("<figure>").append(ForecastChart.svg(forecast, truth, events));
      html.append("<figcaption>").append(Html.escaped(trace.service().name()));
      html.append(", issued at ").append(forecast.issuedAt()).append(" by ");
      html.append(Html.escaped(forecast.method().method()));
      html.append("<span class=\"key came\"></span>what came<span class=\"key serving\"></span>");
      html.append("p50<span class=\"key band\"></span>to p95; times are UTC");
      html.append("</figcaption></figure>\n");
    }
  }
}
