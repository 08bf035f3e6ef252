package dev.kickoff.model.simulation.gate;

/**
 * How often one day's demand was above what had been promised to suffice.
 *
 * @param minutes with known demand and a promise, not negative
 * @param exceeded how many of them had more demand than promised
 */
public record DayShortfall(long minutes, long exceeded) {
  public DayShortfall {
    if (exceeded < 0 || exceeded > minutes) {
      throw new IllegalArgumentException(exceeded + " of " + minutes + " minutes exceeded");
    }
  }
}
