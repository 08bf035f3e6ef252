package dev.kickoff.jobs.offline.evaluation;

import dev.kickoff.model.forecast.accuracy.Interval;
import dev.kickoff.model.forecast.accuracy.Where;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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

  /**
   * A comparison that Kickoff lost to a simple method or to the model without events.
   *
   * @param ratio Kickoff's loss over the method's, above 1
   */
  record Lost(String series, Duration within, Where where, String method, Interval ratio) {
    /** Whether the whole interval lies above 1; one cutoff has no interval. */
    boolean isClear() {
      return ratio.low() > 1 && ratio.high() > ratio.low();
    }
  }

  /** Every comparison that was lost, the worst first. */
  List<Lost> losses() {
    List<Lost> lost = new ArrayList<>();
    for (SeriesResult each : series) {
      for (SeriesResult.Cell cell : each.cells()) {
        Where where = cell.own().cell().where();
        cell.ratios().entrySet().stream()
            .filter(peer -> peer.getValue().value() > 1)
            .map(p -> new Lost(each.name(), cell.within(), where, p.getKey(), p.getValue()))
            .forEach(lost::add);
      }
    }
    lost.sort(Comparator.comparingDouble((Lost each) -> each.ratio().value()).reversed());
    return lost;
  }

  /** How many comparisons there were. */
  int comparisons() {
    return series.stream()
        .flatMap(each -> each.cells().stream())
        .mapToInt(cell -> cell.ratios().size())
        .sum();
  }
}
