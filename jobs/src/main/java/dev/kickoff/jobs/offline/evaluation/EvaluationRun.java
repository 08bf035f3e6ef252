package dev.kickoff.jobs.offline.evaluation;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.ListedSeries;
import dev.kickoff.jobs.offline.OfflineTask;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Evaluates forecasts on the series of a list, one after the other. */
public final class EvaluationRun {
  private final Path data;
  private final int threads;
  private final Consumer<String> progress;
  private final List<SeriesResult> series = new ArrayList<>();
  private final List<PanelResult> panels = new ArrayList<>();
  private final List<Evaluation.LeftOut> leftOut = new ArrayList<>();
  private Optional<EventExample> example = Optional.empty();

  /**
   * @param data the folder that those of the list lie in
   * @param threads 1 or more; no influence on results
   * @param progress told, in words, of each series before and after it
   */
  public EvaluationRun(Path data, int threads, Consumer<String> progress) {
    if (threads < 1) {
      throw new IllegalArgumentException("--parallel must be 1 or more, was " + threads);
    }
    this.data = data;
    this.threads = threads;
    this.progress = progress;
  }

  /**
   * Evaluates every series whose data can be used; the others are left out with the reason.
   *
   * @param only names of the series to evaluate; empty for all
   * @throws IllegalArgumentException for a name that the list does not have
   */
  public Evaluation of(List<ListedSeries> listed, List<String> only) {
    List<String> names = listed.stream().map(ListedSeries::name).toList();
    only.stream()
        .filter(name -> !names.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(
                  "--only names '" + name + "', the list has " + String.join(", ", names));
            });
    for (int i = 0; i < listed.size(); i++) {
      ListedSeries each = listed.get(i);
      if (only.isEmpty() || only.contains(each.name())) {
        long start = System.nanoTime();
        progress.accept(each.name() + " (" + (i + 1) + " of " + listed.size() + ")");
        evaluate(each);
        long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        progress.accept(each.name() + ": done in " + seconds + " s");
      } else {
        leftOut.add(new Evaluation.LeftOut(each.name(), "not asked for"));
      }
    }
    return new Evaluation(series, panels, leftOut, example);
  }

  private void evaluate(ListedSeries listed) {
    try {
      OfflineTask task = SeriesInput.task(listed, data);
      if (task.hasSeveralServices()) {
        panels.add(new PanelEvaluation(listed, task, threads).run());
      } else {
        SeriesEvaluation.Outcome outcome = new SeriesEvaluation(listed, task, threads).run();
        if (outcome.result().cells().isEmpty()) {
          leaveOut(listed, "no demand is known after its cutoffs");
          return;
        }
        series.add(outcome.result());
        example = example.or(outcome::example);
      }
    } catch (InputException e) {
      leaveOut(listed, e.problems().get(0).what(), String.valueOf(e.getMessage()));
    } catch (IllegalArgumentException e) {
      leaveOut(listed, String.valueOf(e.getMessage()));
    }
  }

  private void leaveOut(ListedSeries listed, String why) {
    leaveOut(listed, why, why);
  }

  /** The document names no path of this machine; the person at the terminal needs it. */
  private void leaveOut(ListedSeries listed, String why, String toPerson) {
    leftOut.add(new Evaluation.LeftOut(listed.name(), why));
    progress.accept(listed.name() + ": not scored: " + toPerson);
  }
}
