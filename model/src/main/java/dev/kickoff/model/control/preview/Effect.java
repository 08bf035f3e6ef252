package dev.kickoff.model.control.preview;

import dev.kickoff.model.control.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a change does to one group: now, and where the floor ends up once ramps are through.
 *
 * @param cost what the floor costs; empty where no host has a price
 * @param reason what happens, in one sentence, and when the floor is where it ends up
 * @param large whether the floor moves by more than the group's limit for one move
 * @param trail what the guardrails say to the first tick under the change
 * @param outlook what is planned, and what is wrong with it
 */
public record Effect(
    String group,
    Sizes sizes,
    Optional<Cost> cost,
    Risk risk,
    String reason,
    boolean large,
    List<Verdict> trail,
    Outlook outlook) {
  public Effect {
    trail = List.copyOf(trail);
  }

  /**
   * Hosts, before and after.
   *
   * @param floorNow the floor that stands
   * @param floorThen where the floor ends up under the change while nothing else changes
   * @param wantedThen what the plan asks for under the change, before any guardrail
   * @param fleet what the group has; empty when it could not be read
   */
  public record Sizes(int floorNow, int floorThen, int wantedThen, Optional<Fleet> fleet) {}

  /** What a group has, in hosts. */
  public record Fleet(int desired, int inService) {}

  /** What a floor costs, in US dollars an hour. */
  public record Cost(double nowPerHour, double thenPerHour) {}

  /** What could go wrong, in one sentence. */
  public record Risk(Level level, String sentence) {
    /** How bad it is. */
    public enum Level {
      /** Nothing speaks against it. */
      NONE,
      /** Somebody should look twice. */
      CAUTION,
      /** Demand would not be served, or nearly. */
      DANGER
    }
  }

  /**
   * What is planned as orders leave it, before other guardrails, and what is wrong with it.
   *
   * @param now without the change
   * @param then under the change
   * @param violations what guardrails or the plan object to under the change, one line each
   */
  public record Outlook(List<Planned> now, List<Planned> then, List<String> violations) {
    public Outlook {
      now = List.copyOf(now);
      then = List.copyOf(then);
      violations = List.copyOf(violations);
    }
  }

  /**
   * So many hosts for a while.
   *
   * @param until exclusive, after {@code at}
   * @param reason what the hosts are for
   */
  public record Planned(Instant at, Instant until, int hosts, String reason) {}
}
