package dev.kickoff.model.lab.shape.function;

import java.time.Duration;
import java.util.Optional;

/**
 * A trapezoid on a level: {@code base} up to {@code at}, straight up to {@code peak} within {@code
 * rise}, held, straight down within {@code fall}, then {@code base}.
 *
 * @param times each zero or more
 */
public record Spike(double base, double peak, Times times) implements LoadFunction {
  /** When it begins, and how long each part of it takes. */
  public record Times(Duration at, Duration rise, Duration hold, Duration fall) {
    Duration whole() {
      return at.plus(rise).plus(hold).plus(fall);
    }
  }

  @Override
  public double at(long second) {
    long up = second - times.at().toSeconds();
    long down = times.whole().toSeconds() - second;
    if (up < 0 || down < 0) {
      return base;
    }
    double share = Math.min(share(up, times.rise()), share(down, times.fall()));
    return share == 1 ? peak : base + (peak - base) * share;
  }

  private static double share(long seconds, Duration of) {
    return of.isZero() ? 1 : Math.min(1, seconds / (double) of.toSeconds());
  }

  @Override
  public Optional<Duration> span() {
    return Optional.of(times.whole());
  }
}
