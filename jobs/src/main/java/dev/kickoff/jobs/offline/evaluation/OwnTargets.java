package dev.kickoff.jobs.offline.evaluation;

import dev.kickoff.connectors.ListedSeries;
import dev.kickoff.jobs.offline.page.Numbers;
import dev.kickoff.jobs.offline.page.markdown.Markdown;
import dev.kickoff.model.forecast.accuracy.Interval;
import dev.kickoff.model.forecast.accuracy.Where;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The targets that a list sets for single series, beside what was measured. */
final class OwnTargets {
  private static final Duration HOUR = Duration.ofHours(1);

  private OwnTargets() {}

  /** Those of a series, everywhere and then in event windows. */
  static List<Target> of(SeriesResult series) {
    List<Target> targets = new ArrayList<>();
    ListedSeries.Goals goals = series.listed().goals();
    for (SeriesResult.Cell cell : series.at(Where.ALL)) {
      Optional.ofNullable(goals.loss().get(cell.within()))
          .ifPresent(
              most ->
                  targets.add(Target.atMost(name(series, cell) + "wQL", most, cell.loss(), "")));
    }
    for (SeriesResult.Cell cell : series.at(Where.EVENTS)) {
      String at = name(series, cell) + "in event windows, ";
      goals.structural().flatMap(most -> structural(at, most, cell)).ifPresent(targets::add);
      goals
          .eventCoverage()
          .filter(least -> cell.within().compareTo(HOUR) >= 0)
          .ifPresent(least -> targets.add(covered(at, least, cell.p95())));
    }
    return targets;
  }

  private static String name(SeriesResult series, SeriesResult.Cell cell) {
    return series.name() + ", " + Numbers.length(cell.within()) + ": ";
  }

  private static Optional<Target> structural(String at, double most, SeriesResult.Cell cell) {
    return cell.versus(SeriesResult.STRUCTURAL)
        .map(ratio -> Target.atMost(at + "wQL over that of `structural`", most, ratio.value(), ""));
  }

  private static Target covered(String at, double least, Interval p95) {
    Target upper = Target.atLeast("", least, p95.high(), "");
    return new Target(
        at + "share at or below p95, its interval reaches",
        upper.wanted(),
        Markdown.range(Optional.of(p95)),
        upper.met(),
        upper.verdict());
  }

  /** That of many series as one, where there is one. */
  static List<Target> of(PanelResult panel) {
    String what =
        panel.name()
            + ", "
            + Numbers.length(panel.within())
            + ": mean MASE over that of repeating a day, "
            + panel.members().size()
            + " series";
    return panel.listed().goals().scaledError().stream()
        .map(most -> Target.atMost(what, most, panel.ratio(), ""))
        .toList();
  }
}
