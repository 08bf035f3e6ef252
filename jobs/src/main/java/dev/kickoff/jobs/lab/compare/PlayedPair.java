package dev.kickoff.jobs.lab.compare;

import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.sim.Draw;
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
}
