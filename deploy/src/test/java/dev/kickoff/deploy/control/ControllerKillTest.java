package dev.kickoff.deploy.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.aws.AutoScalingGroupFleet;
import dev.kickoff.connectors.awssim.AutoScalingEndpoint;
import dev.kickoff.connectors.awssim.EndpointSettings;
import dev.kickoff.connectors.awssim.GroupDefinition;
import dev.kickoff.connectors.awssim.fault.FaultPlan;
import dev.kickoff.connectors.awssim.fault.RequestFaults;
import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.TopicAdmin;
import dev.kickoff.connectors.kafka.TopicEnd;
import dev.kickoff.connectors.kafka.TopicTail.Isolation;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.local.EmbeddedBroker;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.control.ActuationIntent;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.simulation.group.GroupShape;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The controller, killed at random points by {@code kill -9} and started again, against the
 * simulated endpoint: nothing is lost, nothing is done twice, nothing is lowered that may not be.
 *
 * <p>{@code -Dkickoff.controller.kills=200} kills more often than the build does.
 */
class ControllerKillTest {
  private static final int KILLS = Integer.getInteger("kickoff.controller.kills", 3);
  private static final double SPEED = 60;
  private static final Duration LATELY = Duration.ofMinutes(5);

  @TempDir private Path folder;

  private record Seen(Instant at, int min) {}

  @Test
  void losesNothingAndDoesNothingTwiceOverKills() throws Exception {
    SharedClock clock =
        new SharedClock(Instant.parse("2026-06-10T12:00:00Z"), System.currentTimeMillis(), SPEED);
    List<Seen> floors = new ArrayList<>();
    List<Decision> decisions;
    try (EmbeddedBroker broker = EmbeddedBroker.start(EmbeddedBroker.BrokerSettings.in(folder));
        AutoScalingEndpoint aws = endpoint(clock)) {
      String bootstrap = broker.bootstrap();
      TopicAdmin.ensure(bootstrap, 2, 1);
      try (SyntheticStream stream = new SyntheticStream(bootstrap, clock);
          AutoScalingGroupFleet eyes = AutoScalingGroupFleet.simulated(aws.uri(), clock)) {
        Random random = new Random(11);
        for (int kill = 1; kill <= KILLS; kill++) {
          ControllerProcess child = ControllerProcess.start(bootstrap, aws.uri(), folder, clock);
          child.awaitDecisions(1);
          watch(Duration.ofMillis(random.nextInt(2_500)), eyes, clock, floors);
          child.kill();
        }
        ControllerProcess last = ControllerProcess.start(bootstrap, aws.uri(), folder, clock);
        last.awaitDecisions(5);
        last.process().destroy();
        last.process().waitFor();
        decisions = last.decisions();
      }
      judge(bootstrap, floors, decisions);
    }
  }

  private AutoScalingEndpoint endpoint(SharedClock clock) {
    GroupDefinition group =
        new GroupDefinition(
            new GroupShape("web-asg", Duration.ofMinutes(3), List.of("a", "b", "c")),
            new GroupSize(2, 400, 40),
            Optional.empty(),
            new HostProfile(1000));
    FaultPlan slow =
        FaultPlan.NONE.with(new RequestFaults(0.02, 0.02, 0.02, Duration.ofMillis(60)));
    return AutoScalingEndpoint.start(
        new EndpointSettings(0, folder.resolve("aws"), List.of(group), slow), clock);
  }

