package dev.kickoff.model.capacity;

import java.time.Instant;

/**
 * Hosts that a plan wants and cannot have, said ahead of time.
 *
 * @param at from when they are missing
 * @param wanted hosts that the forecast needs, above {@code placed}
 * @param placed hosts that there will be, not negative
 * @param why what is in the way, in one line
 */
public record Shortfall(Instant at, int wanted, int placed, String why) {
  public Shortfall {
    if (placed < 0 || wanted <= placed) {
      throw new IllegalArgumentException("wanted " + wanted + " hosts, placed " + placed);
    }
  }
}
