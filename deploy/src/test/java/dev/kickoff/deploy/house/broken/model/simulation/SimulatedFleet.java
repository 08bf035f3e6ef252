package dev.kickoff.deploy.house.broken.model.simulation;

import dev.kickoff.deploy.house.broken.model.fleet.Fleet;

/** Keeps the rule: a fleet may call itself, and the simulation may call a fleet. */
class SimulatedFleet implements Fleet {
  @Override
  public int describe(String group) {
    return 1;
  }

  @Override
  public int scale(int hosts) {
    return describe("web");
  }

  static int run(Fleet fleet) {
    return fleet.scale(2);
  }
}
