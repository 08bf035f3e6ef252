package dev.kickoff.jobs.offline.evaluation;

import dev.kickoff.jobs.offline.page.Numbers;
import dev.kickoff.model.forecast.accuracy.Interval;
import dev.kickoff.model.forecast.accuracy.Where;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is asked of the forecasts, beside what was measured: bounds on means over all series, which
 * are the same for every list, then those that the list sets for single series.
 */
final class Targets {
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Target.Range P95 = new Target.Range(0.93, 0.97);
  private static final Target.Range MEAN_P95 = new Target.Range(0.94, 0.965);
  private static final double MEAN_P99 = 0.98;
  private static final double WITHIN_NOISE = 1.02;

  private final Evaluation evaluation;
  private final List<Target> targets = new ArrayList<>();

  private Targets(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  /** Every target that there are measurements for. */
  static List<Target> of(Evaluation evaluation) {
    Targets all = new Targets(evaluation);
    all.means(HOUR, 0.35);
    all.means(DAY, 0.62);
    all.lastValue();
    all.worst();
    all.coverage(HOUR);
    all.coverage(DAY);
    evaluation.series().forEach(series -> all.targets.addAll(OwnTargets.of(series)));
    evaluation.panels().forEach(panel -> all.targets.addAll(OwnTargets.of(panel)));
    return List.copyOf(all.targets);
  }

  private void means(Duration within, double bound) {
    List<Evaluation.Of> each = evaluation.each(within, SeriesResult.Cell::versusSeasonal);
    Evaluation.geometricMean(each)
        .ifPresent(
            mean ->
                targets.add(
                    Target.atMost(
                        Numbers.length(within)
                            + ": wQL over the better seasonal naive's, geometric mean of "
                            + each.size()
                            + " series",
                        bound,
                        mean,
                        "")));
  }

  private void lastValue() {
    List<Evaluation.Of> each =
        evaluation.each(QUARTER, c -> c.versus(SeriesResult.LAST_VALUE).map(Interval::value));
    Evaluation.geometricMean(each)
        .ifPresent(
            mean ->
                targets.add(
                    Target.atMost(
                        "15 min: wQL over the last value's, geometric mean of "
                            + each.size()
                            + " series",
                        0.74,
                        mean,
                        "")));
    evaluation.each(QUARTER, c -> c.versus(SeriesResult.LAST_VALUE).map(Interval::low)).stream()
        .max(Comparator.comparingDouble(Evaluation.Of::value))
        .ifPresent(
            worst ->
                targets.add(
                    Target.atMost(
                        "15 min: lower end of the interval of wQL over the last value's, worst"
                            + " series",
                        WITHIN_NOISE,
                        worst.value(),
                        worst.name())));
  }

  private void worst() {
    for (Duration within : evaluation.horizons()) {
      evaluation.each(within, SeriesResult.Cell::versusSeasonal).stream()
          .max(Comparator.comparingDouble(Evaluation.Of::value))
          .ifPresent(
              worst ->
                  targets.add(
                      Target.atMost(
                          Numbers.length(within)
                              + ": wQL over the better seasonal naive's, worst series",
                          1,
                          worst.value(),
                          worst.name())));
    }
  }

  private void coverage(Duration within) {
    List<SeriesResult.Cell> cells =
        evaluation.series().stream().flatMap(s -> s.at(within, Where.ALL).stream()).toList();
    if (cells.isEmpty()) {
      return;
    }
    String at = Numbers.length(within) + ": ";
    List<String> outside =
        evaluation.series().stream()
            .filter(s -> s.at(within, Where.ALL).filter(c -> !meets(c.p95())).isPresent())
            .map(SeriesResult::name)
            .toList();
    targets.add(
        new Target(
            at + "series whose p95 interval meets 0.93 to 0.97",
            "all " + cells.size(),
            String.valueOf(cells.size() - outside.size()),
            outside.isEmpty(),
            outside.isEmpty() ? "met" : "missed by " + String.join(", ", outside)));
    double p95 = cells.stream().mapToDouble(c -> c.p95().value()).average().orElseThrow();
    double p99 = cells.stream().mapToDouble(c -> c.p99().value()).average().orElseThrow();
    targets.add(Target.between(at + "share at or below p95, mean over series", MEAN_P95, p95));
    targets.add(Target.atLeast(at + "share at or below p99, mean over series", MEAN_P99, p99, ""));
  }

  private static boolean meets(Interval interval) {
    return P95.meets(interval.low(), interval.high());
  }
}
