package dev.kickoff.deploy.house.broken.jobs.api;

import dev.kickoff.deploy.house.broken.jobs.config.Settings;
import dev.kickoff.deploy.house.broken.model.fleet.Fleet;
import java.util.function.ToIntFunction;

/** Breaks: only the control loop calls the fleet; and the other half of a cycle. */
public class ConsoleServer {
  final Settings settings;

  ConsoleServer(Settings settings) {
    this.settings = settings;
  }

  int scale(Fleet fleet) {
    return fleet.scale(3);
  }

  ToIntFunction<String> describe(Fleet fleet) {
    return fleet::describe;
  }
}
