package dev.kickoff.model.fleet;

/**
 * The three sizes of a group, in hosts, as AWS names them.
 *
 * @param min the floor, not negative
 * @param max the ceiling, not below {@code min}
 * @param desired what the group strives for; normally within the two
 */
public record GroupSize(int min, int max, int desired) {
  public GroupSize {
    if (min < 0 || max < min || desired < 0) {
      throw new IllegalArgumentException(
          "group sizes must satisfy 0 <= min <= max and desired >= 0: "
              + min
              + ", "
              + max
              + ", "
              + desired);
    }
  }

  /** The same bounds with another desired capacity. */
  public GroupSize withDesired(int hosts) {
    return new GroupSize(min, max, hosts);
  }
}
