package dev.kickoff.model.forecast.longrange;

/**
 * How well one week ahead is known.
 *
 * @param week 1 for the first
 * @param origins from how many past instants this lead was rehearsed; 0 where history is too short,
 *     and then the uncertainty of a nearer week was widened
 * @param days how many days that were
 * @param p95Factor p95 of a day's highest step over its p50, for large demand
 */
public record LeadNote(int week, int origins, int days, double p95Factor) {
  /** Whether history was long enough to try this lead out. */
  public boolean isRehearsed() {
    return origins > 0;
  }
}
