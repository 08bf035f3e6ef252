package dev.kickoff.jobs.proof.world;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.override.OperatorOverride;

/** One record that the controller reads. */
public sealed interface Reading {
  /** A minute of demand. */
  record Minute(MinuteDemand demand) implements Reading {}

  /** A forecast. */
  record Forecast(DemandForecast forecast) implements Reading {}

  /** A version of an event. */
  record Edit(Event version) implements Reading {}

  /** An order of a person. */
  record Order(OperatorOverride override) implements Reading {}
}
