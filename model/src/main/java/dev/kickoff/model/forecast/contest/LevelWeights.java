package dev.kickoff.model.forecast.contest;

/**
 * How much each reading of recent demand says of what will lie above the shape.
 *
 * @param quiet weights for targets outside event windows
 * @param event weights for targets within them
 */
public record LevelWeights(double[] quiet, double[] event) {
  /** The readings weighed together, in log units. */
  public double lift(double[] readings, boolean inEvent) {
    double[] weights = inEvent ? event : quiet;
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * readings[i];
    }
    return sum;
  }
}
