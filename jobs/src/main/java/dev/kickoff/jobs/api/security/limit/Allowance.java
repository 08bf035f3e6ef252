package dev.kickoff.jobs.api.security.limit;

/**
 * What a token bucket holds.
 *
 * @param burst requests at once
 * @param perSecond requests a second, lasting
 */
public record Allowance(int burst, double perSecond) {
  public Allowance {
    if (burst < 1 || !(perSecond > 0)) {
      throw new IllegalArgumentException("an allowance must allow something");
    }
  }
}
