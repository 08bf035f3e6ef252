package dev.kickoff.model.forecast.smile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BoostedTreesTest {
  private static final BoostedTrees.Growth GROWTH = new BoostedTrees.Growth(60, 4, 10, 0.2, 7);

  @Test
  void learnsWhatNoStraightLineTells() {
    double[][] rows = rows(1, 2000);
    double[] targets = Arrays.stream(rows).mapToDouble(r -> r[0] * r[1] > 0 ? 1 : -1).toArray();
    BoostedTrees trees = BoostedTrees.fit(rows, targets, GROWTH);
    double[][] unseen = rows(2, 500);
    double squares = 0;
    for (double[] row : unseen) {
      double error = trees.predict(row) - (row[0] * row[1] > 0 ? 1 : -1);
      squares += error * error / unseen.length;
    }
    assertThat(squares).isLessThan(0.2);
  }

  @Test
  void sameRowsAndSeedGiveTheSameTrees() {
    double[][] rows = rows(3, 500);
    double[] targets = Arrays.stream(rows).mapToDouble(r -> Math.sin(r[0])).toArray();
    BoostedTrees one = BoostedTrees.fit(rows, targets, GROWTH);
    BoostedTrees.fit(rows(4, 500), targets, GROWTH);
    BoostedTrees two = BoostedTrees.fit(rows, targets, GROWTH);
    for (double[] row : rows(5, 100)) {
      assertThat(two.predict(row)).isEqualTo(one.predict(row));
    }
  }

  @Test
  void constantInputsAndTargetsAnswerTheConstant() {
    double[][] rows = new double[200][3];
    double[] targets = new double[200];
    Arrays.fill(targets, 4);
    assertThat(BoostedTrees.fit(rows, targets, GROWTH).predict(new double[3])).isEqualTo(4);
  }

  @Test
  void whatLiesFarOutsideTheRowsIsAnsweredLikeTheirEdge() {
    double[][] rows = rows(6, 1000);
    double[] targets = Arrays.stream(rows).mapToDouble(r -> r[0]).toArray();
    BoostedTrees trees = BoostedTrees.fit(rows, targets, GROWTH);
    assertThat(trees.predict(new double[] {1e9, 0, 0, 0})).isBetween(1.2, 3.0);
  }

  private static double[][] rows(long seed, int count) {
    Random random = new Random(seed);
    double[][] rows = new double[count][4];
    for (double[] row : rows) {
      Arrays.setAll(row, i -> random.nextGaussian());
    }
    return rows;
  }
}
