package dev.kickoff.jobs.proof.world;

import java.util.Locale;

/** What happened to moves that wait for a person. */
public enum Waited {
  /** The controller asked a person. */
  ASKED,
  /** The person approved what waits. */
  APPROVED,
  /** Nobody answered. */
  UNANSWERED,
  /** An approval ended while the plan still wanted what it was for. */
  RAN_OUT,
  /** A decision stayed below what was wanted. */
  CAPPED,
  /** A scheduled action of ours raised the floor of a group of which something may wait. */
  SCHEDULED;

  /** Its name in tables, such as {@code ran-out}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
