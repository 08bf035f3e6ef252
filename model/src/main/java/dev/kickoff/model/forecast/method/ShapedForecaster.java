package dev.kickoff.model.forecast.method;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.ForecastModel;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.Forecaster;
import dev.kickoff.model.forecast.shape.Shape;
import dev.kickoff.model.forecast.shape.ShapeLearner;
import dev.kickoff.model.forecast.track.LocalClock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A method of two parts: a shape, and the weighing of what recent demand lies above it.
 *
 * <p>{@code log demand(T + h) = shape(T + h) + w(h) . rest before T}, its quantiles by split
 * conformal calibration on rolling origins inside the history. The shape is learnt from all of the
 * history in the end; the errors are those of shapes learnt from its older part.
 */
final class ShapedForecaster implements Forecaster {
  /** What lies further from the shape than this, in log units, counts as so far. */
  static final double LIMIT = 2.5;

  /**
   * What it is made of.
   *
   * @param learner learns the shape
   * @param rule weighs what recent demand lies above it
   * @param need the history it takes, from the first known step to the cutoff; half of it must be
   *     known
   */
  record Recipe(ShapeLearner learner, LevelRule rule, Duration need) {}

  private final String name;
  private final Recipe recipe;
  private final LocalClock clock;

  ShapedForecaster(String name, Recipe recipe, LocalClock clock) {
    this.name = name;
    this.recipe = recipe;
    this.clock = clock;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> unfitFor(ForecastRequest request) {
    DemandSeries history = request.history();
    double known = history.known() * (double) history.step().toMillis();
    double wanted = recipe.need().toMillis();
    if (known >= wanted / 2 && reachMillis(history) >= wanted) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "needs %s of history, half of it known; has %.1f h, %.1f h of it known",
            inWords(recipe.need()),
            reachMillis(history) / 3_600_000.0,
            known / 3_600_000.0));
  }

  @Override
  public ForecastModel fit(ForecastRequest request) {
    unfitFor(request)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException(name + " " + reason);
            });
    Past past = Past.of(request, clock);
    Folds folds = Folds.of(past.track().span());
    List<Shape> shapes = recipe.learner().learn(past.track(), past.calendar(), folds.cutsAndEnd());
    List<List<Example>> examples = new Rehearsal(past, clock, LIMIT).run(folds, shapes);
    List<Calibration> calibrations = Calibration.of(examples, recipe.rule(), clock);
    return new ShapedModel(past, shapes.get(folds.count()), calibrations, clock);
  }

  private static long reachMillis(DemandSeries history) {
    for (int i = 0; i < history.size(); i++) {
      if (history.isPresent(i)) {
        return (history.size() - i) * history.step().toMillis();
      }
    }
    return 0;
  }

  private static String inWords(Duration duration) {
    return duration.toDays() > 0 ? duration.toDays() + " d" : duration.toMinutes() + " min";
  }
}
