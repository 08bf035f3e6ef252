package dev.kickoff.connectors.awssim;

import java.time.Instant;

/**
 * One change of a group's desired capacity and what came of it.
 *
 * @param id numbered upwards within the endpoint
 * @param from desired capacity before
 * @param to desired capacity after
 * @param cause why, as a sentence
 * @param askedAt when it was asked for
 * @param readyAt when the last host it launched serves; {@code askedAt} when hosts were let go
 */
record ScalingActivity(
    long id, String group, int from, int to, String cause, Instant askedAt, Instant readyAt) {

  boolean isOverAt(Instant now) {
    return !readyAt.isAfter(now);
  }

  String description() {
    return to > from
        ? "Launching " + (to - from) + " EC2 instances"
        : "Terminating " + (from - to) + " EC2 instances";
  }
}
