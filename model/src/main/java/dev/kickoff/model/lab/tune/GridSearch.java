package dev.kickoff.model.lab.tune;

import java.util.List;
import java.util.function.Function;

/** Tries every candidate, by increment, then by threshold, in one batch. */
public record GridSearch() implements Search {
  @Override
  public List<CellOutcome> run(
      SearchSpace space, Function<List<Cell>, List<CellOutcome>> evaluate) {
    return evaluate.apply(space.cells());
  }
}
