package dev.kickoff.model.simulation;

/**
 * How one policy did over some minutes; minutes whose demand is a gap count for its cost only.
 *
 * @param minutes how many had demand
 * @param underShare share of them with fewer hosts in service than required, 0..1
 * @param unmetShare share of demand above what the hosts in service carry, 0..1
 * @param hostsVsOracle mean hosts in service over mean hosts required
 * @param hostHours hosts in service or booting, by the hour
 * @param cost of those hours and of the short minutes
 */
public record PolicyScore(
    long minutes,
    double underShare,
    double unmetShare,
    double hostsVsOracle,
    double hostHours,
    double cost) {
  /** How many minutes had fewer hosts in service than required. */
  public long underMinutes() {
    return Math.round(minutes * underShare);
  }
}
