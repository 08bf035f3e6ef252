package dev.kickoff.jobs.forecast.edge;

import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.demand.Service;
import java.time.Instant;
import java.util.Map;

/**
 * A minute with what was measured beside its demand, as it goes to its topic. Forecasts are made of
 * the demand alone, so that signals are kept nowhere in their state.
 *
 * @param demand the minute
 * @param signals by the name of their samples; what was not measured is absent
 */
public record MeasuredMinute(MinuteRow demand, Map<String, Double> signals) {

  /** The record of the minute's topic. */
  public MinuteDemand toModel() {
    return new MinuteDemand(
        new Service(demand.service()),
        Instant.ofEpochMilli(demand.minuteMillis()),
        demand.value(),
        demand.completeness(),
        demand.revision(),
        demand.isFinal(),
        Instant.ofEpochMilli(demand.emittedAtMillis()),
        signals);
  }
}
