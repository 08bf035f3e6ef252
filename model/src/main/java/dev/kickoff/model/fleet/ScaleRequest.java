package dev.kickoff.model.fleet;

import java.util.OptionalInt;

/**
 * An absolute change of a group's sizes; asking twice is asking once.
 *
 * @param min the new floor in hosts
 * @param desired the new desired capacity; empty (the rule) leaves it to the group's own policy
 */
public record ScaleRequest(String group, int min, OptionalInt desired) {
  public ScaleRequest {
    if (min < 0 || (desired.isPresent() && desired.getAsInt() < min)) {
      throw new IllegalArgumentException("cannot ask for min " + min + ", desired " + desired);
    }
  }
}
