package dev.kickoff.jobs.forecast;

import dev.kickoff.model.demand.MinuteReading;
import dev.kickoff.model.demand.signal.MinuteSignals;
import dev.kickoff.model.demand.signal.SignalReading;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One minute of one service in the aggregator's state.
 *
 * @param readings what is known of its demand
 * @param revision of the last record that was emitted for it; 0 before the first
 * @param isFinal whether it was emitted as final
 * @param value requests per minute as last emitted; without meaning before the first
 * @param completeness as last emitted; without meaning before the first
 * @param signals the readings of its signals, while further ones are taken; empty afterwards
 * @param said what its signals said when it was last emitted, or when no more were taken
 */
public record CellState(
    List<MinuteReading> readings,
    int revision,
    boolean isFinal,
    double value,
    double completeness,
    List<SignalReading> signals,
    Map<String, Double> said) {

  static final CellState EMPTY = new CellState(List.of(), 0, false, 0, 0, List.of(), Map.of());

  /** State of earlier releases has no signals. */
  public CellState {
    signals = Objects.requireNonNullElse(signals, List.of());
    said = Objects.requireNonNullElse(said, Map.of());
  }

  CellState with(List<MinuteReading> known) {
    return new CellState(known, revision, isFinal, value, completeness, signals, said);
  }

  CellState with(SignalReading signal) {
    return new CellState(
        readings,
        revision,
        isFinal,
        value,
        completeness,
        MinuteSignals.with(signals, signal),
        said);
  }

  /** The same when no further signal is taken: of the readings only what they say is kept. */
  CellState closed(long minuteMillis) {
    return new CellState(
        readings, revision, isFinal, value, completeness, List.of(), signalsOf(minuteMillis));
  }

  /** What the signals of the minute say, as far as they are known. */
  Map<String, Double> signalsOf(long minuteMillis) {
    return signals.isEmpty() ? said : MinuteSignals.of(minuteMillis, signals);
  }

  CellState emitted(Figures figures) {
    return new CellState(
        readings,
        revision + 1,
        figures.isFinal(),
        figures.value(),
        figures.completeness(),
        signals,
        figures.signals());
  }

  /** What a record of the minute says. */
  record Figures(double value, double completeness, boolean isFinal, Map<String, Double> signals) {}

  /** Whether a record with these figures would say nothing new. */
  boolean says(Figures figures) {
    return revision > 0 && new Figures(value, completeness, isFinal, said).equals(figures);
  }
}
