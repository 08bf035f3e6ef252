package dev.kickoff.bench;

import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.lab.HostCurve;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.shape.Stages;
import dev.kickoff.model.lab.sim.Draw;
import dev.kickoff.model.lab.sim.LabGroup;
import dev.kickoff.model.lab.sim.LabResult;
import dev.kickoff.model.lab.sim.LabRun;
import dev.kickoff.model.lab.sim.rule.AlarmAction;
import dev.kickoff.model.lab.sim.rule.AlarmSettings;
import dev.kickoff.model.lab.sim.rule.Rearm;
import dev.kickoff.model.lab.sim.rule.ScalingRule;
import dev.kickoff.model.lab.sim.rule.TrackingRule;
import dev.kickoff.model.simulation.group.GroupShape;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import dev.kickoff.model.simulation.group.SimulatedGroup;
import dev.kickoff.model.simulation.group.TargetTracking;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a simulated hour costs: the lab's group in steps of ten seconds with simple scaling and with
 * target tracking, and beside them the group that replays and proofs use, in its steps of a minute
 * (six times fewer) with target tracking.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(2)
public class LabBenchmark {
  private static final LoadCurve HOUR =
      Stages.parse("10m:30000,8m:150000,42m:150000")
          .curve(Duration.ofSeconds(10), Stages.Between.ROWS);
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration BOOT = Duration.ofSeconds(210);
  private static final Draw DRAW = Draw.expected(Duration.ofMinutes(3), BOOT);
  private static final LabGroup GROUP = LabGroup.of(new HostCurve(2, 0.7, 50), 1, 1, 1_000);
  private static final ScalingRule SIMPLE =
      AlarmAction.adding(
          2,
          15,
          AlarmSettings.of(AlarmSettings.Kind.PERIODS, Duration.ofMinutes(5)),
          Rearm.cooldown(Duration.ofMinutes(5)));
  private static final ScalingRule TRACKING = new TrackingRule(37);

  /** An hour of the lab's group with one alarm. */
  @Benchmark
  public LabResult labWithOneAlarm() {
    return LabRun.play(HOUR, GROUP, SIMPLE, DRAW);
  }

  /** An hour of the lab's group with target tracking. */
  @Benchmark
  public LabResult labWithTargetTracking() {
    return LabRun.play(HOUR, GROUP, TRACKING, DRAW);
  }

  /** An hour of the group of replays with target tracking. */
  @Benchmark
  public int replayGroupWithTargetTracking() {
    SimulatedGroup group =
        new SimulatedGroup(
            new GroupShape("web", BOOT, List.of("a")), new GroupSize(1, 1_000, 1), START);
    TargetTracking policy =
        new TargetTracking(
            new ReactiveSettings(0.7, Duration.ofMinutes(3), Duration.ofMinutes(15)),
            new HostProfile(68_000));
    for (int minute = 1; minute <= 60; minute++) {
      policy.observe(group, START.plus(Duration.ofMinutes(minute)), HOUR.at(6 * minute));
    }
    return group.inService();
  }
}
