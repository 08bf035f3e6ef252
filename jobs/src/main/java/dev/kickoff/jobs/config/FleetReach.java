package dev.kickoff.jobs.config;

import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.fleet.FleetDoor;
import java.net.URI;
import java.util.Optional;

/** The keys of a fleet file that say where and as whom a group is reached. */
final class FleetReach {
  private FleetReach() {}

  static FleetDoor read(YamlSection root) {
    Optional<YamlSection> found = root.section("aws", "{region: eu-west-3}");
    if (found.isEmpty()) {
      return FleetDoor.DEFAULT;
    }
    YamlSection aws = found.get();
    Optional<String> region = aws.text("region");
    Optional<String> role = aws.text("role");
    Optional<String> externalId = aws.text("externalId");
    Optional<URI> endpoint = endpoint(aws);
    aws.refuseUnknownKeys();
    try {
      return new FleetDoor(region, role, externalId, endpoint);
    } catch (IllegalArgumentException e) {
      aws.refuse("role", ": " + e.getMessage(), "correct it");
      return FleetDoor.DEFAULT;
    }
  }

  private static Optional<URI> endpoint(YamlSection aws) {
    Optional<String> text = aws.text("endpoint");
    try {
      return text.map(URI::create);
    } catch (IllegalArgumentException e) {
      aws.refuse("endpoint", " is no address", "write http://host:port, or leave it out");
      return Optional.empty();
    }
  }
}
