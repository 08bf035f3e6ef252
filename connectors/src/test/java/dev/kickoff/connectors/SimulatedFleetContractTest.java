package dev.kickoff.connectors;

import dev.kickoff.model.fleet.Fleet;
import dev.kickoff.model.simulation.group.SimulatedFleet;
import dev.kickoff.model.simulation.group.SimulatedGroup;
import java.time.Duration;
import java.util.List;

class SimulatedFleetContractTest implements FleetScheduleContract {
  private final VirtualClock clock = new VirtualClock(START);
  private final Fleet fleet =
      new SimulatedFleet(clock, List.of(new SimulatedGroup(SHAPE, SIZE, START)));

  @Override
  public Fleet fleet() {
    return fleet;
  }

  @Override
  public void pass(Duration time) {
    clock.pass(time);
  }
}
