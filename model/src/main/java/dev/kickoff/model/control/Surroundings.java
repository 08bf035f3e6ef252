package dev.kickoff.model.control;

import dev.kickoff.model.fleet.ScheduledSize;
import dev.kickoff.model.override.OverrideBook;
import java.util.List;
import java.util.Optional;

/**
 * What a tick sees beside plan, demand, calendar and group.
 *
 * @param overrides what operators ordered
 * @param health how well the service answers; empty where no such signal was ever measured
 * @param trust how well its forecasts held; empty where they are not judged
 * @param past how much is known of its demand; empty where nothing says
 * @param schedule what stands in the fleet's own schedule; empty where it was not read or there is
 *     none
 */
public record Surroundings(
    OverrideBook overrides,
    Optional<ServiceHealth> health,
    Optional<ForecastTrust> trust,
    Optional<KnownPast> past,
    Optional<List<ScheduledSize>> schedule) {
  /** Nothing ordered, nothing known. */
  public static final Surroundings CALM =
      new Surroundings(
          OverrideBook.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public Surroundings {
    schedule = schedule.map(List::copyOf);
  }
}
