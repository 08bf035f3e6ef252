package dev.kickoff.jobs.lab.tune;

import dev.kickoff.jobs.config.lab.LabSettings;
import dev.kickoff.model.lab.tune.Cell;
import dev.kickoff.model.lab.tune.CellOutcome;
import dev.kickoff.model.lab.tune.CellRisk;
import java.util.List;
import java.util.Optional;

/**
 * What came of a search.
 *
 * @param settings what was searched
 * @param candidates how many there were
 * @param outcomes of those that were tried in the expected circumstances
 * @param risks of those that were tried in every case; empty where that was not asked for
 * @param isComplete whether it was not stopped before its end
 */
public record TuneOutcome(
    LabSettings settings,
    int candidates,
    List<CellOutcome> outcomes,
    List<CellRisk> risks,
    boolean isComplete) {
  public TuneOutcome {
    outcomes = List.copyOf(outcomes);
    risks = List.copyOf(risks);
  }

  /** Those that stay below the limit in the expected circumstances, the best first. */
  public List<CellOutcome> feasible() {
    return CellOutcome.feasible(outcomes, settings.search().limit());
  }

  /** The best of them; empty when there is none. */
  public Optional<CellOutcome> winner() {
    return feasible().stream().findFirst();
  }

  /** The one that is safe most often; empty where cases were not tried. */
  public Optional<CellRisk> safest() {
    return risks.stream().min(CellRisk.SAFEST_FIRST);
  }

  /** The candidate to put into practice: the safest where cases were tried, else the winner. */
  public Optional<Cell> chosen() {
    return safest().map(CellRisk::cell).or(() -> winner().map(CellOutcome::cell));
  }

  /** The published settings over all cases, or else the winner's. */
  public Optional<CellRisk> published() {
    Optional<Cell> judged = settings.search().published().or(() -> winner().map(CellOutcome::cell));
    return judged.flatMap(this::riskOf);
  }

  /** A candidate over all cases. */
  public Optional<CellRisk> riskOf(Cell cell) {
    return risks.stream().filter(risk -> risk.cell().equals(cell)).findFirst();
  }
}
