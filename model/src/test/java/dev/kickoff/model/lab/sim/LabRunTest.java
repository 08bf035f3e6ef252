package dev.kickoff.model.lab.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.lab.HostCurve;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.sim.rule.LabView;
import dev.kickoff.model.lab.sim.rule.ScalingRule;
import dev.kickoff.model.simulation.group.GroupShape;
import dev.kickoff.model.simulation.group.SimulatedGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LabRunTest {
  private static final HostCurve HOST = new HostCurve(2, 0.7, 50);
  private static final Duration BOOT = Duration.ofMinutes(3);
  private static final Draw CALM = Draw.expected(Duration.ZERO, BOOT);
  private static final ScalingRule NOTHING = beat -> LabView::desired;

  private static LoadCurve steady(double rpm, int steps) {
    double[] values = new double[steps];
    Arrays.fill(values, rpm);
    return new LoadCurve(Duration.ofSeconds(10), values);
  }

  private static ScalingRule wanting(Map<Integer, Integer> atStep) {
    return beat -> view -> atStep.getOrDefault(view.step(), view.desired());
  }

  private static LabTrace traced(LabGroup group, ScalingRule rule, Draw draw, int steps) {
    return LabRun.traced(steady(30_000, steps), group, rule, draw).trace().orElseThrow();
  }

  @Test
  void theLoadIsDealtEvenlyToTheHostsThatServe() {
    LabResult result = LabRun.play(steady(60_000, 7), LabGroup.of(HOST, 3, 1, 9), NOTHING, CALM);
    assertThat(result.maxCpu()).isEqualTo(16.0);
    assertThat(result.meanCpu()).isEqualTo(16.0);
    assertThat(result.hostMinutes()).isCloseTo(3.5, within(1e-9));
    assertThat(result.mostHosts()).isEqualTo(3);
    assertThat(result.overKneeMinutes()).isZero();
  }

  @Test
  void aHostServesWhenItHasBootedAndIsPaidForBefore() {
    LabResult result =
        LabRun.traced(steady(30_000, 60), LabGroup.of(HOST, 1, 1, 9), wanting(Map.of(5, 2)), CALM);
    int[] serving = result.trace().orElseThrow().inService();
    assertThat(serving[22]).isEqualTo(1);
    assertThat(serving[23]).isEqualTo(2);
    assertThat(result.paidHostMinutes() - result.hostMinutes()).isCloseTo(3.0, within(1e-9));
  }

  @Test
  void whatIsWantedStaysWithinTheBounds() {
    LabGroup group = LabGroup.of(HOST, 2, 2, 5);
    int[] desired = traced(group, wanting(Map.of(1, 99, 20, 0)), CALM, 60).desired();
    assertThat(desired[1]).isEqualTo(5);
    assertThat(desired[20]).isEqualTo(2);
  }

  @Test
  void bootingHostsAreLetGoBeforeThoseThatServe() {
    LabGroup group = LabGroup.of(HOST, 3, 1, 9);
    int[] serving = traced(group, wanting(Map.of(1, 6, 2, 4, 3, 2)), CALM, 60).inService();
    assertThat(serving[2]).isEqualTo(3);
    assertThat(serving[4]).isEqualTo(2);
    assertThat(serving[59]).isEqualTo(2);
  }

  @Test
  void hostsThatWouldServeAfterTheEndAreLetGoToo() {
    LabGroup group = LabGroup.of(HOST, 1, 1, 9);
    LabResult result = LabRun.play(steady(1_000, 10), group, wanting(Map.of(5, 4, 6, 1)), CALM);
    assertThat(result.hostMinutes()).isCloseTo(10 / 6.0, within(1e-9));
    assertThat(result.paidHostMinutes()).isCloseTo(10 / 6.0 + 3 / 6.0, within(1e-9));
  }

  @Test
  void protectedHostsAreNotLetGo() {
    LabGroup group = new LabGroup(HOST, 4, 1, 9, Duration.ZERO, 3, 10);
    assertThat(traced(group, wanting(Map.of(1, 1)), CALM, 10).desired()[9]).isEqualTo(3);
  }

  @Test
  void refusedLaunchesAreAskedForAgainEveryMinute() {
    Stretch refused = new Stretch(Duration.ZERO, Duration.ofMinutes(4));
    Draw draw = new Draw(Duration.ZERO, BOOT, 1, 1, 1, List.of(refused), List.of(), 0);
    LabGroup group = LabGroup.of(HOST, 1, 1, 9);
    int[] serving = traced(group, wanting(Map.of(5, 2)), draw, 60).inService();
    assertThat(serving[41]).isEqualTo(1);
    assertThat(serving[42]).isEqualTo(2);
  }

  @Test
  void aNewHostWarmsInWhileTheOthersCarryMore() {
    LabGroup warm = new LabGroup(HOST, 1, 1, 9, Duration.ofMinutes(1), 0, 10);
    LabResult slow = LabRun.play(steady(30_000, 60), warm, wanting(Map.of(0, 2)), CALM);
    LabTrace trace = traced(warm, wanting(Map.of(0, 2)), CALM, 60);
    double alone = HOST.cpuAt(30_000);
    assertThat(slow.maxCpu()).isEqualTo(alone);
    assertThat(trace.cpu()[18]).isEqualTo(HOST.cpuAt(15_000));
    assertThat(trace.p95Millis()[18]).isGreaterThan(trace.p95Millis()[30]);
  }

  @Test
  void bootsThatVaryKeepTheirMedianAndDifferByHost() {
    Draw draw = new Draw(Duration.ZERO, BOOT, 1.5, 1, 1, List.of(), List.of(), 7);
    LabGroup group = LabGroup.of(HOST, 1, 1, 1_000);
    int[] serving = traced(group, wanting(Map.of(0, 801)), draw, 120).inService();
    assertThat(serving[18]).isBetween(340, 460);
    assertThat(serving[27] / 801.0).isCloseTo(0.95, within(0.03));
    assertThat(traced(group, wanting(Map.of(0, 801)), draw, 120).inService()).isEqualTo(serving);
  }

  @Test
  void aWrongProfileAndAWrongLoadMakeHostsBusier() {
    Draw draw = new Draw(Duration.ZERO, BOOT, 1, 1.1, 1.2, List.of(), List.of(), 0);
    LabResult result = LabRun.play(steady(30_000, 3), LabGroup.of(HOST, 1, 1, 9), NOTHING, draw);
    assertThat(result.maxCpu()).isCloseTo(2 + 21 * 1.1 * 1.2, within(1e-9));
  }

  @Test
  void moreThanIsServedWaits() {
    LabResult full = LabRun.play(steady(180_000, 13), LabGroup.of(HOST, 1, 1, 1), NOTHING, CALM);
    LabResult calm = LabRun.play(steady(30_000, 13), LabGroup.of(HOST, 1, 1, 1), NOTHING, CALM);
    // 128 % for 130 s: 0.28 s wait more each second, beside the queue at 99 %.
    assertThat(full.maxP95Millis()).isCloseTo(1_000 + 280 * 130, within(1e-6));
    assertThat(calm.maxP95Millis()).isCloseTo(10 / (1 - 0.23), within(1e-9));
  }

  /** The lab's group is fast; the group of replays and proofs knows AWS. They must agree. */
  @Test
  void hostsComeAndGoAsInTheSimulatedGroup() {
    TreeMap<Integer, Integer> wishes = new TreeMap<>(Map.of(3, 5, 10, 4, 15, 8, 30, 2, 50, 6));
    LabGroup group = LabGroup.of(HOST, 3, 1, 20);
    int[] serving = traced(group, wanting(wishes), CALM, 100).inService();
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    SimulatedGroup aws =
        new SimulatedGroup(
            new GroupShape("web", BOOT, List.of("a")), new GroupSize(1, 20, 3), start);
    for (int step = 0; step < 100; step++) {
      Instant now = start.plusSeconds(10L * step);
      aws.advanceTo(now);
      assertThat(serving[step]).as("step %d", step).isEqualTo(aws.inService());
      if (wishes.containsKey(step)) {
        aws.setDesired(now, wishes.get(step));
      }
    }
  }
}
