package dev.kickoff.jobs;

import dev.kickoff.jobs.config.FleetSettings;
import dev.kickoff.jobs.control.RecordedForecasts;
import dev.kickoff.jobs.control.RecordedRun;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.demand.inherit.Lineage;
import dev.kickoff.model.forecast.ForecastIssuer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A recorded run, gone through once more in order of availability.
 *
 * @param forecasts every forecast, issued again
 * @param decisions every decision, decided again, by group
 */
public record Audit(RecordedRun.Outcome forecasts, Map<String, RecordedRun.Outcome> decisions) {
  /**
   * Goes through what the topics of a broker hold about groups and their service.
   *
   * @param fleets those the run had, all of one service, with their shares of it
   * @param issuer with the time zone and the labels the run had
   * @param lineage who went on with whose minutes in the run
   */
  public static Audit of(
      String bootstrap, List<FleetSettings> fleets, ForecastIssuer issuer, Lineage lineage) {
    Service service = fleets.get(0).group().service();
    return new Audit(
        new RecordedForecasts(service, issuer, lineage).issueAgain(bootstrap),
        decisions(bootstrap, fleets));
  }

  /** Decides everything about these fleets' groups again. */
  public static Map<String, RecordedRun.Outcome> decisions(
      String bootstrap, List<FleetSettings> fleets) {
    Map<String, RecordedRun.Outcome> decisions = new LinkedHashMap<>();
    for (FleetSettings fleet : fleets) {
      RecordedRun run =
          new RecordedRun(fleet.group(), Brain.planner(fleet.planning()), Brain.controller());
      decisions.put(fleet.group().group(), run.decideAgain(bootstrap));
    }
    return decisions;
  }

  /** Whether everything came out as it was recorded. */
  public boolean agrees() {
    return forecasts.differing() == 0
        && decisions.values().stream().allMatch(outcome -> outcome.differing() == 0);
  }
}
