package dev.kickoff.model.lab.shape.function;

import dev.kickoff.model.lab.LoadCurve;
import java.time.Duration;
import java.util.Optional;

/**
 * A load that is given by its values, such as a past event, times a factor; straight lines between
 * the values, and the last one for ever.
 */
public record Played(LoadCurve curve, double times) implements LoadFunction {
  @Override
  public double at(long second) {
    double position = second / (double) curve.step().toSeconds();
    int left = (int) Math.min(curve.size() - 1L, (long) position);
    double share = position - left;
    double value = curve.at(left);
    if (share > 0 && left + 1 < curve.size()) {
      value += (curve.at(left + 1) - value) * share;
    }
    return value * times;
  }

  @Override
  public Optional<Duration> span() {
    return Optional.of(curve.span());
  }
}
