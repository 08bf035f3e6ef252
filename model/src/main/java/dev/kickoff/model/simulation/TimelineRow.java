package dev.kickoff.model.simulation;

import dev.kickoff.model.forecast.Quantiles;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One minute of one policy.
 *
 * @param at start of the minute; {@code hosts} is what stood then
 * @param demand what came in during the minute, in requests per minute; empty in a gap
 * @param forecast what the near forecast in force expected of the minute; empty without one
 */
public record TimelineRow(
    Instant at,
    String policy,
    OptionalDouble demand,
    Hosts hosts,
    Optional<Quantiles> forecast,
    String reason) {

  /**
   * Hosts at the start of a minute.
   *
   * @param required what the minute's demand needs at the knee; empty in a gap
   */
  public record Hosts(Optional<Integer> required, int inService, int desired, int floor) {}
}
