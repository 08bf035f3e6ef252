package dev.kickoff.model.lab.tune;

import dev.kickoff.model.lab.tune.surrogate.Surrogate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Tries first some candidates that are drawn, then batch after batch those of which most is to be
 * expected, given what the others came to ({@link Promise}).
 *
 * <p>Within a batch each choice is taken for what was expected of it (the "kriging believer" of
 * Ginsbourger, Le Riche and Carraro, 2010). The same seed tries the same.
 *
 * @param budget how many are tried at most, 1 to {@value #MOST}; all where the space has fewer
 * @param seed of the candidates drawn first
 * @param limit the processor share that the busiest host must stay below, in percent, above 0
 * @param surrogate learns what candidates come to
 */
public record BayesianSearch(int budget, long seed, double limit, Surrogate surrogate)
    implements Search {
  /** The largest budget: the time to choose grows with its cube. */
  public static final int MOST = 500;

  private static final int DRAWN = 4; // one in so many of the budget is drawn
  private static final int FEWEST_DRAWN = 5;
  private static final int BATCHES = 15;
  private static final int WEIGHED = 2_000; // candidates that are weighed against each other
  private static final int NEAR = 2;

  public BayesianSearch {
    RandomSearch.checkBudget(budget);
    if (budget > MOST) {
      throw new IllegalArgumentException(
          "a Bayesian search may try at most %d candidates, not %d".formatted(MOST, budget));
    }
    if (!(limit > 0)) {
      throw new IllegalArgumentException("a limit of " + limit + " percent");
    }
  }

  @Override
  public List<CellOutcome> run(
      SearchSpace space, Function<List<Cell>, List<CellOutcome>> evaluate) {
    List<Cell> all = space.cells();
    if (budget >= all.size()) {
      return evaluate.apply(all);
    }
    int first = Math.min(budget, Math.max(FEWEST_DRAWN, budget / DRAWN));
    List<Cell> batch = RandomSearch.drawn(all, first, seed);
    List<CellOutcome> outcomes = new ArrayList<>();
    Set<Cell> left = new LinkedHashSet<>(all);
    while (!batch.isEmpty()) {
      List<CellOutcome> found = evaluate.apply(batch);
      outcomes.addAll(found);
      batch.forEach(left::remove);
      if (found.size() < batch.size()) {
        break;
      }
      int next = Math.min(budget - outcomes.size(), Math.max(1, budget / BATCHES));
      batch = next > 0 ? choose(space, outcomes, left, next) : List.of();
    }
    return List.copyOf(outcomes);
  }

  private List<Cell> choose(
      SearchSpace space, List<CellOutcome> outcomes, Set<Cell> left, int count) {
    Promise promise = Promise.learnt(space, outcomes, limit, surrogate);
    Set<Cell> open = weighed(outcomes, left);
    List<Cell> chosen = new ArrayList<>();
    while (chosen.size() < count) {
      Cell cell = promise.most(open);
      chosen.add(cell);
      open.remove(cell);
      promise = promise.believing(cell);
    }
    return chosen;
  }

  /** All that are left; of a large space those near the best and as many drawn as are weighed. */
  private Set<Cell> weighed(List<CellOutcome> outcomes, Set<Cell> left) {
    if (left.size() <= WEIGHED) {
      return new LinkedHashSet<>(left);
    }
    Set<Cell> open =
        new LinkedHashSet<>(RandomSearch.drawn(List.copyOf(left), WEIGHED, seed + outcomes.size()));
    CellOutcome.winner(outcomes, limit)
        .ifPresent(best -> left.stream().filter(c -> near(c, best.cell())).forEach(open::add));
    return open;
  }

  private static boolean near(Cell one, Cell other) {
    return Math.abs(one.increment() - other.increment()) <= NEAR
        && Math.abs(one.threshold() - other.threshold()) <= NEAR;
  }
}
