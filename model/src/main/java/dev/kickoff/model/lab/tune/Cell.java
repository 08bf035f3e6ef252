package dev.kickoff.model.lab.tune;

/**
 * The settings of one candidate.
 *
 * @param increment hosts that are added when the alarm rings, 1 or more
 * @param threshold of the alarm, in percent of the processor
 */
public record Cell(int increment, int threshold) {
  /** Both, for people. */
  public String words() {
    return "+%d at %d %%".formatted(increment, threshold);
  }
}
