package dev.kickoff.jobs.offline.evaluation;

import dev.kickoff.jobs.offline.page.DotChart;
import dev.kickoff.jobs.offline.page.ForecastChart;
import dev.kickoff.jobs.offline.page.Numbers;
import dev.kickoff.jobs.offline.page.SvgFile;
import dev.kickoff.model.forecast.accuracy.Interval;
import dev.kickoff.model.forecast.accuracy.Where;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The charts of an evaluation, each a file. */
final class EvaluationCharts {
  static final String RATIOS = "ratios.svg";
  static final String COVERAGE = "coverage.svg";
  static final String EVENT = "event.svg";

  /** Every name that a chart may have. */
  static final List<String> NAMES = List.of(RATIOS, COVERAGE, EVENT);

  private static final DotChart.Scale RATIO = new DotChart.Scale(0, 1.25, 1, new Interval(1, 1, 1));
  private static final DotChart.Scale SHARE =
      new DotChart.Scale(0.85, 1, 2, new Interval(0.95, 0.93, 0.97));

  private EvaluationCharts() {}

  /** The text of each chart there is, by its file's name. */
  static Map<String, String> of(Evaluation evaluation) {
    Map<String, String> charts = new LinkedHashMap<>();
    if (!evaluation.series().isEmpty()) {
      charts.put(RATIOS, ratios(evaluation));
      charts.put(COVERAGE, coverage(evaluation));
    }
    evaluation.example().ifPresent(example -> charts.put(EVENT, event(example)));
    return charts;
  }

  private static String ratios(Evaluation evaluation) {
    String title = "Loss (wQL) over that of the best simple method, by horizon; below 1 is better";
    List<DotChart.Panel> panels =
        panels(
            evaluation,
            cell -> cell.versusSimple().map(ratio -> new DotChart.Dot(ratio, ratio.value() > 1)));
    return SvgFile.of(
        DotChart.svg(title, RATIO, names(evaluation), panels),
        title,
        List.of(
            new SvgFile.Key("dot", "Kickoff is better"),
            new SvgFile.Key("dot bad", "the simple method is better"),
            new SvgFile.Key("whisker", "95 % interval over cutoffs")));
  }

  private static String coverage(Evaluation evaluation) {
    String title = "Share of demand at or below p95, by horizon; 0.95 is wanted";
    List<DotChart.Panel> panels =
        panels(
            evaluation,
            cell ->
                Optional.of(
                    new DotChart.Dot(
                        cell.p95(), cell.p95().high() < 0.93 || cell.p95().low() > 0.97)));
    return SvgFile.of(
        DotChart.svg(title, SHARE, names(evaluation), panels),
        title,
        List.of(
            new SvgFile.Key("band", "0.93 to 0.97"),
            new SvgFile.Key("dot", "interval meets the band"),
            new SvgFile.Key("dot bad", "it does not"),
            new SvgFile.Key("whisker", "95 % interval over cutoffs")));
  }

  private static List<String> names(Evaluation evaluation) {
    return evaluation.series().stream().map(SeriesResult::name).toList();
  }

  private static List<DotChart.Panel> panels(
      Evaluation evaluation, Function<SeriesResult.Cell, Optional<DotChart.Dot>> dot) {
    List<DotChart.Panel> panels = new ArrayList<>();
    for (Duration within : evaluation.horizons()) {
      panels.add(
          new DotChart.Panel(
              "within " + Numbers.length(within),
              evaluation.series().stream()
                  .map(series -> series.at(within, Where.ALL).flatMap(dot))
                  .toList()));
    }
    return panels;
  }

  private static String event(EventExample example) {
    double top =
        ForecastChart.top(example.forecast(), example.truth(), example.from(), example.until());
    ForecastChart.Frame frame =
        new ForecastChart.Frame(example.from(), example.until(), top, example.events());
    String chart =
        example
            .structural()
            .map(other -> ForecastChart.svg(frame, example.forecast(), example.truth(), other))
            .orElseGet(() -> ForecastChart.svg(frame, example.forecast(), example.truth()));
    return SvgFile.of(
        chart,
        example.name()
            + ": "
            + example.event().title()
            + ", forecast issued at "
            + example.forecast().issuedAt()
            + "; times are UTC",
        List.of(
            new SvgFile.Key("came", "what came"),
            new SvgFile.Key("forecast", "p50"),
            new SvgFile.Key("band", "p50 to p95"),
            new SvgFile.Key("aside", "p50 of structural, without event terms"),
            new SvgFile.Key("event", "event"),
            new SvgFile.Key("cutoff", "issued here")));
  }
}
