package dev.kickoff.model.lab.twin.fit;

import dev.kickoff.model.lab.HostCurve;
import dev.kickoff.model.lab.twin.fit.Estimate.Found;
import dev.kickoff.model.lab.twin.fit.Estimate.Quantity;
import dev.kickoff.model.lab.twin.reality.Reality;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How long it takes from the processor share passing the threshold to hosts being asked for, at
 * launches whose passing was seen: the share was below it since the launch before.
 */
public final class Detection {
  private Detection() {}

  public static Estimate of(Reality reality, HostCurve host, double threshold) {
    double[] delays = delays(reality, host, threshold);
    if (delays.length == 0) {
      return Estimate.unknown(
          Quantity.DETECTION_DELAY,
          OptionalDouble.empty(),
          reality.launches().isEmpty()
              ? "no launch by an alarm"
              : "CPU was above the threshold all the time before each launch, or below it");
    }
    Order order = new Order(delays);
    double reach = reality.rowMinutes() / 2;
    double low = Math.max(0, order.least() - reach);
    return Estimate.of(
        Quantity.DETECTION_DELAY,
        OptionalDouble.empty(),
        new Found(order.median(), low, order.most() + reach),
        "%d launches; the interval is their range and half a row of CPU".formatted(delays.length));
  }

  private static double[] delays(Reality reality, HostCurve host, double threshold) {
    Watched watched = new Watched(reality, host);
    List<Double> delays = new ArrayList<>();
    int before = 0;
    for (int launch : reality.launches()) {
      int passed = launch;
      while (passed > before && watched.cpu(passed - 1) > threshold) {
        passed--;
      }
      if (passed < launch && passed > before) {
        delays.add(Reality.minutes(launch - passed));
      }
      before = launch;
    }
    return delays.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
