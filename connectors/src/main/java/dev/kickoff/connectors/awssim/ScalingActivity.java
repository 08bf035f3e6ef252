package dev.kickoff.connectors.awssim;

import java.time.Instant;
import java.util.Optional;

/**
 * One host that was launched, refused or let go.
 *
 * <p>In state written by earlier versions: one change of a group's desired capacity.
 *
 * @param id numbered upwards within the endpoint
 * @param from desired capacity before the change that it follows from
 * @param to desired capacity after it
 * @param cause why, as sentences
 * @param askedAt when it began
 * @param readyAt when it is over
 * @param host which host; empty in state written by earlier versions
 */
record ScalingActivity(
    long id,
    String group,
    int from,
    int to,
    String cause,
    Instant askedAt,
    Instant readyAt,
    Optional<HostNote> host) {

  /** What became of a host. */
  enum Outcome {
    LAUNCHED,
    CANCELLED,
    REFUSED,
    TERMINATED
  }

  /**
   * A host, and what became of it.
   *
   * @param instance its id; empty when it was refused
   * @param refusal why there is none; empty when there is
   */
  record HostNote(
      Outcome outcome, Optional<String> instance, String zone, Optional<String> refusal) {}

  boolean isOverAt(Instant now) {
    return !readyAt.isAfter(now);
  }

  /** A host that was being launched and is let go before it served. */
  ScalingActivity cancelledAt(Instant at) {
    HostNote note = host.orElseThrow();
    HostNote cancelled =
        new HostNote(Outcome.CANCELLED, note.instance(), note.zone(), note.refusal());
    return new ScalingActivity(id, group, from, to, cause, askedAt, at, Optional.of(cancelled));
  }

  String status(Instant now) {
    Outcome outcome = host.map(HostNote::outcome).orElse(Outcome.LAUNCHED);
    return switch (outcome) {
      case REFUSED -> "Failed";
      case CANCELLED -> "Cancelled";
      case LAUNCHED, TERMINATED -> isOverAt(now) ? "Successful" : "InProgress";
    };
  }

  String description() {
    if (host.isEmpty()) {
      return to > from
          ? "Launching " + (to - from) + " EC2 instances"
          : "Terminating " + (from - to) + " EC2 instances";
    }
    HostNote note = host.get();
    String instance = note.instance().orElse("");
    return switch (note.outcome()) {
      case LAUNCHED, CANCELLED -> "Launching a new EC2 instance: " + instance;
      case REFUSED ->
          "Launching a new EC2 instance.  Status Reason: " + note.refusal().orElseThrow();
      case TERMINATED -> "Terminating EC2 instance: " + instance;
    };
  }
}
