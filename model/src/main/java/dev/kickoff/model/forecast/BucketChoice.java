package dev.kickoff.model.forecast;

import java.util.List;

/**
 * Which method forecasts one range of horizons, and by which losses it was chosen.
 *
 * @param fromMinutes the nearest horizon, minutes after the cutoff
 * @param untilMinutes the farthest, exclusive
 * @param method the name of the method that was chosen
 * @param reason one sentence for an operator
 * @param losses the rehearsed loss of every method that took part, the lowest first
 */
public record BucketChoice(
    long fromMinutes, long untilMinutes, String method, String reason, List<MethodLoss> losses) {
  public BucketChoice {
    losses = List.copyOf(losses);
  }

  /**
   * What a method lost in rehearsals within history.
   *
   * @param loss weighted quantile loss as a share of demand, recent rehearsals counting more; 0 and
   *     more, lower is better
   */
  public record MethodLoss(String method, double loss) {}
}