  /** Notes the floors that the group is seen with for a while. */
  private static void watch(
      Duration time, AutoScalingGroupFleet eyes, SharedClock clock, List<Seen> floors)
      throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      try {
        floors.add(new Seen(clock.instant(), eyes.describe("web-asg").size().min()));
      } catch (dev.kickoff.model.fleet.FleetException e) {
        // a look that fails shows nothing; the next one does
      }
      Thread.sleep(20); // sleeps from look to look; there is no condition to wait for
    }
  }

  private static void judge(String bootstrap, List<Seen> floors, List<Decision> decisions) {
    for (int i = 0; i < decisions.size(); i++) {
      assertThat(decisions.get(i).key().sequence()).as("sequence").isEqualTo(i + 1L);
    }
    Map<Long, Integer> intended = new TreeMap<>();
    Map<Long, ActuationIntent> settled = new TreeMap<>();
    List<ActuationIntent> intents = new ArrayList<>();
    TopicEnd.readAll(
        bootstrap,
        Topics.ACTUATION_INTENT,
        Isolation.READ_COMMITTED,
        record -> {
          ActuationIntent intent = Json.decode(record.value(), ActuationIntent.class);
          if (intent.outcome().isPresent()) {
            assertThat(settled.put(intent.sequence(), intent)).as("settled twice").isNull();
          } else {
            intended.merge(intent.sequence(), 1, Integer::sum);
            intents.add(intent);
          }
        });
    assertThat(intended.values()).as("intended twice").allMatch(times -> times == 1);
    assertThat(intended.size() - settled.size()).as("left open").isBetween(0, 1);
    int[] lost = {0};
    List<String> illegal = new ArrayList<>();
    int behind = 0;
    for (int i = 1; i < decisions.size(); i++) {
      Decision before = decisions.get(i - 1);
      boolean seen = decisions.get(i).inputs().fleet().isPresent();
      boolean follows = !seen || decisions.get(i).change().from() == before.change().to();
      behind = follows ? 0 : behind + 1;
      lost[0] += behind > 2 ? 1 : 0;
      int peak = peakBefore(decisions, i);
      boolean tooLow = decisions.get(i).change().to() < peak - Math.max(1, peak / 10);
      if (tooLow && decisions.get(i).change().to() < decisions.get(i).change().from()) {
        illegal.add("peak " + peak + ": " + decisions.get(i).reason());
      }
    }
    illegal.addAll(unexplained(floors, intents, decisions));
    long lowered = decisions.stream().filter(d -> d.change().to() < d.change().from()).count();
    System.out.printf(
        "%d kills: %d decisions, %d calls intended, %d lowerings, %d reconciled, %d abandoned,"
            + " %d failed; lost %d, illegal lowerings %d%n",
        KILLS,
        decisions.size(),
        intended.size(),
        lowered,
        count(settled, ActuationIntent.Result.RECONCILED),
        count(settled, ActuationIntent.Result.ABANDONED),
        count(settled, ActuationIntent.Result.TRANSIENT),
        lost[0],
        illegal.size());
    assertThat(intended).isNotEmpty();
    assertThat(lost[0]).as("floors that did not follow for two loops").isZero();
    assertThat(illegal).as("illegal lowerings").isEmpty();
  }

  /**
   * Whether we asked for a floor shortly before it was seen. What the fleet's own schedule releases
   * while we are dead is its task, and not ours to answer for.
   */
  private static boolean asked(List<ActuationIntent> intents, int floor, Instant seenAt) {
    return intents.stream()
        .filter(intent -> intent.to() == floor && intent.to() < intent.from())
        .anyMatch(intent -> Duration.between(intent.at(), seenAt).abs().compareTo(LATELY) < 0);
  }

  /** The falls by more than a tenth within a minute to a floor that we asked for. */
  private static List<String> unexplained(
      List<Seen> floors, List<ActuationIntent> intents, List<Decision> decisions) {
    List<String> illegal = new ArrayList<>();
    for (int i = 1; i < floors.size(); i++) {
      int now = floors.get(i).min();
      int earlier = floors.get(i - 1).min();
      boolean near = floors.get(i).at().isBefore(floors.get(i - 1).at().plusSeconds(60));
      boolean fell = near && now < earlier - Math.max(1, (earlier + 9) / 10);
      if (fell && asked(intents, now, floors.get(i).at())) {
        illegal.add(
            "seen at %s and %s: %d to %d, after %s"
                .formatted(
                    floors.get(i - 1).at(),
                    floors.get(i).at(),
                    earlier,
                    now,
                    around(decisions, floors.get(i).at())));
      }
    }
    return illegal;
  }

  /** What was decided within ten minutes of an instant. */
  private static String around(List<Decision> decisions, Instant at) {
    return decisions.stream()
        .filter(d -> Duration.between(d.key().at(), at).abs().toMinutes() < 10)
        .map(d -> d.key().at() + " " + d.change().from() + " to " + d.change().to())
        .toList()
        .toString();
  }

  private static int peakBefore(List<Decision> decisions, int i) {
    Instant from = decisions.get(i).key().at().minus(Duration.ofMinutes(5));
    int peak = decisions.get(i).change().from();
    for (int j = i - 1; j >= 0 && !decisions.get(j).key().at().isBefore(from); j--) {
      peak = Math.max(peak, decisions.get(j).change().to());
    }
    return peak;
  }

  private static long count(Map<Long, ActuationIntent> settled, ActuationIntent.Result result) {
    return settled.values().stream()
        .filter(intent -> intent.outcome().orElseThrow().result() == result)
        .count();
  }
}
