package dev.kickoff.model.forecast.method;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.ForecastModel;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.Forecaster;
import dev.kickoff.model.forecast.conformal.Calibration;
import dev.kickoff.model.forecast.rehearsal.Example;
import dev.kickoff.model.forecast.rehearsal.Folds;
import dev.kickoff.model.forecast.rehearsal.Past;
import dev.kickoff.model.forecast.rehearsal.Rehearsal;
import dev.kickoff.model.forecast.shape.Shape;
import dev.kickoff.model.forecast.shape.ShapeLearner;
import dev.kickoff.model.forecast.track.LocalClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
  /**
   * What it is made of.
   *
   * @param learner learns the shape
   * @param rule weighs what recent demand lies above it
   * @param need the history it takes, from the first known step to the cutoff; half of it must be
   *     known
   */
  record Recipe(List<ShapeLearner> learners, List<Entrant> entrants, Duration need) {}

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
    Rehearsed rehearsed = rehearse(request);
    Past past = rehearsed.past();
    List<List<Example>> buckets = rehearsed.buckets();
    List<Entrant> entrants = recipe.entrants();
    List<double[]> lead = rehearsed.lead();
    Booster booster = booster(request);
    List<Contest.Result> results =
        Contest.run(buckets, entrants, booster, past.scale(), clock, lead);
    List<ContestModel.Blend> blends = new ArrayList<>();
    for (int b = 0; b < buckets.size(); b++) {
      List<Example> examples = buckets.get(b);
      List<LevelWeights> weights =
          entrants.stream().map(e -> e.rule().weights(examples, e.shape())).toList();
      blends.add(new ContestModel.Blend(entrants, weights, results.get(b).shares()));
      if (Boolean.getBoolean("trace")) System.err.println(request.issuedAt()+" "+results.get(b).choice());
    }
    List<Calibration> calibrations =
        Calibration.of(buckets, results.stream().map(Contest.Result::centres).toList(), clock);
    return new ContestModel(past, rehearsed.last(), blends, calibrations, booster, clock);
  }

  private record Rehearsed(
      Past past, List<Shape> last, List<List<Example>> buckets, List<double[]> lead) {}

  private Rehearsed rehearse(ForecastRequest request) {
    Past past = Past.of(request);
    Folds folds = Folds.of(past.track().span());
    List<List<Shape>> shapes =
        recipe.learners().stream()
            .map(learner -> learner.learn(past.track(), past.calendar(), folds.cutsAndEnd()))
            .toList();
    List<List<Example>> buckets = new Rehearsal(past, clock).run(folds, shapes);
    List<double[]> lead = buckets.stream().map(recipe.entrants().get(0)::rehearsed).toList();
    List<Shape> last = shapes.stream().map(each -> each.get(folds.count())).toList();
    return new Rehearsed(past, last, buckets, lead);
  }

  private Booster booster(ForecastRequest request) {
    if (recipe.entrants().size() == 1 || Boolean.getBoolean("nobooster")) {
      return null;
    }
    long period = (request.resolution().toMinutes() > 15 ? 28 : 7) * LocalClock.DAY_MILLIS;
    Instant at =
        Instant.ofEpochMilli(Math.floorDiv(request.issuedAt().toEpochMilli(), period) * period);
    DemandSeries before = request.history().before(at.minus(request.history().step()).plusMillis(1));
    if (before.known() * before.step().toMillis() < 7 * LocalClock.DAY_MILLIS) {
      return null;
    }
    long key = 31 * before.digest(0, before.size()) + at.toEpochMilli() + request.resolution().toMillis() * 7 + request.horizon().toMillis();
    Booster kept = boosters.get(key);
    if (kept == null) {
      Rehearsed rehearsed =
          rehearse(
              new ForecastRequest(
                  at, request.resolution(), request.horizon(), before, request.calendar()));
      long quiet = rehearsed.buckets().stream().flatMap(List::stream).filter(e -> !e.inEvent()).count();
      kept = quiet < 500 ? null : Booster.grow(rehearsed.buckets(), rehearsed.lead(), clock);
      boosters.put(key, kept);
    }
    return kept;
  }

  private final java.util.Map<Long, Booster> boosters = new java.util.HashMap<>();

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
