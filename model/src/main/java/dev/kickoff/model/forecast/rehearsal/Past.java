package dev.kickoff.model.forecast.rehearsal;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.quality.Learnable;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.LogScale;
import dev.kickoff.model.forecast.track.LogTrack;
import java.time.Duration;

/**
 * The history that a method learns from.
 *
 * @param track in learning steps
 * @param learnable the same history in its own steps, without what must not be learnt
 * @param resolution the resolution that will be asked for
 * @param horizon the horizon that will be asked for
 */
public record Past(
    LogTrack track,
    Learnable learnable,
    LogScale scale,
    EventCalendar calendar,
    Duration resolution,
    Duration horizon) {

  private static final Duration LEARNING_STEP = Duration.ofMinutes(5);

  public static Past of(ForecastRequest request, LocalClock clock) {
    Duration step = learningStep(request.resolution());
    Learnable learnable = Learnable.of(request.history(), hints(request, clock));
    DemandSeries coarse = learnable.series().resample(step, false);
    LogScale scale = LogScale.suiting(coarse);
    return new Past(
        LogTrack.of(coarse, scale),
        learnable,
        scale,
        request.calendar(),
        request.resolution(),
        request.horizon());
  }

  /** What is known beside the history of a request. */
  public static Learnable.Hints hints(ForecastRequest request, LocalClock clock) {
    return new Learnable.Hints(clock, request.calendar(), request.told());
  }

  /** The history in its own steps, without what must not be learnt. */
  public DemandSeries fine() {
    return learnable.series();
  }

  /** The shortest multiple of the resolution that is five minutes or longer. */
  public static Duration learningStep(Duration resolution) {
    long step = resolution.toMillis();
    long least = LEARNING_STEP.toMillis();
    return Duration.ofMillis(step * Math.max(1, (least + step - 1) / step));
  }

  /** Whether demand is known by the minute, so that a step has a highest minute of its own. */
  public boolean knowsMinutes() {
    return fine().step().equals(Duration.ofMinutes(1));
  }
}
