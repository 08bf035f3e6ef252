package dev.kickoff.model.control.surroundings;

import dev.kickoff.model.fleet.ScheduledSize;
import java.util.List;
import java.util.Optional;

/**
 * What a tick sees of the fleet's own schedule, which carries on if we do not.
 *
 * @param dueSoon of all that stands, ours and others', what falls due within a quarter of an hour
 * @param lack what the plan needs that the schedule does not hold, or why it would not be carried
 *     out; empty when all stands
 */
public record Standby(List<ScheduledSize> dueSoon, Optional<String> lack) {
  public Standby {
    dueSoon = List.copyOf(dueSoon);
  }
}
