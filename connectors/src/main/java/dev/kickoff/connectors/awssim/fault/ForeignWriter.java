package dev.kickoff.connectors.awssim.fault;

import dev.kickoff.model.simulation.group.SizeChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Somebody else who sets a group's sizes again and again, as a tool that applies what is written
 * down does.
 *
 * @param every how often, at least a second; on whole multiples of it since 1970
 * @param sizes what it sets
 */
public record ForeignWriter(String group, Duration every, SizeChange sizes) {
  public ForeignWriter {
    if (every.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "a foreign writer of " + group + " writes at most once a second, not every " + every);
    }
  }

  /** When it writes after {@code after} and not after {@code until}. */
  public List<Instant> between(Instant after, Instant until) {
    long step = every.toSeconds();
    List<Instant> at = new ArrayList<>();
    for (long next = (Math.floorDiv(after.getEpochSecond(), step) + 1) * step;
        !Instant.ofEpochSecond(next).isAfter(until);
        next += step) {
      at.add(Instant.ofEpochSecond(next));
    }
    return at;
  }
}
