package dev.kickoff.model.lab.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
  private static final SearchSpace SPACE = new SearchSpace(1, 4, 20, 29);

  private final List<Cell> tried = new ArrayList<>();

  private List<CellOutcome> evaluate(List<Cell> cells) {
    tried.addAll(cells);
    return cells.stream().map(cell -> SourceProblem.outcome(cell, 40, cell.threshold())).toList();
  }

  @Test
  void gridSearchTriesEveryCandidateOnce() {
    List<CellOutcome> outcomes = new GridSearch().run(SPACE, this::evaluate);
    assertThat(tried).isEqualTo(SPACE.cells());
    assertThat(outcomes).extracting(CellOutcome::cell).isEqualTo(tried);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 99})
  void randomSearchTriesAsManyAsItsBudgetAndNoneTwice(long seed) {
    List<CellOutcome> outcomes = new RandomSearch(15, seed).run(SPACE, this::evaluate);
    assertThat(outcomes).extracting(CellOutcome::cell).isEqualTo(tried);
    assertThat(tried).hasSize(15).doesNotHaveDuplicates();
    assertThat(SPACE.cells()).containsAll(tried);
  }

  @Test
  void randomSearchTriesAllWhereTheSpaceIsSmallerThanItsBudget() {
    new RandomSearch(1_000, 7).run(SPACE, this::evaluate);
    assertThat(tried).containsExactlyInAnyOrderElementsOf(SPACE.cells());
  }

  @Test
  void randomSearchDrawsTheSameForTheSameSeedAndOthersForAnother() {
    List<Cell> once = RandomSearch.drawn(SPACE.cells(), 15, 3);
    assertThat(RandomSearch.drawn(SPACE.cells(), 15, 3)).isEqualTo(once);
    assertThat(RandomSearch.drawn(SPACE.cells(), 15, 4)).isNotEqualTo(once);
  }

  /** Each of 40 candidates is first in one of 40 draws: 4,000 draws, 100 expected, sd 10. */
  @Test
  void randomSearchFavoursNoCandidate() {
    Map<Cell, Integer> first = new HashMap<>();
    IntStream.range(0, 4_000)
        .mapToObj(seed -> RandomSearch.drawn(SPACE.cells(), 1, seed).get(0))
        .forEach(cell -> first.merge(cell, 1, Integer::sum));
    assertThat(first).hasSize(40);
    assertThat(first.values()).allSatisfy(count -> assertThat(count).isBetween(55, 145));
  }

  @Test
  void aSearchWithoutABudgetIsRefused() {
    assertThatThrownBy(() -> new RandomSearch(0, 1))
        .hasMessage("a search that may try 0 candidates");
  }
}
