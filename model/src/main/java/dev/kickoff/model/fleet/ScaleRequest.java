package dev.kickoff.model.fleet;

import java.util.OptionalInt;

/**
 * An absolute change of a group's sizes; asking twice is asking once.
 *
 * @param min the new floor in hosts
 * @param desired the new desired capacity; empty (the rule) leaves it to the group's own policy
 * @param max the new ceiling; empty (the rule) leaves it as it is
 */
public record ScaleRequest(String group, int min, OptionalInt desired, OptionalInt max) {
  public ScaleRequest {
    if (min < 0 || desired.orElse(min) < min || max.orElse(desired.orElse(min)) < min) {
      throw new IllegalArgumentException(
          "cannot ask for min " + min + ", desired " + desired + ", max " + max);
    }
  }

  /** A request that leaves the ceiling as it is. */
  public ScaleRequest(String group, int min, OptionalInt desired) {
    this(group, min, desired, OptionalInt.empty());
  }
}
