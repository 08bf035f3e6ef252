package dev.kickoff.model.lab.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Tries candidates that are drawn without replacement, each as likely as any other, in one batch.
 *
 * @param budget how many are tried at most, 1 or more; all of them where the space has fewer
 * @param seed of the draw; the same seed draws the same candidates in the same order
 */
public record RandomSearch(int budget, long seed) implements Search {
  public RandomSearch {
    checkBudget(budget);
  }

  @Override
  public List<CellOutcome> run(
      SearchSpace space, Function<List<Cell>, List<CellOutcome>> evaluate) {
    return evaluate.apply(drawn(space.cells(), budget, seed));
  }

  static void checkBudget(int budget) {
    if (budget < 1) {
      throw new IllegalArgumentException("a search that may try " + budget + " candidates");
    }
  }

  /** The first draws of a Fisher-Yates shuffle. */
  static List<Cell> drawn(List<Cell> cells, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Cell> left = new ArrayList<>(cells);
    int most = Math.min(count, left.size());
    for (int i = 0; i < most; i++) {
      int other = i + random.nextInt(left.size() - i);
      Cell drawn = left.get(other);
      left.set(other, left.get(i));
      left.set(i, drawn);
    }
    return List.copyOf(left.subList(0, most));
  }
}
