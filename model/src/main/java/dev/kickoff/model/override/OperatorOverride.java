package dev.kickoff.model.override;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An order of a person to the controller, for one group or for all, with an end.
 *
 * <p>Its record is an upsert by {@code id}: one that is withdrawn is written again with an earlier
 * end.
 *
 * @param id identifies it
 * @param group the group it is for; empty for every group
 * @param kind what it orders
 * @param hosts how many hosts; 0 for a kind that counts none
 * @param from when it begins
 * @param until when it ends, exclusive, after {@code from}; at most {@link Kind#longest} later
 * @param author who ordered it
 * @param reason why, in the author's words, not blank
 */
public record OperatorOverride(
    String id,
    Optional<String> group,
    Kind kind,
    int hosts,
    Instant from,
    Instant until,
    String author,
    String reason) {
  /** No override lasts longer: it is given again by somebody who still wants it. */
  public static final Duration LONGEST = Duration.ofHours(24);

  /** Only {@link Kind#FORECAST_ONLY} may: it is how a group is tried out. */
  public static final Duration LONGEST_FORECAST_ONLY = Duration.ofDays(30);

  /** What an override orders, strongest first. */
  public enum Kind {
    /**
     * Nothing is changed, neither sizes nor schedule, and the fleet's own schedule is suspended.
     */
    FREEZE_EVERYTHING,
    /** Nothing is changed; what stands in the fleet's own schedule is still carried out. */
    FREEZE,
    /** Decisions are made and recorded, and none of them reaches the fleet. */
    FORECAST_ONLY,
    /** Nothing is lowered. */
    FREEZE_IN,
    /** Nothing is raised. */
    FREEZE_OUT,
    /** The floor is exactly so many hosts. */
    PIN,
    /** The floor is at most so many hosts. */
    CEILING,
    /** The floor is at least so many hosts. */
    FLOOR,
    /** A plan that wants up to so many hosts is approved. */
    APPROVAL;

    /** Whether it says how many hosts. */
    public boolean countsHosts() {
      return this == PIN || this == CEILING || this == FLOOR || this == APPROVAL;
    }

    /** The longest that an order of this kind lasts. */
    public Duration longest() {
      return this == FORECAST_ONLY ? LONGEST_FORECAST_ONLY : LONGEST;
    }
  }

  public OperatorOverride {
    if (!until.isAfter(from) || Duration.between(from, until).compareTo(kind.longest()) > 0) {
      throw new IllegalArgumentException(
          "an override from " + from + " until " + until + " must end within " + kind.longest());
    }
    if (kind.countsHosts() ? hosts < 1 : hosts != 0) {
      throw new IllegalArgumentException("a " + kind + " of " + hosts + " hosts");
    }
    if (author.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException("override " + id + " needs an author and a reason");
    }
  }

  /** Whether it is in force for a group at an instant. */
  public boolean isInForce(String forGroup, Instant at) {
    return group.map(forGroup::equals).orElse(true) && !at.isBefore(from) && at.isBefore(until);
  }

  /**
   * What it makes of a wanted number of hosts while it is in force.
   *
   * @param standing the floor that stands, for orders against a change
   */
  public int applied(int wanted, int standing) {
    return switch (kind) {
      case PIN -> hosts;
      case CEILING -> Math.min(wanted, hosts);
      case FLOOR -> Math.max(wanted, hosts);
      case FREEZE_OUT -> Math.min(wanted, standing);
      case FREEZE_IN -> Math.max(wanted, standing);
      case FREEZE, FREEZE_EVERYTHING, FORECAST_ONLY, APPROVAL -> wanted;
    };
  }

  /** This override with its end moved, for withdrawing or extending it. */
  public OperatorOverride endingAt(Instant end) {
    return within(from, end);
  }

  /** This override at another time. */
  public OperatorOverride within(Instant begin, Instant end) {
    return new OperatorOverride(id, group, kind, hosts, begin, end, author, reason);
  }
}
