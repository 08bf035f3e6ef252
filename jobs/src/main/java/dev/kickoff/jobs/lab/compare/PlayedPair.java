package dev.kickoff.jobs.lab.compare;

import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.sim.Draw;
import dev.kickoff.model.lab.sim.LabGroup;
import java.util.List;

/**
 * What all variants are played under to make one pair: a load, and draws that are averaged.
 *
 * @param name of a day or a draw
 * @param draws at least one
 * @param beginsAsNeeded whether the group begins with the hosts that the load needs, if more
 */
record PlayedPair(String name, LoadCurve load, List<Draw> draws, boolean beginsAsNeeded) {
  PlayedPair {
    draws = List.copyOf(draws);
  }

  /**
   * The group as it begins: a day with the hosts that its first minute needs at the knee, if those
   * are more.
   */
  LabGroup begun(LabGroup group) {
    if (!beginsAsNeeded) {
      return group;
    }
    double each = group.host().rpmAt(group.host().kneeCpu());
    int needed = (int) Math.ceil(Math.min(load.at(0) / each, group.max()));
    return new LabGroup(
        group.host(),
        Math.max(group.initial(), needed),
        group.min(),
        group.max(),
        group.warmIn(),
        group.guarded(),
        group.serviceMillis());
  }
}
