package dev.kickoff.model.forecast.method;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.ForecastModel;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.Forecaster;
import dev.kickoff.model.forecast.conformal.Calibration;
import dev.kickoff.model.forecast.contest.Boosters;
import dev.kickoff.model.forecast.contest.Contest;
import dev.kickoff.model.forecast.contest.Rehearsed;
import dev.kickoff.model.forecast.track.LocalClock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Methods of two parts each, which compete: a shape, and the weighing of what recent demand lies
 * above it.
 *
 * <p>{@code log demand(T + h) = shape(T + h) + w(h) . rest before T}, its quantiles by split
 * conformal calibration on rolling origins inside the history. The shapes are learnt from all of
 * the history in the end; the errors are those of shapes learnt from its older part.
 */
final class ShapedForecaster implements Forecaster {
  private final String name;
  private final Recipe recipe;
  private final LocalClock clock;
  private final Boosters boosters;

  ShapedForecaster(String name, Recipe recipe, LocalClock clock) {
    this.name = name;
    this.recipe = recipe;
    this.clock = clock;
    this.boosters = new Boosters(clock);
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
    Recipe used = recipe.suiting(request.calendar());
    Rehearsed rehearsed = rehearsed(request, used);
    Boosters.Grown grown =
        used.boosted()
            ? boosters.at(request, then -> rehearsed(then, used))
            : new Boosters.Grown(Optional.empty());
    List<Contest.Result> results =
        new Contest(used.entrants(), grown.booster(), rehearsed.past().scale()).run(rehearsed);
    List<double[]> centres = results.stream().map(Contest.Result::centres).toList();
    List<Calibration> calibrations = Calibration.of(rehearsed.buckets(), centres, clock);
    ForecastModel model = new ShapedModel(rehearsed, results, calibrations, clock);
    boosters.keep(grown, model);
    return model;
  }

  private Rehearsed rehearsed(ForecastRequest request, Recipe used) {
    return Rehearsed.of(request, used.learners(), used.entrants().get(0), clock);
  }

  private static long reachMillis(DemandSeries history) {
    return (history.size() - history.firstKnown()) * history.step().toMillis();
  }

  private static String inWords(Duration duration) {
    return duration.toDays() > 0 ? duration.toDays() + " d" : duration.toMinutes() + " min";
  }
}
