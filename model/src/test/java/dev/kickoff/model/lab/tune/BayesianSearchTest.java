package dev.kickoff.model.lab.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.model.forecast.smile.GaussianProcess;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BayesianSearchTest {
  private static final int BUDGET = 60;

  private final List<List<Cell>> batches = new ArrayList<>();

  private static BayesianSearch search(int budget, long seed) {
    return new BayesianSearch(budget, seed, SourceProblem.LIMIT, new GaussianProcess());
  }

  private List<CellOutcome> play(List<Cell> cells) {
    batches.add(cells);
    return SourceProblem.play(cells);
  }

  private List<Cell> tried() {
    return batches.stream().flatMap(List::stream).toList();
  }

  private boolean findsTheWinner(long seed) {
    List<CellOutcome> outcomes = search(BUDGET, seed).run(SourceProblem.SPACE, SourceProblem::play);
    return CellOutcome.winner(outcomes, SourceProblem.LIMIT)
        .filter(best -> best.cell().equals(SourceProblem.WINNER))
        .isPresent();
  }

  /** The grid's winner: asserted here, so that what is sought below is what the grid finds. */
  @Test
  void theGridFindsTheSourcesWinner() {
    List<CellOutcome> outcomes = new GridSearch().run(SourceProblem.SPACE, SourceProblem::play);
    assertThat(CellOutcome.winner(outcomes, SourceProblem.LIMIT).orElseThrow().cell())
        .isEqualTo(SourceProblem.WINNER);
    assertThat(CellOutcome.feasible(outcomes, SourceProblem.LIMIT)).hasSize(45);
  }

  @Test
  void findsTheGridsWinnerWithAQuarterOfItsTrialsForAtLeastEightOfTenSeeds() {
    long found = LongStream.range(0, 10).filter(this::findsTheWinner).count();
    assertThat(found).isGreaterThanOrEqualTo(8);
  }

  @Test
  void keepsToItsBudgetAndTriesNothingTwice() {
    List<CellOutcome> outcomes = search(30, 5).run(SourceProblem.SPACE, this::play);
    assertThat(tried()).hasSize(30).doesNotHaveDuplicates();
    assertThat(outcomes).extracting(CellOutcome::cell).isEqualTo(tried());
    assertThat(batches).hasSizeGreaterThan(5).allSatisfy(b -> assertThat(b).isNotEmpty());
  }

  @Test
  void triesTheSameForTheSameSeed() {
    search(30, 5).run(SourceProblem.SPACE, this::play);
    List<Cell> first = tried();
    batches.clear();
    search(30, 5).run(SourceProblem.SPACE, this::play);
    assertThat(tried()).isEqualTo(first);
  }

  @Test
  void triesAllWhereTheSpaceIsNotLargerThanItsBudget() {
    SearchSpace small = new SearchSpace(1, 2, 14, 16);
    search(6, 1).run(small, this::play);
    assertThat(tried()).containsExactlyInAnyOrderElementsOf(small.cells());
  }

  @Test
  void endsWithWhatThereIsWhenItIsInterrupted() {
    List<CellOutcome> outcomes =
        search(30, 1)
            .run(
                SourceProblem.SPACE,
                cells -> play(cells).subList(0, Math.min(cells.size(), batches.size() * 2 - 1)));
    assertThat(batches).hasSize(1);
    assertThat(outcomes).hasSize(1);
  }

  /** 16 of 2,500 in one corner are below the limit; what is drawn first has none of them. */
  @Test
  void looksForTheLeastMaximumWhileNothingIsBelowTheLimit() {
    SearchSpace large = new SearchSpace(1, 50, 11, 60);
    List<CellOutcome> outcomes =
        search(40, 2)
            .run(
                large,
                cells ->
                    cells.stream()
                        .map(
                            c ->
                                SourceProblem.outcome(
                                    c, 2 * c.threshold() + c.increment() + 20, 20))
                        .toList());
    assertThat(outcomes.subList(0, 10)).noneMatch(o -> o.result().isBelow(50));
    assertThat(CellOutcome.feasible(outcomes, SourceProblem.LIMIT)).isNotEmpty();
  }

  @Test
  void refusesMoreThanItCanWeigh() {
    assertThatThrownBy(() -> search(501, 1))
        .hasMessage("a Bayesian search may try at most 500 candidates, not 501");
    assertThatThrownBy(() -> new BayesianSearch(5, 1, 0, new GaussianProcess()))
        .hasMessage("a limit of 0.0 percent");
  }
}
