package dev.kickoff.model.simulation.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.fleet.GroupSize;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTrackingTest {
  private static final Instant START = Instant.parse("1998-06-10T12:00:00Z");
  private static final double RPM = 1000;
  private static final ReactiveSettings SETTINGS =
      new ReactiveSettings(0.5, Duration.ofMinutes(5), Duration.ofMinutes(15));

  private final SimulatedGroup group = group(new GroupSize(2, 30, 10));
  private TargetTracking tracking = new TargetTracking(SETTINGS, new HostProfile(RPM));

  @Test
  void scalesOutOnceTheMeanOfTheAlarmIsAboveTheTarget() {
    observe(0, 15, 5_000);
    assertThat(tracking.observe(group, end(15), 5_400)).hasValue(11);
    assertThat(tracking.observe(group, end(16), 9_000)).hasValue(18);
  }

  @Test
  void aSinglePeakWithinACalmAlarmChangesNothing() {
    observe(0, 15, 4_600);
    assertThat(tracking.observe(group, end(15), 5_400)).isEmpty();
  }

  @Test
  void neverAsksForMoreThanTheCeiling() {
    assertThat(tracking.observe(group, end(0), 1e9)).hasValue(30);
  }

  @Test
  void scalesInToTheLargestNeedOfTheWindowButNotBelowTheFloor() {
    observe(0, 1, 3_500);
    observe(1, 14, 500);
    assertThat(tracking.observe(group, end(14), 400)).hasValue(7);
    assertThat(tracking.observe(group, end(15), 400)).hasValue(2);
    assertThat(tracking.observe(group, end(16), 0)).isEmpty();
  }

  @Test
  void aFloorRaisedAboveTheNeedHolds() {
    group.setMinimum(START, 9);
    observe(0, 14, 500);
    assertThat(tracking.observe(group, end(14), 500)).hasValue(9);
  }

  @Test
  void aGapIsNotZeroAndHoldsCapacityUntilTheWindowIsWholeAgain() {
    observe(0, 10, 500);
    observe(11, 25, 500);
    assertThat(group.size().desired()).isEqualTo(10);
    assertThat(tracking.observe(group, end(25), 500)).hasValue(2);
  }

  @Test
  void neverScalesInWhileALaunchIsPending() {
    group.setMinimum(minute(10), 12);
    group.setMinimum(minute(10), 2);
    observe(0, 19, 500);
    assertThat(group.size().desired()).isEqualTo(12);
    assertThat(tracking.observe(group, end(19), 500)).hasValue(2);
  }

  @Test
  void aMinuteSeenBeforeIsIgnored() {
    tracking.observe(group, end(3), 500);
    assertThat(tracking.observe(group, end(3), 1e9)).isEmpty();
    assertThat(tracking.observe(group, end(2), 1e9)).isEmpty();
    assertThat(tracking.seen()).hasSize(1);
  }

  @Test
  void demandThatNoHostServesRaisesTheAlarm() {
    SimulatedGroup empty = group(new GroupSize(0, 30, 0));
    assertThat(tracking.observe(empty, end(0), 0)).isEmpty();
    assertThat(tracking.observe(empty, end(1), 4_000)).hasValue(8);
  }

  @Test
  void demandThatIsNoNumberIsAnErrorAndLeavesNoTrace() {
    assertThatThrownBy(() -> tracking.observe(group, end(0), Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("minute until 1998-06-10T12:01:00Z: demand NaN, hosts 10");
    assertThat(tracking.seen()).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void followsTheIdealisedTrackerMinuteByMinute(long seed) {
    Random random = new Random(seed);
    int boot = 1 + random.nextInt(12);
    List<Double> demand = walk(random, 4_000);
    Idealised ideal = new Idealised(boot, demand.get(0));
    GroupSize size = new GroupSize(1, 100_000, ideal.ready);
    SimulatedGroup tracked =
        new SimulatedGroup(
            new GroupShape("web", Duration.ofMinutes(boot), List.of("a")), size, START);
    for (int i = 0; i < demand.size(); i++) {
      ideal.decide(i);
      if (i > 0) {
        tracking.observe(tracked, end(i - 1), demand.get(i - 1));
      }
      tracked.advanceTo(minute(i));
      assertThat(tracked.inService()).as("minute %d", i).isEqualTo(ideal.ready);
      assertThat(tracked.size().desired()).as("minute %d", i).isEqualTo(ideal.asked());
      ideal.learn(demand.get(i));
      tracking = new TargetTracking(SETTINGS, new HostProfile(RPM), tracking.seen());
    }
  }

  private static List<Double> walk(Random random, int minutes) {
    List<Double> demand = new ArrayList<>();
    double level = 8_000;
    for (int i = 0; i < minutes; i++) {
      level = Math.max(100, level * (1 + 0.06 * random.nextGaussian()));
      level = Math.min(level, 200_000);
      demand.add(random.nextInt(200) == 0 ? level * 3 : level);
    }
    return demand;
  }

  private void observe(int from, int until, double rpm) {
    for (int i = from; i < until; i++) {
      assertThat(tracking.observe(group, end(i), rpm)).isEqualTo(OptionalInt.empty());
    }
  }

  private static SimulatedGroup group(GroupSize size) {
    return new SimulatedGroup(
        new GroupShape("web", Duration.ofMinutes(10), List.of("a", "b")), size, START);
  }

  private static Instant minute(int i) {
    return START.plus(Duration.ofMinutes(i));
  }

  private static Instant end(int minute) {
    return minute(minute + 1);
  }

  /** The yardstick: an unbounded tracker that decides each minute from the minutes before it. */
  private static final class Idealised {
    private final int boot;
    private final List<int[]> pending = new ArrayList<>();
    private final List<Double> utilizations = new ArrayList<>();
    private final List<Integer> needs = new ArrayList<>();
    private int ready;

    Idealised(int boot, double first) {
      this.boot = boot;
      this.ready = need(first);
    }

    int asked() {
      return ready + pending.stream().mapToInt(lot -> lot[1]).sum();
    }

    void decide(int minute) {
      while (!pending.isEmpty() && pending.get(0)[0] <= minute) {
        ready += pending.remove(0)[1];
      }
      if (needs.isEmpty()) {
        return;
      }
      double mean = utilizations.stream().mapToDouble(u -> u).average().orElse(0);
      int last = needs.get(needs.size() - 1);
      int most = Collections.max(needs);
      if (mean > SETTINGS.target() && last > asked()) {
        pending.add(new int[] {minute + boot, last - asked()});
      } else if (needs.size() == 15 && most < asked() && pending.isEmpty()) {
        ready = most;
      }
    }

    void learn(double demand) {
      utilizations.add(demand / (RPM * ready));
      needs.add(need(demand));
      if (utilizations.size() > 5) {
        utilizations.remove(0);
      }
      if (needs.size() > 15) {
        needs.remove(0);
      }
    }

    private static int need(double demand) {
      return Math.max(1, (int) Math.ceil(demand / (RPM * SETTINGS.target())));
    }
  }
}
