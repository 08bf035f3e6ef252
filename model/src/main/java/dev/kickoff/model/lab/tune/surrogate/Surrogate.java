package dev.kickoff.model.lab.tune.surrogate;

/** A model of a figure that is dear to compute, learnt from the points where it is known. */
public interface Surrogate {
  /**
   * Learns a figure.
   *
   * @param points at least one, each as long as the others, coordinates within 0 to 1
   * @param values of the figure there, finite; one for each point
   */
  Belief learn(double[][] points, double[] values);

  /** What is believed of a figure. */
  interface Belief {
    /** What is expected of the figure at a point. */
    Expectation at(double[] point);

    /** The same, had the figure this value at one more point; quicker than to learn anew. */
    Belief with(double[] point, double value);
  }

  /**
   * A figure that is not known yet.
   *
   * @param mean expected
   * @param spread its standard deviation, not negative; 0 where the figure is known
   */
  record Expectation(double mean, double spread) {}
}
