package dev.kickoff.connectors.awssim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.VirtualClock;
import dev.kickoff.connectors.awssim.SimulatedRegion.GroupView;
import dev.kickoff.connectors.awssim.fault.FaultPlan;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.simulation.group.GroupShape;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import dev.kickoff.model.simulation.group.SizeChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedRegionTest {
  private static final Instant START = Instant.parse("1998-06-10T12:00:00Z");
  private static final GroupSize SIZE = new GroupSize(2, 40, 10);

  @TempDir private Path folder;
  private final VirtualClock clock = new VirtualClock(START);

  @Test
  void hostsThatWereBootingGoOnBootingAfterARestart() {
    region(SIZE).change("web", SizeChange.ofMin(14));
    clock.pass(Duration.ofMinutes(4));
    SimulatedRegion restarted = region(SIZE);
    assertThat(web(restarted).size()).isEqualTo(new GroupSize(14, 40, 14));
    assertThat(serving(restarted)).isEqualTo(10);
    clock.pass(Duration.ofMinutes(6));
    assertThat(serving(restarted)).isEqualTo(14);
    assertThat(restarted.activities()).hasSize(4);
  }

  @Test
  void aMinuteThatWasFedBeforeARestartIsNotCountedAgain() {
    clock.pass(Duration.ofMinutes(1));
    region(SIZE).observe("web", clock.instant(), 1_000);
    SimulatedRegion restarted = region(SIZE);
    restarted.observe("web", clock.instant(), 1e6);
    assertThat(web(restarted).size()).isEqualTo(SIZE);
    clock.pass(Duration.ofMinutes(1));
    restarted.observe("web", clock.instant(), 1e6);
    assertThat(web(restarted).size().desired()).isEqualTo(40);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void restartsLeaveNoTraceInWhatHappens(long seed) throws IOException {
    Random random = new Random(seed);
    Path other = Files.createDirectory(folder.resolve("other"));
    SimulatedRegion steady = region(other, SIZE);
    SimulatedRegion restarting = region(SIZE);
    for (int i = 0; i < 150; i++) {
      clock.pass(Duration.ofMinutes(1));
      double demand = 20_000 * random.nextDouble();
      int floor = 2 + random.nextInt(20);
      for (SimulatedRegion region : List.of(steady, restarting)) {
        region.observe("web", clock.instant(), demand);
        region.change("web", SizeChange.ofMin(floor));
      }
      assertThat(web(restarting)).isEqualTo(web(steady));
      restarting = random.nextInt(5) == 0 ? region(SIZE) : restarting;
    }
    assertThat(restarting.activities()).isEqualTo(steady.activities());
  }

  @Test
  void aFloorAndACeilingThatAreDefinedAnewAreApplied() {
    region(SIZE).change("web", SizeChange.ofMin(14));
    assertThat(web(region(new GroupSize(3, 12, 5))).size()).isEqualTo(new GroupSize(3, 12, 12));
    assertThat(web(region(new GroupSize(3, 12, 5))).size()).isEqualTo(new GroupSize(3, 12, 12));
  }

  @Test
  void aFileThatWasCutOffIsAnErrorThatNamesItAndTheRemedy() throws IOException {
    region(SIZE);
    Path file = folder.resolve("groups.json");
    Files.writeString(file, Files.readString(file).substring(0, 40));
    assertThatThrownBy(() -> region(SIZE))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ":1:")
        .hasMessageContaining(": not the state of simulated groups (")
        .hasMessageEndingWith("); move the file away to start with the groups as they are defined");
  }

  @Test
  void aFileThatContradictsItselfIsAnError() throws IOException {
    region(SIZE);
    Path file = folder.resolve("groups.json");
    Files.writeString(file, Files.readString(file).replace("\"hosts\":10", "\"hosts\":9"));
    assertThatThrownBy(() -> region(SIZE))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("9 hosts do not make GroupSize[min=2, max=40, desired=10]");
  }

  @Test
  void aFileOfAnotherFormatIsAnError() throws IOException {
    Files.writeString(folder.resolve("groups.json"), "{\"format\":2}");
    assertThatThrownBy(() -> region(SIZE)).hasMessageContaining("format 2 is not 1");
  }

  @Test
  void keepsTheLastFewHundredActivities() {
    SimulatedRegion region = region(SIZE);
    for (int i = 0; i < 610; i++) {
      region.setDesired("web", 10 + (i + 1) % 2);
    }
    assertThat(region.activities()).hasSize(600);
    assertThat(region.activities().get(0).id()).isEqualTo(609);
  }

  @Test
  void manyCallersAtOnceNeverSeeAGroupThatContradictsItself() throws Exception {
    SimulatedRegion region = region(SIZE);
    ExecutorService callers = Executors.newFixedThreadPool(6);
    try {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int seed = 0; seed < 6; seed++) {
        Random random = new Random(seed);
        tasks.add(() -> hammer(region, random));
      }
      for (Future<Integer> calls : callers.invokeAll(tasks)) {
        assertThat(calls.get()).isEqualTo(200);
      }
    } finally {
      callers.shutdownNow();
    }
    assertThat(web(region(SIZE))).isEqualTo(web(region));
  }

  private int hammer(SimulatedRegion region, Random random) {
    for (int i = 0; i < 200; i++) {
      clock.pass(Duration.ofSeconds(20));
      switch (random.nextInt(3)) {
        case 0 -> region.change("web", SizeChange.ofMin(2 + random.nextInt(30)));
        case 1 -> region.observe("web", clock.instant(), 30_000 * random.nextDouble());
        default -> region.save();
      }
      GroupView seen = web(region);
      assertThat(seen.hosts()).hasSize(seen.size().desired());
      assertThat(seen.size().desired()).isBetween(seen.size().min(), seen.size().max());
    }
    return 200;
  }

  private SimulatedRegion region(GroupSize size) {
    return region(folder, size);
  }

  private SimulatedRegion region(Path in, GroupSize size) {
    GroupDefinition web =
        new GroupDefinition(
            new GroupShape("web", Duration.ofMinutes(10), List.of("a", "b")),
            size,
            Optional.of(new ReactiveSettings(0.7, Duration.ofMinutes(5), Duration.ofMinutes(15))),
            new HostProfile(1000));
    return new SimulatedRegion(List.of(web), clock, new StateFile(in), FaultPlan.NONE);
  }

  private static GroupView web(SimulatedRegion region) {
    return region.groups().get(0);
  }

  private long serving(SimulatedRegion region) {
    return web(region).hosts().stream().filter(host -> host.servesAt(clock.instant())).count();
  }
}
