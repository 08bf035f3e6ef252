package dev.kickoff.model.fleet;

import java.time.Instant;
import java.util.OptionalInt;

/**
 * Sizes that the fleet's owner will set by itself at an instant: one scheduled action.
 *
 * <p>It sets what it names absolutely and leaves the rest; it is no maximum of what stands.
 *
 * @param name unique within its group; putting the name again replaces it
 * @param startAt when it falls due; it may be carried out up to two minutes later
 * @param min the floor it sets, in hosts; empty leaves it
 * @param max the ceiling it sets, in hosts; empty leaves it
 * @param desired the desired capacity it sets, in hosts; empty leaves it
 */
public record ScheduledSize(
    String name, Instant startAt, OptionalInt min, OptionalInt max, OptionalInt desired) {
  public ScheduledSize {
    if (name.isBlank() || (min.isEmpty() && max.isEmpty() && desired.isEmpty())) {
      throw new IllegalArgumentException(
          "a scheduled action needs a name and a size: '" + name + "' at " + startAt);
    }
    if (min.orElse(0) < 0 || max.orElse(min.orElse(0)) < min.orElse(0)) {
      throw new IllegalArgumentException(
          "scheduled action '" + name + "' sets min " + min + " and max " + max);
    }
  }

  /** One that sets a floor and nothing else. */
  public static ScheduledSize floor(String name, Instant startAt, int min) {
    return new ScheduledSize(
        name, startAt, OptionalInt.of(min), OptionalInt.empty(), OptionalInt.empty());
  }
}
