package dev.kickoff.model.simulation;

import dev.kickoff.model.capacity.CapacityPlanner;
import dev.kickoff.model.capacity.PlanRequest;
import dev.kickoff.model.control.guardrail.evidence.MissingDataNeverLowers;
import dev.kickoff.model.control.surroundings.ForecastTrust;
import dev.kickoff.model.control.surroundings.Surroundings;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastStep;
import dev.kickoff.model.forecast.Quantiles;
import dev.kickoff.model.forecast.health.ForecastHealth;
import dev.kickoff.model.override.OverrideBook;
import dev.kickoff.model.simulation.group.SimulatedGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The whole brain over recorded demand, on a virtual clock.
 *
 * <p>Forecasts are issued on the minute and the quarter of an hour, as in the live job, and every
 * input is seen {@linkplain MissingDataNeverLowers#INGEST_DELAY later} than it came to be. The
 * controller ticks every 15 seconds. Deterministic: equal inputs give equal rows.
 */
public final class Replay {
  private static final Duration TICK = Duration.ofSeconds(15);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration RECENT = Duration.ofHours(1);

  /** A minute is final once it has ended and the allowed lateness, here a minute, has passed. */
  private static final Duration SETTLES_AFTER = Duration.ofMinutes(2);

  private final ReplayInput input;
  private final IssuedForecasts.Source forecasts;
  private final CapacityPlanner planner;
  private Optional<DemandForecast> near = Optional.empty();
  private Optional<DemandForecast> far = Optional.empty();
  private final ForecastHealth health = new ForecastHealth();
  private Optional<Available.Plans> plans = Optional.empty();

  public Replay(ReplayInput input, IssuedForecasts.Source forecasts, CapacityPlanner planner) {
    this.input = input;
    this.forecasts = forecasts;
    this.planner = planner;
  }

  /** Plays the span with these contenders; rows come minute by minute, in their order. */
  public void play(List<Contender> contenders, Consumer<TimelineRow> rows) {
    playSideBySide(List.of(new Stage(this, contenders, rows)));
  }

  /**
   * A replay with the contenders it plays and what takes their rows.
   *
   * @param rows get every row of a minute, in the contenders' order
   */
  public record Stage(Replay replay, List<Contender> contenders, Consumer<TimelineRow> rows) {
    public Stage {
      contenders = List.copyOf(contenders);
    }
  }

  /**
   * Plays replays of one span minute by minute together, so that they can share the forecasts of
   * one source; it is asked for a minute by each, before any asks for the next.
   */
  public static void playSideBySide(List<Stage> stages) {
    ReplayInput span = stages.get(0).replay().input;
    stages.forEach(stage -> stage.replay().take(new ForecastSchedule(span).firstAt()));
    for (Instant at = span.from(); at.isBefore(span.until()); at = at.plus(MINUTE)) {
      for (Stage stage : stages) {
        stage.replay().minute(at, stage);
      }
    }
  }

  private void minute(Instant at, Stage stage) {
    List<Contender> contenders = stage.contenders();
    Instant settled = at.minus(SETTLES_AFTER);
    input.minutes().at(settled).ifPresent(demand -> health.settled(settled, demand));
    Available earlier = available(at);
    for (Contender contender : contenders) {
      contender.group().advanceTo(at);
      contender.observe(at, input.minutes().at(at.minus(MINUTE)));
      contender.tick(at, earlier);
      stage.rows().accept(row(at, contender));
    }
    Available still = available(at.plus(TICK));
    contenders.forEach(tickAt(at.plus(TICK), still));
    take(at);
    for (Instant tick = at.plus(TICK.multipliedBy(2));
        tick.isBefore(at.plus(MINUTE));
        tick = tick.plus(TICK)) {
      contenders.forEach(tickAt(tick, available(tick)));
    }
  }

  private static Consumer<Contender> tickAt(Instant tick, Available available) {
    return contender -> contender.tick(tick, available);
  }

  private void take(Instant at) {
    IssuedForecasts issued = forecasts.at(at);
    near = Optional.of(issued.near());
    far = issued.far().or(() -> far);
    health.issued(issued.near());
    issued.far().ifPresent(health::issued);
    PlanRequest request = input.group().planRequest(near, far, input.calendar().asKnownAt(at));
    plans = Optional.of(new Available.Plans(planner, request));
  }

  private Available available(Instant now) {
    Instant arrived = now.minus(MissingDataNeverLowers.INGEST_DELAY).minus(MINUTE).plusMillis(1);
    DemandSeries recent = input.minutes().before(arrived).from(now.minus(RECENT));
    return new Available(recent, plans, input.calendar().asKnownAt(now), surroundings());
  }

  /** Nobody orders anything in a replay, and the group has no schedule of its own. */
  private Surroundings surroundings() {
    return new Surroundings(
        OverrideBook.empty(),
        Optional.empty(),
        ForecastTrust.of(health),
        far.flatMap(f -> f.method().past()),
        Optional.empty(),
        Optional.empty());
  }

  private TimelineRow row(Instant at, Contender contender) {
    SimulatedGroup group = contender.group();
    TimelineRow.Hosts hosts =
        new TimelineRow.Hosts(
            input.requiredAt(at), group.inService(), group.size().desired(), group.size().min());
    Optional<Quantiles> expected = near.flatMap(f -> f.stepAt(at)).map(ForecastStep::mean);
    return new TimelineRow(
        at, contender.policy(), input.minutes().at(at), hosts, expected, contender.reason());
  }
}
