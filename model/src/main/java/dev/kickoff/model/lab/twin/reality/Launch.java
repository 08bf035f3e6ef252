package dev.kickoff.model.lab.twin.reality;

import java.time.Instant;

/**
 * Hosts that a group really launched together.
 *
 * @param requestedAt when they were asked for
 * @param inServiceAt when they served, not before that
 * @param hosts how many, 1 or more
 * @param byAlarm whether an alarm asked for them; else a person, a schedule, a replacement
 */
public record Launch(Instant requestedAt, Instant inServiceAt, int hosts, boolean byAlarm) {
  public Launch {
    if (inServiceAt.isBefore(requestedAt) || hosts < 1) {
      throw new IllegalArgumentException(
          "%d hosts asked for at %s, in service at %s".formatted(hosts, requestedAt, inServiceAt));
    }
  }
}
