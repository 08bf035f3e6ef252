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
 * @param quota hosts that the account's quota allows, as read from its owner and never below what
 *     runs; empty where it was not read, then what is configured counts
 */
public record Surroundings(
    OverrideBook overrides,
    Optional<ServiceHealth> health,
    Optional<ForecastTrust> trust,
    Optional<KnownPast> past,
    Optional<Standby> standby,
    Optional<LeadTime> leadTime,
    Optional<Integer> quota) {
  /** Nothing ordered, nothing known. */
  public static final Surroundings CALM =
      new Surroundings(
          OverrideBook.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Where no quota was read. */
  public Surroundings(
      OverrideBook overrides,
      Optional<ServiceHealth> health,
      Optional<ForecastTrust> trust,
      Optional<KnownPast> past,
      Optional<Standby> standby,
      Optional<LeadTime> leadTime) {
    this(overrides, health, trust, past, standby, leadTime, Optional.empty());
  }

  /** The same under other orders. */
  public Surroundings under(OverrideBook orders) {
    return new Surroundings(orders, health, trust, past, standby, leadTime, quota);
  }

  /** The same with one more order. */
  public Surroundings with(OperatorOverride override) {
    return under(overrides.with(override));
  }

  /** The same with this health. */
  public Surroundings with(ServiceHealth seen) {
    return new Surroundings(overrides, Optional.of(seen), trust, past, standby, leadTime, quota);
  }

  /** The same with this trust in forecasts. */
  public Surroundings with(ForecastTrust judged) {
    return new Surroundings(overrides, health, Optional.of(judged), past, standby, leadTime, quota);
  }

  /** The same with this past. */
  public Surroundings with(KnownPast known) {
    return new Surroundings(overrides, health, trust, Optional.of(known), standby, leadTime, quota);
  }

  /** The same with this standby schedule. */
  public Surroundings with(Standby seen) {
    return new Surroundings(overrides, health, trust, past, Optional.of(seen), leadTime, quota);
  }

  /** The same within this quota. */
  public Surroundings within(Optional<Integer> hosts) {
    return new Surroundings(overrides, health, trust, past, standby, leadTime, hosts);
  }

  /** The same with this lead time. */
  public Surroundings with(LeadTime measured) {
    return new Surroundings(overrides, health, trust, past, standby, Optional.of(measured), quota);
  }

  /**
   * As decisions are fingerprinted: without a quota as it was before quotas were read, so that what
   * was recorded then still agrees.
   */
  @Override
  public String toString() {
    return "Surroundings[overrides=%s, health=%s, trust=%s, past=%s, standby=%s, leadTime=%s%s]"
        .formatted(
            overrides,
            health,
            trust,
            past,
            standby,
            leadTime,
            quota.map(hosts -> ", quota=" + hosts).orElse(""));
  }
}
