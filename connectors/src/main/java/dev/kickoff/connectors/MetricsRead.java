package dev.kickoff.connectors;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.DemandSignals;
import dev.kickoff.model.demand.Service;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Demand that was read, and what was wrong with the rest.
 *
 * @param series at least one, each with its own step, in the order of the file
 * @param signals of every service, what was measured beside its demand; possibly nothing
 * @param problems the lines that were refused
 * @param notes what a reader should know though nothing was refused: gaps, sorting, duplicates
 */
public record MetricsRead(
    Map<Service, DemandSeries> series,
    Map<Service, DemandSignals> signals,
    Problems problems,
    List<String> notes) {
  public MetricsRead {
    signals = Collections.unmodifiableMap(new LinkedHashMap<>(signals));
    series = Collections.unmodifiableMap(new LinkedHashMap<>(series));
    notes = List.copyOf(notes);
  }
}
