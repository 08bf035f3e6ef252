package dev.kickoff.deploy.house.broken.jobs.control;

import dev.kickoff.deploy.house.broken.model.fleet.Fleet;

/** Keeps the rule: the control loop calls the fleet. */
class ControlLoop {
  int tick(Fleet fleet) {
    return fleet.scale(fleet.describe("web"));
  }
}
