package dev.kickoff.jobs.offline.evaluation;

import dev.kickoff.connectors.ListedSeries;
import dev.kickoff.model.forecast.accuracy.Interval;
import dev.kickoff.model.forecast.accuracy.MethodScore;
import dev.kickoff.model.forecast.accuracy.Where;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How good Kickoff was on one series, beside simple methods and the model without events.
 *
 * @param cutoffs how many forecasts were made
 * @param cells by horizon, everywhere and then in event windows
 * @param notes what a reader should know, such as why a peer is missing
 */
record SeriesResult(ListedSeries listed, int cutoffs, List<Cell> cells, List<String> notes) {
  /** The name of the model without the calendar. */
  static final String STRUCTURAL = "structural";

  /** The name of the method that repeats the last value. */
  static final String LAST_VALUE = "plain-last-value";

  SeriesResult {
    cells = List.copyOf(cells);
    notes = List.copyOf(notes);
  }

  String name() {
    return listed.name();
  }

  /**
   * Some of the steps.
   *
   * @param own Kickoff's score
   * @param versusSeasonal Kickoff's loss over that of the better seasonal naive; empty where
   *     neither knows nine tenths of the steps
   * @param ratios Kickoff's loss over that of each peer that knows nine tenths of the steps
   */
  record Cell(MethodScore own, Optional<Double> versusSeasonal, Map<String, Interval> ratios) {
    Duration within() {
      return own.cell().within();
    }

    double loss() {
      return own.accuracy().weightedQuantileLoss();
    }

    /** The share of demand at or below p95. */
    Interval p95() {
      return own.coverage().get(1);
    }

    /** The share of demand at or below p99. */
    Interval p99() {
      return own.coverage().get(2);
    }

    Optional<Interval> versus(String method) {
      return Optional.ofNullable(ratios.get(method));
    }

    /** Kickoff's loss over that of the best of the simple methods, chosen in hindsight. */
    Optional<Interval> versusSimple() {
      return ratios.entrySet().stream()
          .filter(each -> !each.getKey().equals(STRUCTURAL))
          .map(Map.Entry::getValue)
          .max((a, b) -> Double.compare(a.value(), b.value()));
    }
  }

  /** The cells of one place, by horizon. */
  List<Cell> at(Where where) {
    return cells.stream().filter(cell -> cell.own().cell().where() == where).toList();
  }

  Optional<Cell> at(Duration within, Where where) {
    return at(where).stream().filter(cell -> cell.within().equals(within)).findFirst();
  }
}
