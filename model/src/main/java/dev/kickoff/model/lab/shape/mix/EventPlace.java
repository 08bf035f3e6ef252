package dev.kickoff.model.lab.shape.mix;

/**
 * Where within a load an event is, in seconds from the load's beginning.
 *
 * @param endsAt at or after {@code kickoffAt}
 */
public record EventPlace(long kickoffAt, long endsAt) {
  public EventPlace {
    if (endsAt < kickoffAt) {
      throw new IllegalArgumentException("an event ends before its kick-off");
    }
  }
}
