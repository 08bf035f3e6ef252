package dev.kickoff.jobs.client.request;

import java.time.Duration;
import java.util.Optional;

/**
 * A person's answer to a change that waits.
 *
 * @param digest of what is answered, as it was read; another one is refused
 * @param comment why, 3 to 500 characters
 * @param holds how long an approval holds, whole minutes up to a day; empty for four hours
 */
public record Answer(String digest, String comment, Optional<Duration> holds) {
  /** As the contract has it. */
  public Body body() {
    return new Body()
        .with("digest", digest)
        .with("comment", comment)
        .with("minutes", holds.map(Duration::toMinutes));
  }
}
