package dev.kickoff.jobs;

import dev.kickoff.jobs.config.FleetSettings;
import dev.kickoff.jobs.control.RecordedForecasts;
import dev.kickoff.jobs.control.RecordedRun;
import dev.kickoff.model.demand.inherit.Lineage;
import dev.kickoff.model.forecast.ForecastIssuer;

/**
 * A recorded run, gone through once more in order of availability.
 *
 * @param forecasts every forecast, issued again
 * @param decisions every decision, decided again
 */
public record Audit(RecordedRun.Outcome forecasts, RecordedRun.Outcome decisions) {

  /**
   * Goes through what the topics of a broker hold about a group and its service.
   *
   * @param fleet the one the run had
   * @param issuer with the time zone and the labels the run had
   * @param lineage who went on with whose minutes in the run
   */
  public static Audit of(
      String bootstrap, FleetSettings fleet, ForecastIssuer issuer, Lineage lineage) {
    RecordedForecasts forecasts = new RecordedForecasts(fleet.group().service(), issuer, lineage);
    RecordedRun run =
        new RecordedRun(fleet.group(), Brain.planner(fleet.planning()), Brain.controller());
    return new Audit(forecasts.issueAgain(bootstrap), run.decideAgain(bootstrap));
  }

  /** Whether everything came out as it was recorded. */
  public boolean agrees() {
    return forecasts.differing() + decisions.differing() == 0;
  }
}
