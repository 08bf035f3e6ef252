package dev.kickoff.jobs.proof.run;

import dev.kickoff.jobs.proof.fault.Fault;
import dev.kickoff.jobs.proof.fault.FaultSpan;
import dev.kickoff.jobs.proof.story.Demand;
import dev.kickoff.jobs.proof.story.EventStory;
import dev.kickoff.jobs.proof.story.StandInForecaster;
import dev.kickoff.jobs.proof.story.Story;
import dev.kickoff.jobs.proof.story.VirtualTime;
import dev.kickoff.jobs.proof.world.Reading;
import dev.kickoff.jobs.proof.world.Scene;
import dev.kickoff.model.demand.MinuteDemand;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.simulation.SeededNoise;
import java.util.Optional;

/** What is published to the controllers: minutes, forecasts and the calendar, as faults allow. */
final class Feeds {
  private static final int MINUTE = 60;
  private static final int QUARTER = 900;
  private static final int DELAY = 20;
  private static final int LATEST = 600;
  private static final int HISTORY = 3_600;

  private final Scene scene;
  private final Runnable wake;
  private final Demand demand;
  private final StandInForecaster forecaster;
  private final SeededNoise garbage;

  /**
   * @param wake is called after an edit of the calendar
   */
  Feeds(Scene scene, Runnable wake) {
    this.scene = scene;
    this.wake = wake;
    this.demand = new Demand(scene.story(), scene.events().truth());
    this.forecaster = new StandInForecaster(scene.story(), scene.faults(), scene.events(), demand);
    this.garbage = new SeededNoise(scene.story().seed(), 9);
  }

  /** Publishes what was known before the start, and puts down all that comes after it. */
  void plan() {
    for (EventStory.Edit edit : scene.events().edits()) {
      scene.time().at(edit.second(), () -> publish(edit));
    }
    for (int start = -HISTORY; start < -MINUTE; start += MINUTE) {
      scene.publish(new Reading.Minute(minute(start, demand.truthAt(start), 1)));
    }
    for (int start = -MINUTE; start < Story.SECONDS; start += MINUTE) {
      int from = start;
      scene.time().at(from + MINUTE, () -> endOfMinute(from));
    }
  }

  private void publish(EventStory.Edit edit) {
    scene.publish(new Reading.Edit(edit.version()));
    for (FaultSpan span : scene.faults().spans()) {
      if (span.from() == edit.second() && span.fault().label().startsWith("event-")) {
        scene.count(span.fault());
        issue(ForecastKind.FAR, scene.time().second() + DELAY);
        wake.run();
      }
    }
  }

  private void endOfMinute(int from) {
    scene.group().observe(demand.truthAt(from));
    publishMinute(from);
    long now = scene.time().second();
    if (!scene.strikes(Fault.FORECASTS_ABSENT)) {
      long late = scene.strikes(Fault.FORECASTS_LATE) ? lateness(Fault.FORECASTS_LATE) : 0;
      scene.strikes(Fault.FORECASTS_WRONG);
      issue(ForecastKind.NEAR, now + DELAY + late);
      if (now % QUARTER == 0) {
        issue(ForecastKind.FAR, now + DELAY + late);
      }
    }
  }

  private void issue(ForecastKind kind, long arrival) {
    long step = kind.resolution().toSeconds();
    DemandForecast forecast =
        forecaster.issue(kind, Math.floorDiv(scene.time().second(), step) * step);
    scene.time().at(arrival, () -> scene.publish(new Reading.Forecast(forecast)));
  }

  private void publishMinute(int from) {
    if (scene.strikes(Fault.METRICS_LOST)) {
      return;
    }
    boolean half = scene.strikes(Fault.METRICS_HALF);
    MinuteDemand minute = minute(from, measured(from) * (half ? 0.5 : 1), half ? 0.5 : 1);
    long arrival = scene.time().second() + DELAY;
    if (scene.strikes(Fault.METRICS_LATE)) {
      arrival += lateness(Fault.METRICS_LATE);
    }
    scene.time().at(arrival, () -> scene.publish(new Reading.Minute(minute)));
    if (scene.strikes(Fault.METRICS_TWICE)) {
      scene.time().at(arrival + 2 * MINUTE, () -> scene.publish(new Reading.Minute(minute)));
    }
  }

  private double measured(int from) {
    double truth = demand.truthAt(from);
    if (scene.strikes(Fault.METRICS_ZERO)) {
      return 0;
    }
    if (scene.strikes(Fault.METRICS_SIXTYFOLD)) {
      return 60 * truth;
    }
    return scene.strikes(Fault.METRICS_GARBAGE)
        ? 10 * truth * garbage.uniform(from + HISTORY)
        : truth;
  }

  private long lateness(Fault fault) {
    Optional<FaultSpan> span = scene.faults().at(fault, scene.time().second());
    return span.map(s -> (long) (LATEST * s.size())).orElse(0L);
  }

  private MinuteDemand minute(int from, double value, double completeness) {
    return new MinuteDemand(
        scene.story().settings().service(),
        VirtualTime.instantOf(from),
        value,
        completeness,
        1,
        false,
        VirtualTime.instantOf(from + MINUTE + DELAY));
  }
}
