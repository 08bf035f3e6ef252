package dev.kickoff.connectors.aws;

import dev.kickoff.model.fleet.FleetException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.services.autoscaling.model.FailedScheduledUpdateGroupActionRequest;

/**
 * Calls that AWS takes fifty items at a time of, and whose failures hide inside a success.
 *
 * @param name of an item
 * @param call carries one batch out and returns what of it failed
 */
record Batches<T>(
    Function<T, String> name,
    Function<List<T>, List<FailedScheduledUpdateGroupActionRequest>> call) {
  private static final int LARGEST = 50;

  /**
   * Carries all out; returns why not, by name.
   *
   * <p>When a later batch fails as a whole, the earlier ones stand: its names are refused one by
   * one with what was said, so that the caller knows which stand.
   *
   * @throws FleetException when the first batch fails as a whole
   */
  Map<String, String> carryOut(List<T> all) {
    Map<String, String> refused = new TreeMap<>();
    for (int from = 0; from < all.size(); from += LARGEST) {
      List<T> batch = all.subList(from, Math.min(all.size(), from + LARGEST));
      try {
        for (FailedScheduledUpdateGroupActionRequest failed : call.apply(batch)) {
          refused.put(
              failed.scheduledActionName(), failed.errorCode() + ": " + failed.errorMessage());
        }
      } catch (FleetException e) {
        if (from == 0) {
          throw e;
        }
        batch.forEach(item -> refused.put(name.apply(item), String.valueOf(e.getMessage())));
      }
    }
    return refused;
  }
}
