package dev.kickoff.model.forecast.smile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class NormalEquationsTest {
  @Test
  void recoversCoefficientsFromSparseRows() {
    double[] truth = {2, -1, 0.5};
    NormalEquations equations = new NormalEquations(3);
    Random random = new Random(1);
    SparseRow row = new SparseRow();
    for (int i = 0; i < 200; i++) {
      row.clear();
      for (int j = 0; j < 3; j++) {
        row.put(j, (i + j) % 3 == 0 ? 0 : random.nextGaussian());
      }
      equations.add(row, row.times(truth), 1 + i % 2);
    }
    assertThat(equations.solve(new Penalties(3))).containsExactly(truth, within(1e-9));
  }

  @Test
  void chargeForStepsHoldsNeighboursAlike() {
    NormalEquations equations = new NormalEquations(2);
    equations.add(new double[] {1, 0}, 10, 1);
    Penalties penalties = new Penalties(2).step(0, 1000).size(1, 1e-6);
    double[] solved = equations.solve(penalties);
    assertThat(solved[1]).isCloseTo(solved[0], within(0.1)).isCloseTo(10, within(0.1));
  }

  @Test
  void refusesEquationsWithoutOneSolution() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NormalEquations(2).solve(new Penalties(2)))
        .withMessage("the fit has no unique solution");
  }
}
