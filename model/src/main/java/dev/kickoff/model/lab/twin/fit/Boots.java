package dev.kickoff.model.lab.twin.fit;

import dev.kickoff.model.lab.twin.fit.Estimate.Found;
import dev.kickoff.model.lab.twin.fit.Estimate.Quantity;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;

/** How long hosts boot, from the launches that were seen. */
public final class Boots {
  private static final double Z = 1.959964;
  private static final double Z95 = 1.6448536269514722;
  private static final int FEWEST = 3;
  private static final int FEWEST_FOR_SPREAD = 5;

  private final double[] minutes;

  /**
   * @param minutes from asked-for to in service, one for each host
   */
  public Boots(double[] minutes) {
    this.minutes = minutes;
  }

  /** The median; its interval is that of the order statistics. */
  public Estimate median(double planned) {
    int n = minutes.length;
    if (n < FEWEST) {
      return Estimate.unknown(
          Quantity.BOOT_MEDIAN,
          OptionalDouble.of(planned),
          "%d hosts were seen to boot; at least %d are needed".formatted(n, FEWEST));
    }
    Order order = new Order(minutes);
    int reach = (int) Math.ceil(n / 2.0 - Z * Math.sqrt(n) / 2) - 1;
    int from = Math.max(0, reach);
    double covered = 100 * (1 - Math.pow(2, 1.0 - n));
    String how =
        from > 0
            ? "%d hosts; 95 %% interval by order".formatted(n)
            : String.format(
                Locale.ROOT, "%d hosts; their range holds the median with %.0f %%", n, covered);
    Found found = new Found(order.median(), order.at(from), order.at(n - 1 - from));
    return Estimate.of(Quantity.BOOT_MEDIAN, OptionalDouble.of(planned), found, how);
  }

  /**
   * The 95th percentile over the median, of the lognormal that the simulator draws from; its
   * interval by the chi-square of the variance, after Wilson and Hilferty, PNAS 17 (1931).
   */
  public Estimate spread(double planned) {
    int n = minutes.length;
    double[] logs = Arrays.stream(minutes).filter(boot -> boot > 0).map(Math::log).toArray();
    if (n < FEWEST_FOR_SPREAD || logs.length < n) {
      return Estimate.unknown(
          Quantity.BOOT_SPREAD,
          OptionalDouble.of(planned),
          n < FEWEST_FOR_SPREAD
              ? "%d hosts were seen to boot; at least %d are needed".formatted(n, FEWEST_FOR_SPREAD)
              : "some hosts served as soon as they were asked for");
    }
    double mean = Arrays.stream(logs).average().orElseThrow();
    double squares = Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum();
    int free = n - 1;
    Found found =
        new Found(
            ratio(squares / free),
            ratio(squares / chiSquare(free, Z)),
            ratio(squares / chiSquare(free, -Z)));
    return Estimate.of(
        Quantity.BOOT_SPREAD,
        OptionalDouble.of(planned),
        found,
        "%d hosts, taken as lognormal".formatted(n));
  }

  private static double ratio(double variance) {
    return Math.exp(Z95 * Math.sqrt(variance));
  }

  private static double chiSquare(int free, double z) {
    double part = 2 / (9.0 * free);
    return free * Math.pow(Math.max(0.1, 1 - part + z * Math.sqrt(part)), 3);
  }
}
