package dev.kickoff.model.lab.twin;

import dev.kickoff.model.lab.sim.AlarmSettings;
import dev.kickoff.model.lab.sim.Rearm;

/**
 * An alarm that might be the group's, and how far the launches that it would have asked for are
 * from those that happened.
 *
 * @param phase of its periods, in steps
 * @param minutes off, on average over the real launches
 */
record AlarmFit(AlarmSettings alarm, Rearm rearm, int phase, double minutes) {
  /** Whether it is the same but for the phase and the cooldown. */
  boolean isLike(AlarmSettings other) {
    return alarm.kind() == other.kind()
        && alarm.length().equals(other.length())
        && alarm.periods() == other.periods()
        && alarm.needed() == other.needed();
  }
}
