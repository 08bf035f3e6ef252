package dev.kickoff.model.simulation;

import dev.kickoff.model.simulation.group.SimulatedGroup;
import java.time.Instant;
import java.util.OptionalDouble;

/** A policy in a replay, with the simulated group it steers. */
public interface Contender {
  /** Its name, as in {@code timeline.csv}. */
  String policy();

  /** The group it steers. */
  SimulatedGroup group();

  /** Tells it what a minute's demand was, once the minute is over; empty in a gap. */
  void observe(Instant minuteEnd, OptionalDouble requestsPerMinute);

  /** Lets it act at {@code now} on what is available by then. */
  void tick(Instant now, Available available);

  /** Why its group is as it is, in one line. */
  String reason();
}
