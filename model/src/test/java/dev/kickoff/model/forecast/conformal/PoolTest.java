package dev.kickoff.model.forecast.conformal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PoolTest {
  @Test
  void correctsQuantilesForASmallSample() {
    // Of 39 scores 0..38, 0.96 * 40 rounded up: the 95 % offset is the 39th smallest.
    double[] scores = new double[39];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = scores.length - 1 - i;
    }
    assertThat(new Pool(new Pool.Scores(scores, scores)).offsets(1000)[2]).isEqualTo(38);
    assertThat(new Pool(new Pool.Scores(scores, scores)).offsets(1000)[3]).isGreaterThan(38);
  }
}
