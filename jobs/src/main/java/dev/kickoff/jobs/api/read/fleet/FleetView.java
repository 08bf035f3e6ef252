package dev.kickoff.jobs.api.read.fleet;

import dev.kickoff.model.control.ControlMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A group in one row: what it has, what it needs soon, and who or what holds it. Hosts are in
 * hosts, rates in requests per minute; what is not known is empty.
 *
 * @param sizes as last seen; empty before the first look
 */
public record FleetView(
    String group,
    String service,
    ControlMode mode,
    Optional<Sizes> sizes,
    Need need,
    Optional<Zones> zones,
    Limits limits,
    Standing standing) {

  /**
   * The group as last seen.
   *
   * @param decidedFloor the floor last decided, also where it was not set
   */
  public record Sizes(
      Instant seenAt,
      int floor,
      Optional<Integer> decidedFloor,
      int desired,
      int inService,
      int pending,
      int max) {}

  /**
   * What demand needs.
   *
   * @param demandRpm demand of the newest minute
   * @param required hosts that this demand needs at the knee
   */
  public record Need(
      Optional<Double> demandRpm, Optional<Integer> required, Optional<Outlook> outlook) {}

  /**
   * What is expected in half an hour.
   *
   * @param required hosts that the 95 % quantile needs
   * @param headroomRatio what the hosts in service carry over the 95 % quantile, less one: negative
   *     where they would not do; empty where nothing is expected or the group was not seen
   */
  public record Outlook(
      Instant at, double p50Rpm, double p95Rpm, int required, Optional<Double> headroomRatio) {}

  /**
   * Hosts in service by availability zone.
   *
   * @param skew of the fullest zone over the emptiest
   */
  public record Zones(Map<String, Integer> inService, int skew) {}

  /**
   * How far it may go.
   *
   * @param min the smallest floor that Kickoff may set
   * @param max the largest
   * @param quota hosts that the account allows the group in all
   * @param quotaLeft how many of them are not asked for
   * @param dollarsPerHour what the desired hosts cost; empty where a host's price is not known
   */
  public record Limits(
      int min,
      int max,
      Optional<Integer> quota,
      Optional<Integer> quotaLeft,
      Optional<Double> dollarsPerHour) {}

  /**
   * Who or what holds it.
   *
   * @param status the first of {@code chips}
   * @param chips all that holds, the most pressing first: {@code frozen}, {@code waiting}, {@code
   *     conflict}, {@code stale}, {@code overridden}, {@code capped}, and last {@code acting},
   *     {@code approve} or {@code forecast-only}
   * @param because one sentence for an operator: the reason of the newest decision
   * @param conflict what somebody else did to the group
   * @param capped such as {@code wanted 100, capped 10 (the configured maximum)}
   * @param overrides in force, strongest first
   */
  public record Standing(
      String status,
      List<String> chips,
      Optional<String> because,
      Optional<String> conflict,
      Optional<String> capped,
      List<OrderInForce> overrides) {}

  /**
   * An order of an operator that is in force.
   *
   * @param kind as the contract spells it
   * @param hosts empty where it has none
   */
  public record OrderInForce(
      String id,
      String kind,
      Optional<Integer> hosts,
      Instant until,
      String author,
      String reason,
      double endsInSeconds) {}
}
