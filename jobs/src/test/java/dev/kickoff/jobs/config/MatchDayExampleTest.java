package dev.kickoff.jobs.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.simulation.MatchDay;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatchDayExampleTest {
  private static final Path FLEET = Path.of("../deploy/examples/match-day/fleet.yaml");

  @Test
  void hasAFleetThatCanCarryTheFinalButNotFromTheStart() {
    FleetSettings fleet = Inputs.fleet(FLEET);
    MatchDay day = MatchDay.DEFAULT;
    DemandSeries demand = day.minutes(day.from(), day.until());

    double peak = IntStream.range(0, demand.size()).mapToDouble(demand::value).max().orElseThrow();

    assertThat(fleet.group().profile().hostsFor(peak))
        .isBetween(90, 115)
        .isLessThan(fleet.group().bounds().max())
        .isGreaterThan(5 * fleet.group().bounds().desired());
    assertThat(fleet.reactive()).isPresent();
  }
}
