package dev.kickoff.model.control.surroundings;

import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.demand.KnownPast;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OverrideBook;
import java.util.Optional;

/**
 * What a tick sees beside plan, demand, calendar and group.
 *
 * @param overrides what operators ordered
 * @param health how well the service answers; empty where no such signal was ever measured
 * @param trust how well its forecasts held; empty where they are not judged
 * @param past how much is known of its demand; empty where nothing says
 * @param standby what stands in the fleet's own schedule; empty where the fleet has none
 * @param leadTime as measured from the group's launches; empty where too few are known, then what
 *     is configured counts
 */
public record Surroundings(
    OverrideBook overrides,
    Optional<ServiceHealth> health,
    Optional<ForecastTrust> trust,
    Optional<KnownPast> past,
    Optional<Standby> standby,
    Optional<LeadTime> leadTime) {
  /** Nothing ordered, nothing known. */
  public static final Surroundings CALM =
      new Surroundings(
          OverrideBook.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** The same under other orders. */
  public Surroundings under(OverrideBook orders) {
    return new Surroundings(orders, health, trust, past, standby, leadTime);
  }

  /** The same with one more order. */
  public Surroundings with(OperatorOverride override) {
    return under(overrides.with(override));
  }

  /** The same with this health. */
  public Surroundings with(ServiceHealth seen) {
    return new Surroundings(overrides, Optional.of(seen), trust, past, standby, leadTime);
  }

  /** The same with this trust in forecasts. */
  public Surroundings with(ForecastTrust judged) {
    return new Surroundings(overrides, health, Optional.of(judged), past, standby, leadTime);
  }

  /** The same with this past. */
  public Surroundings with(KnownPast known) {
    return new Surroundings(overrides, health, trust, Optional.of(known), standby, leadTime);
  }

  /** The same with this standby schedule. */
  public Surroundings with(Standby seen) {
    return new Surroundings(overrides, health, trust, past, Optional.of(seen), leadTime);
  }

  /** The same with this lead time. */
  public Surroundings with(LeadTime measured) {
    return new Surroundings(overrides, health, trust, past, standby, Optional.of(measured));
  }
}
