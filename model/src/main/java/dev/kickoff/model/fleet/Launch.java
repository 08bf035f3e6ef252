package dev.kickoff.model.fleet;

import java.time.Instant;
import java.util.Optional;

/**
 * One host that was asked for, and what came of it.
 *
 * @param id of the owner's record of it
 * @param askedAt when the owner began to launch it
 * @param inServiceAt when it began to serve; empty while it boots and when it was refused
 * @param zone the availability zone; empty where it is not told
 * @param type the instance type; empty where it is not told
 * @param refusal why it was not launched, in the owner's words; empty when it was
 */
public record Launch(
    String id,
    Instant askedAt,
    Optional<Instant> inServiceAt,
    Optional<String> zone,
    Optional<String> type,
    Optional<String> refusal) {
  public Launch {
    if (inServiceAt.isPresent() && refusal.isPresent()) {
      throw new IllegalArgumentException("launch " + id + " was refused and is in service");
    }
    if (inServiceAt.filter(askedAt::isAfter).isPresent()) {
      throw new IllegalArgumentException("launch " + id + " served before it was asked for");
    }
  }
}
