package dev.kickoff.model.lab.shape.function;

import dev.kickoff.model.simulation.SeededNoise;
import java.time.Duration;
import java.util.Optional;

/**
 * Random numbers for ever: normal around {@code mean} with {@code deviation} at every multiple of
 * {@code every}, straight lines between. To vary a load in proportion, multiply it by a noise of
 * mean 1.
 *
 * @param every above zero
 * @param seed the same seed gives the same numbers, however long the load is
 */
public record Noise(double mean, double deviation, Duration every, long seed)
    implements LoadFunction {
  private static final long STREAM = 5;

  @Override
  public double at(long second) {
    double position = second / (double) every.toSeconds();
    return mean + deviation * new SeededNoise(seed, STREAM).smooth(position);
  }

  @Override
  public Optional<Duration> span() {
    return Optional.empty();
  }
}
