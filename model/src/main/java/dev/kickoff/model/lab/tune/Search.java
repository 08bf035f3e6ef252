package dev.kickoff.model.lab.tune;

import java.util.List;
import java.util.function.Function;

/**
 * A way to look for the best candidates of a space.
 *
 * <p>Candidates are handed out in batches, so that the caller may try those of a batch side by side
 * and say how far it has come. No candidate is handed out twice.
 */
public interface Search {
  /**
   * Looks for the best.
   *
   * @param evaluate tries candidates, one outcome for each in their order; when it answers fewer,
   *     as after an interruption, the search ends with what there is
   * @return all that was tried, in the order of trial
   */
  List<CellOutcome> run(SearchSpace space, Function<List<Cell>, List<CellOutcome>> evaluate);
}
