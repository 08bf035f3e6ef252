package dev.kickoff.model.simulation.group;

import java.util.OptionalInt;

/**
 * A change of a group's sizes, in hosts; what is empty was not asked for.
 *
 * @param min not negative
 * @param max not negative
 * @param desired not negative
 */
public record SizeChange(OptionalInt min, OptionalInt max, OptionalInt desired) {
  public SizeChange {
    if (min.orElse(0) < 0 || max.orElse(0) < 0 || desired.orElse(0) < 0) {
      throw new IllegalArgumentException(
          "sizes must not be negative: " + min + ", " + max + ", " + desired);
    }
  }

  /** Another floor and nothing else. */
  public static SizeChange ofMin(int min) {
    return new SizeChange(OptionalInt.of(min), OptionalInt.empty(), OptionalInt.empty());
  }

  /** Another desired capacity and nothing else. */
  public static SizeChange ofDesired(int desired) {
    return new SizeChange(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.of(desired));
  }
}
