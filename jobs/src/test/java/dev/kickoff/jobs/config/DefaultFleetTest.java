package dev.kickoff.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DefaultFleetTest {
  @Test
  void isTheFleetOfTheMatchDayExample() {
    FleetSettings example = FleetFile.read(Path.of("../deploy/examples/match-day/fleet.yaml"));
    FleetSettings built = DefaultFleet.settings();
    assertThat(example.group()).isEqualTo(built.group());
    assertThat(example.reactive()).isEqualTo(built.reactive());
    assertThat(example.zones()).isEqualTo(built.zones());
    assertThat(example.costs()).isEqualTo(built.costs());
  }
}
