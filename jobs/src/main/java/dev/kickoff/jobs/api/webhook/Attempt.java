package dev.kickoff.jobs.api.webhook;

import java.time.Duration;
import java.util.Optional;

/**
 * How one attempt to deliver ended.
 *
 * @param result what is to be done now
 * @param words what the receiver did, in one line
 * @param pause that the receiver asked for; empty where it asked for none
 */
record Attempt(Result result, String words, Optional<Duration> pause) {
  /** What is to be done after an attempt. */
  enum Result {
    /** Nothing: it was taken. */
    DELIVERED,
    /** It is tried again. */
    FAILED,
    /** It is put aside: the same document would be refused again. */
    REFUSED
  }
}
