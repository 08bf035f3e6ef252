package dev.kickoff.model.forecast.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kickoff.model.lab.tune.surrogate.Surrogate.Belief;
import org.junit.jupiter.api.Test;

class GaussianProcessTest {
  private static final int POINTS = 9;

  /** A wave along the first coordinate; the second does not matter. */
  private static double wave(double x) {
    return 30 + 10 * Math.sin(2 * Math.PI * x);
  }

  private static Belief learnt() {
    double[][] points = new double[POINTS][];
    double[] values = new double[POINTS];
    for (int i = 0; i < POINTS; i++) {
      double x = i / (POINTS - 1.0);
      points[i] = new double[] {x, i % 2};
      values[i] = wave(x);
    }
    return new GaussianProcess().learn(points, values);
  }

  @Test
  void knowsWhatItHasSeenAndGuessesWhatLiesBetween() {
    Belief belief = learnt();
    assertThat(belief.at(new double[] {0.25, 0}).mean()).isCloseTo(40, within(0.1));
    assertThat(belief.at(new double[] {0.25, 0}).spread()).isLessThan(0.3);
    assertThat(belief.at(new double[] {0.3125, 0.5}).mean()).isCloseTo(wave(0.3125), within(1.0));
  }

  @Test
  void isLessSureFartherFromWhatItHasSeen() {
    Belief belief = learnt();
    double near = belief.at(new double[] {0.25, 0}).spread();
    double between = belief.at(new double[] {0.3125, 0}).spread();
    double far = belief.at(new double[] {1.5, 0}).spread();
    assertThat(near).isLessThan(between);
    assertThat(between).isLessThan(far);
  }

  @Test
  void takesOnePointMoreAtItsWord() {
    Belief more = learnt().with(new double[] {1.4, 0}, 75);
    assertThat(more.at(new double[] {1.4, 0}).mean()).isCloseTo(75, within(0.5));
    assertThat(more.at(new double[] {1.4, 0}).spread()).isLessThan(0.3);
  }

  @Test
  void believesInAConstantWhereNothingEverDiffered() {
    double[][] points = {{0, 0}, {0.5, 1}, {1, 0.5}};
    Belief belief = new GaussianProcess().learn(points, new double[] {99, 99, 99});
    assertThat(belief.at(new double[] {0.2, 0.2}).mean()).isEqualTo(99);
    assertThat(belief.at(new double[] {0.2, 0.2}).spread()).isFinite().isNotNegative();
  }
}
