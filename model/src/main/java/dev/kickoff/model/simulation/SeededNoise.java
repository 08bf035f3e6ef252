package dev.kickoff.model.simulation;

/**
 * Random numbers as a function of a seed, a stream and an index, so that any of them can be had
 * without those before it.
 *
 * <p>The bits are the finalizer of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom
 * Number Generators, OOPSLA 2014).
 *
 * @param seed the same seed gives the same numbers
 * @param stream numbers of different streams are independent
 */
public record SeededNoise(long seed, long stream) {
  private static final long GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private static long mixed(long bits) {
    long z = bits;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private long bits(long index) {
    return mixed(mixed(mixed(seed + GAMMA) + stream * GAMMA + GAMMA) + index * GAMMA);
  }

  /** Uniform in [0, 1). */
  public double uniform(long index) {
    return (bits(index) >>> 11) * UNIT;
  }

  /** Standard normal, by the polar form of Box and Muller's transform of two uniform numbers. */
  public double gaussian(long index) {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - uniform(2 * index)));
    return radius * StrictMath.cos(2 * Math.PI * uniform(2 * index + 1));
  }

  /**
   * Smooth noise: standard normal at every whole {@code position}, a straight line between.
   *
   * @param position finite
   */
  public double smooth(double position) {
    long left = (long) Math.floor(position);
    double share = position - left;
    return (1 - share) * gaussian(left) + share * gaussian(left + 1);
  }
}
