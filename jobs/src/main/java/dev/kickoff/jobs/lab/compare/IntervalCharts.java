package dev.kickoff.jobs.lab.compare;

import dev.kickoff.jobs.offline.page.DotChart;
import dev.kickoff.model.forecast.accuracy.Interval;
import dev.kickoff.model.lab.compare.Finding.GuardFinding;
import dev.kickoff.model.lab.compare.Finding.State;
import dev.kickoff.model.lab.compare.Metric;
import dev.kickoff.model.lab.compare.PairedDifference;
import dev.kickoff.model.lab.compare.Verdict.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The mean differences of a comparison with their intervals, as charts. */
record IntervalCharts(Comparison comparison) {
  private static final int ROW_NAME = 20;

  /** A chart and what to say below it. */
  record Figure(String svg, String words) {}

  /** The metric's chart with what is not worth having, then one a guard. */
  List<Figure> figures(double worth) {
    List<Figure> figures = new ArrayList<>();
    figures.add(
        chart(
            comparison.input().hypothesis().metric(),
            new Interval(0, -worth, worth),
            comparison.findings().stream()
                .map(f -> mark(f.primary(), f.verdict().kind() == Kind.WORSE))
                .toList(),
            "Mean difference with its interval; what is within the band is not worth having."));
    for (int g = 0; g < comparison.input().hypothesis().guards().size(); g++) {
      int guard = g;
      List<GuardFinding> found =
          comparison.findings().stream().map(f -> f.guards().get(guard)).toList();
      double most = found.get(0).most();
      figures.add(
          chart(
              comparison.input().hypothesis().guards().get(g).metric(),
              new Interval(most, most, most),
              found.stream().map(f -> mark(f.found(), f.state() == State.BROKEN)).toList(),
              "Guard: the interval must not reach beyond the dashed line at %s."
                  .formatted(CompareFigures.signed(most))));
    }
    return figures;
  }

  private static DotChart.Dot mark(PairedDifference found, boolean bad) {
    return new DotChart.Dot(found.difference(), bad);
  }

  private Figure chart(Metric metric, Interval aim, List<DotChart.Dot> found, String words) {
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
    return new Figure(
        DotChart.svg(title, scale, rows, List.of(new DotChart.Panel(title, dots))), words);
  }

  private static String brief(String name) {
    return name.length() <= ROW_NAME ? name : name.substring(0, ROW_NAME - 1) + "…";
  }
}
