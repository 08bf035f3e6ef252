package dev.kickoff.jobs.lab.tune;

import dev.kickoff.jobs.config.lab.LabSettings;
import dev.kickoff.jobs.config.lab.LabSettings.Method;
import dev.kickoff.model.forecast.smile.GaussianProcess;
import dev.kickoff.model.lab.sim.Draw;
import dev.kickoff.model.lab.tune.BayesianSearch;
import dev.kickoff.model.lab.tune.Cell;
import dev.kickoff.model.lab.tune.CellOutcome;
import dev.kickoff.model.lab.tune.CellRisk;
import dev.kickoff.model.lab.tune.GridSearch;
import dev.kickoff.model.lab.tune.RandomSearch;
import dev.kickoff.model.lab.tune.Search;
import dev.kickoff.model.lab.tune.TuneProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** Searches a policy's settings on all processors; may be stopped, and keeps what was done. */
public final class TuneTask {
  private final LabSettings settings;
  private final TuneProblem problem;
  private final BooleanSupplier stopped;
  private final LongConsumer progress;

  /**
   * A search.
   *
   * @param stopped whether to begin nothing more
   * @param progress takes how many runs were done since it was last told
   */
  public TuneTask(
      LabSettings settings, TuneProblem problem, BooleanSupplier stopped, LongConsumer progress) {
    this.settings = settings;
    this.problem = problem;
    this.stopped = stopped;
    this.progress = progress;
  }

  /** How many runs it takes at most. */
  public static long runs(LabSettings settings, boolean robust) {
    LabSettings.Search search = settings.search();
    long all = search.space().size();
    long candidates = search.method() == Method.GRID ? all : Math.min(all, search.budget());
    return robust ? candidates * (1 + cases(settings).size()) : candidates;
  }

  private static List<Draw> cases(LabSettings settings) {
    return settings.uncertainty().draws(settings.expected(), settings.load().span());
  }

  /** Tries the candidates, and if {@code robust} each of them in every case. */
  public TuneOutcome run(boolean robust) {
    LabSettings.Search searched = settings.search();
    List<CellOutcome> outcomes =
        search(searched)
            .run(
                searched.space(),
                cells -> each(cells, 1, cell -> problem.play(cell, settings.expected())));
    List<Cell> tried = outcomes.stream().map(CellOutcome::cell).toList();
    List<CellRisk> risks = new ArrayList<>();
    if (robust) {
      List<Draw> cases = cases(settings);
      risks.addAll(each(tried, cases.size(), cell -> problem.risk(cell, cases)));
    }
    return new TuneOutcome(
        settings, searched.space().size(), outcomes, risks, !stopped.getAsBoolean());
  }

  private static Search search(LabSettings.Search search) {
    return switch (search.method()) {
      case GRID -> new GridSearch();
      case RANDOM -> new RandomSearch(search.budget(), search.seed());
      case BAYESIAN ->
          new BayesianSearch(search.budget(), search.seed(), search.limit(), new GaussianProcess());
    };
  }

  private <T> List<T> each(List<Cell> cells, int runs, Function<Cell, T> play) {
    return cells.parallelStream()
        .filter(cell -> !stopped.getAsBoolean())
        .map(
            cell -> {
              T played = play.apply(cell);
              progress.accept(runs);
              return played;
            })
        .toList();
  }
}
