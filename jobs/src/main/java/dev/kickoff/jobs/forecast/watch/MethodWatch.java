package dev.kickoff.jobs.forecast.watch;

import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.MethodNote;
import org.apache.flink.metrics.Counter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says aloud, once, when another method makes the forecasts of a service than before: a warning
 * where it stands further down the chain, which is counted too.
 */
public final class MethodWatch {
  private static final Logger LOG = LoggerFactory.getLogger(MethodWatch.class);

  private final Counter demotions;

  /**
   * Which method made the last forecast of a kind.
   *
   * @param passedOver how many methods were tried before it
   */
  public record UsedMethod(String method, int passedOver) {
    /** The method of a forecast. */
    public static UsedMethod of(DemandForecast forecast) {
      MethodNote note = forecast.method();
      return new UsedMethod(note.method(), note.passedOver().size());
    }
  }

  /**
   * @param demotions is raised by one at each fall back
   */
  public MethodWatch(Counter demotions) {
    this.demotions = demotions;
  }

  /** Compares a forecast's method with the one before, which is null for the first forecast. */
  public void see(DemandForecast forecast, @Nullable UsedMethod before) {
    UsedMethod now = UsedMethod.of(forecast);
    if (before == null || now.method().equals(before.method())) {
      return;
    }
    if (now.passedOver() > before.passedOver()) {
      demotions.inc();
      LOG.warn(
          "{} forecasts of {} fall back from {} to {}: {}",
          forecast.kind(),
          forecast.service(),
          before.method(),
          now.method(),
          String.join("; ", forecast.method().passedOver()));
    } else {
      LOG.info(
          "{} forecasts of {} are made by {} instead of {}",
          forecast.kind(),
          forecast.service(),
          now.method(),
          before.method());
    }
  }
}
