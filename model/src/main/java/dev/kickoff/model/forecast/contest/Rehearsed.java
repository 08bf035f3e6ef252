package dev.kickoff.model.forecast.contest;

import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.rehearsal.Example;
import dev.kickoff.model.forecast.rehearsal.Folds;
import dev.kickoff.model.forecast.rehearsal.Past;
import dev.kickoff.model.forecast.rehearsal.Rehearsal;
import dev.kickoff.model.forecast.shape.Shape;
import dev.kickoff.model.forecast.shape.ShapeLearner;
import dev.kickoff.model.forecast.track.LocalClock;
import java.util.List;

/**
 * A past, the shapes learnt from it, and how they would have done within it.
 *
 * @param shapes learnt from all of the past
 * @param buckets the rehearsed examples of each horizon bucket
 * @param leading what the first entrant would have forecast for each example
 */
public record Rehearsed(
    Past past, List<Shape> shapes, List<List<Example>> buckets, List<double[]> leading) {

  /**
   * Learns and rehearses.
   *
   * @param first the leading entrant
   */
  public static Rehearsed of(
      ForecastRequest request, List<ShapeLearner> learners, Entrant first, LocalClock clock) {
    Past past = Past.of(request, clock);
    Folds folds = Folds.of(past.track().span());
    List<List<Shape>> shapes =
        learners.stream()
            .map(learner -> learner.learn(past.track(), past.calendar(), folds.cutsAndEnd()))
            .toList();
    List<List<Example>> buckets = new Rehearsal(past, clock).run(folds, shapes);
    return new Rehearsed(
        past,
        shapes.stream().map(each -> each.get(folds.count())).toList(),
        buckets,
        buckets.stream().map(first::rehearsed).toList());
  }

  /** How many examples stood outside events. */
  long quietExamples() {
    return buckets.stream().flatMap(List::stream).filter(e -> !e.inEvent()).count();
  }
}
