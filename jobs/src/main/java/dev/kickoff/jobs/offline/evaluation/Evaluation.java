package dev.kickoff.jobs.offline.evaluation;

import dev.kickoff.model.forecast.accuracy.Where;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What came of evaluating forecasts on a list of series.
 *
 * @param series those scored one by one, in the order of the list
 * @param panels those scored as a mean over many
 * @param leftOut listed, but not scored
 * @param example one event, drawn; empty where no series has events
 */
public record Evaluation(
    List<SeriesResult> series,
    List<PanelResult> panels,
    List<LeftOut> leftOut,
    Optional<EventExample> example) {
  public Evaluation {
    series = List.copyOf(series);
    panels = List.copyOf(panels);
    leftOut = List.copyOf(leftOut);
  }

  /** A series that was not scored, and why. */
  public record LeftOut(String name, String why) {}

  /** A series beside a number of it. */
  record Of(String name, double value) {}

  /** Whether anything was scored. */
  public boolean hasScores() {
    return !series.isEmpty() || !panels.isEmpty();
  }

  /** The horizons of the series, rising. */
  List<Duration> horizons() {
    return series.stream()
        .flatMap(each -> each.at(Where.ALL).stream())
        .map(SeriesResult.Cell::within)
        .distinct()
        .sorted()
        .toList();
  }

  /** A number of each series that has it, at one horizon, over all steps. */
  List<Of> each(Duration within, Function<SeriesResult.Cell, Optional<Double>> number) {
    return series.stream()
        .flatMap(
            each ->
                each.at(within, Where.ALL).flatMap(number).stream()
                    .map(value -> new Of(each.name(), value)))
        .toList();
  }

  /** The geometric mean; empty without numbers above zero. */
  static Optional<Double> geometricMean(List<Of> numbers) {
    List<Double> logs = numbers.stream().map(Of::value).filter(v -> v > 0).map(Math::log).toList();
    return logs.isEmpty()
        ? Optional.empty()
        : Optional.of(Math.exp(logs.stream().mapToDouble(v -> v).average().orElseThrow()));
  }

  /** The notes of all series, each after the name of its series. */
  Stream<String> notes() {
    return series.stream().flatMap(s -> s.notes().stream().map(note -> s.name() + ": " + note));
  }
}
