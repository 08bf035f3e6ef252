package dev.kickoff.jobs.proof.story;

import dev.kickoff.jobs.proof.fault.Fault;
import dev.kickoff.jobs.proof.fault.FaultPlan;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.MethodNote;
import dev.kickoff.model.forecast.Quantiles;
import dev.kickoff.model.simulation.SeededNoise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Forecasts without a model: what will be, off by a seeded error, as far as the calendar knows it.
 *
 * <p>The quantiles lie 10, 15 and 25 % above the median. The far forecast reaches to an hour after
 * the run.
 */
public final class StandInForecaster {
  private static final MethodNote METHOD = new MethodNote("stand-in", "made up", List.of());
  private static final long END = Story.SECONDS + 3_600;
  private static final double ERROR = 0.08;
  private static final double WORST = 3;

  private final Story story;
  private final FaultPlan faults;
  private final EventStory events;
  private final Demand demand;
  private final SeededNoise error;

  public StandInForecaster(Story story, FaultPlan faults, EventStory events, Demand demand) {
    this.story = story;
    this.faults = faults;
    this.events = events;
    this.demand = demand;
    this.error = new SeededNoise(story.seed(), 4);
  }

  /** The forecast of a kind issued at a second, on a whole step of its resolution. */
  public DemandForecast issue(ForecastKind kind, long second) {
    long step = kind.resolution().toSeconds();
    long reach = kind == ForecastKind.NEAR ? kind.horizon().toSeconds() : END - second;
    int count = (int) (reach / step);
    Event known = events.knownAt(second);
    double bias = (1 + ERROR * error.smooth(second / 1_200.0)) * wrongBy(second);
    List<ForecastStep> steps = new ArrayList<>(count);
    Instant from = VirtualTime.instantOf(second);
    for (int i = 0; i < count; i++) {
      double median = Math.max(0, bias * demand.expectedAt(second + i * step, known));
      Quantiles q = new Quantiles(median, 1.1 * median, 1.15 * median, 1.25 * median);
      Instant until = from.plusSeconds(step);
      steps.add(new ForecastStep(from, until, q, q));
      from = until;
    }
    return new DemandForecast(
        story.settings().service(),
        kind,
        VirtualTime.instantOf(second),
        kind.resolution(),
        known.version().revision(),
        kind == ForecastKind.FAR ? METHOD.knowing(story.supervision().past()) : METHOD,
        Optional.of(VirtualTime.instantOf(second - 60)),
        steps);
  }

  /** From a third to three, evenly on a logarithmic scale. */
  private double wrongBy(long second) {
    return faults
        .at(Fault.FORECASTS_WRONG, second)
        .map(span -> StrictMath.pow(WORST, 2 * span.size() - 1))
        .orElse(1.0);
  }
}
