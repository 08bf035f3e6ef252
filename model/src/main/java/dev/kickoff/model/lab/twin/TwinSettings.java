package dev.kickoff.model.lab.twin;

import dev.kickoff.model.lab.HostCurve;
import dev.kickoff.model.lab.sim.AlarmAction;
import dev.kickoff.model.lab.sim.AlarmSettings;
import dev.kickoff.model.lab.sim.Draw;
import dev.kickoff.model.lab.sim.LabGroup;
import dev.kickoff.model.lab.sim.Rearm;
import dev.kickoff.model.lab.sim.ScalingRule;
import dev.kickoff.model.lab.sim.Together;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All that a simulated run of a group rests on.
 *
 * @param out the alarm that launches hosts
 * @param in the alarm that lets them go; empty where none does
 * @param phase of the alarm's periods, since the run begins
 * @param boot from asked-for to in service, the median
 * @param bootSpread the 95th percentile of boots over their median, 1 or more
 */
public record TwinSettings(
    LabGroup group,
    AlarmAction out,
    Optional<AlarmAction> in,
    Duration phase,
    Duration boot,
    double bootSpread) {
  public TwinSettings {
    if (!out.above()) {
      throw new IllegalArgumentException("an alarm that launches hosts rings above its threshold");
    }
  }

  /**
   * Settings with a rule as a lab file gives it.
   *
   * @return empty where the rule is not one alarm that launches hosts, alone or with one that lets
   *     them go
   */
  public static Optional<TwinSettings> of(LabGroup group, ScalingRule rule, Draw expected) {
    List<ScalingRule> rules = rule instanceof Together all ? all.rules() : List.of(rule);
    List<AlarmAction> alarms =
        rules.stream().filter(AlarmAction.class::isInstance).map(AlarmAction.class::cast).toList();
    List<AlarmAction> out = alarms.stream().filter(AlarmAction::above).toList();
    List<AlarmAction> in = alarms.stream().filter(alarm -> !alarm.above()).toList();
    if (alarms.size() < rules.size() || out.size() != 1 || in.size() > 1) {
      return Optional.empty();
    }
    return Optional.of(
        new TwinSettings(
            group,
            out.get(0),
            in.stream().findFirst(),
            expected.phase(),
            expected.boot(),
            expected.bootSpread()));
  }

  ScalingRule rule() {
    return in.<ScalingRule>map(gone -> new Together(List.of(out, gone))).orElse(out);
  }

  /** The circumstances of a run, all boots alike. */
  Draw draw() {
    return Draw.expected(phase, boot);
  }

  TwinSettings withHost(HostCurve host) {
    LabGroup other =
        new LabGroup(
            host,
            group.initial(),
            group.min(),
            group.max(),
            group.warmIn(),
            group.guarded(),
            group.serviceMillis());
    return new TwinSettings(other, out, in, phase, boot, bootSpread);
  }

  TwinSettings withBoot(Duration otherBoot, double otherSpread) {
    return new TwinSettings(group, out, in, phase, otherBoot, otherSpread);
  }

  TwinSettings withAlarm(AlarmSettings alarm, Rearm rearm, Duration otherPhase) {
    AlarmAction other =
        new AlarmAction(alarm, true, out.threshold(), out.steps(), out.percent(), rearm);
    return new TwinSettings(group, other, in, otherPhase, boot, bootSpread);
  }
}
