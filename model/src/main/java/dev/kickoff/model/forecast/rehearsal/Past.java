package dev.kickoff.model.forecast.rehearsal;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.ForecastRequest;
import dev.kickoff.model.forecast.track.LogScale;
import dev.kickoff.model.forecast.track.LogTrack;
import java.time.Duration;

/**
 * The history that a method learns from.
 *
 * @param track in learning steps
 * @param fine the same history in its own steps
 * @param resolution the resolution that will be asked for
 * @param horizon the horizon that will be asked for
 */
public record Past(
    LogTrack track,
    DemandSeries fine,
    LogScale scale,
    EventCalendar calendar,
    Duration resolution,
    Duration horizon) {

  private static final Duration LEARNING_STEP = Duration.ofMinutes(5);

  public static Past of(ForecastRequest request) {
    Duration step = learningStep(request.resolution());
    DemandSeries fine = request.history();
    DemandSeries coarse = fine.resample(step, false);
    LogScale scale = LogScale.suiting(coarse);
    return new Past(
        LogTrack.of(coarse, scale),
        fine,
        scale,
        request.calendar(),
        request.resolution(),
        request.horizon());
  }

  /** The shortest multiple of the resolution that is five minutes or longer. */
  public static Duration learningStep(Duration resolution) {
    long step = resolution.toMillis();
    long least = LEARNING_STEP.toMillis();
    return Duration.ofMillis(step * Math.max(1, (least + step - 1) / step));
  }

  /** Whether demand is known by the minute, so that a step has a highest minute of its own. */
  public boolean knowsMinutes() {
    return fine.step().equals(Duration.ofMinutes(1));
  }
}
