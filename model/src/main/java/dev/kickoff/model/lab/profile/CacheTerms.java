package dev.kickoff.model.lab.profile;

/**
 * What requests cost that a cache answers, and those that it does not.
 *
 * @param hitPerKrpm percent of processor for each 1,000 requests per minute that it answers
 * @param missPerKrpm the same for those that it does not: what every request costs while it is cold
 * @param usualHit the mean share that it answered, 0..1
 */
public record CacheTerms(Estimate hitPerKrpm, Estimate missPerKrpm, double usualHit) {
  /** Percent of processor for each 1,000 requests per minute where {@code hit} of them hit. */
  public double cpuPerKrpm(double hit) {
    return hit * hitPerKrpm.value() + (1 - hit) * missPerKrpm.value();
  }
}
