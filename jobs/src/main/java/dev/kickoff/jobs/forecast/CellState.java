package dev.kickoff.jobs.forecast;

import dev.kickoff.model.demand.MinuteReading;
import java.util.List;

/**
 * One minute of one service in the aggregator's state.
 *
 * @param readings what is known of it
 * @param revision of the last record that was emitted for it; 0 before the first
 * @param isFinal whether it was emitted as final
 * @param value requests per minute as last emitted; without meaning before the first
 * @param completeness as last emitted; without meaning before the first
 */
public record CellState(
    List<MinuteReading> readings,
    int revision,
    boolean isFinal,
    double value,
    double completeness) {

  static final CellState EMPTY = new CellState(List.of(), 0, false, 0, 0);

  CellState with(List<MinuteReading> known) {
    return new CellState(known, revision, isFinal, value, completeness);
  }

  CellState emitted(double newValue, double newCompleteness, boolean nowFinal) {
    return new CellState(readings, revision + 1, nowFinal, newValue, newCompleteness);
  }

  /** Whether a record with these figures would say anything new. */
  boolean says(double newValue, double newCompleteness, boolean nowFinal) {
    return revision > 0
        && isFinal == nowFinal
        && value == newValue
        && completeness == newCompleteness;
  }
}
