package dev.kickoff.model.lab.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.model.lab.HostCurve;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.sim.rule.AlarmAction;
import dev.kickoff.model.lab.sim.rule.AlarmAction.Step;
import dev.kickoff.model.lab.sim.rule.AlarmSettings;
import dev.kickoff.model.lab.sim.rule.AlarmSettings.Kind;
import dev.kickoff.model.lab.sim.rule.AlarmSettings.Missing;
import dev.kickoff.model.lab.sim.rule.LabView;
import dev.kickoff.model.lab.sim.rule.PlannedRule;
import dev.kickoff.model.lab.sim.rule.Rearm;
import dev.kickoff.model.lab.sim.rule.ScalingRule;
import dev.kickoff.model.lab.sim.rule.ScheduledRule;
import dev.kickoff.model.lab.sim.rule.Together;
import dev.kickoff.model.lab.sim.rule.TrackingRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ScalingRulesTest {
  private static final HostCurve HOST = new HostCurve(0, 1, 50);
  private static final LabGroup ONE = LabGroup.of(HOST, 1, 1, 100);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** A load of so many thousand requests per minute a minute: with one host, its percent. */
  private static LoadCurve minutes(double... cpu) {
    double[] rpm = new double[cpu.length];
    for (int i = 0; i < cpu.length; i++) {
      rpm[i] = 1_000 * cpu[i];
    }
    return new LoadCurve(MINUTE, rpm);
  }

  private static Draw phased(int phase) {
    return Draw.expected(MINUTE.multipliedBy(phase), MINUTE.multipliedBy(3));
  }

  /** The steps at which the desired capacity changes. */
  private static List<Integer> changes(
      LoadCurve load, LabGroup group, ScalingRule rule, Draw draw) {
    int[] desired = LabRun.traced(load, group, rule, draw).trace().orElseThrow().desired();
    List<Integer> steps = new ArrayList<>();
    int before = group.initial();
    for (int i = 0; i < desired.length; i++) {
      if (desired[i] != before) {
        steps.add(i);
      }
      before = desired[i];
    }
    return steps;
  }

  private static AlarmAction adding(AlarmSettings alarm, Rearm rearm) {
    return AlarmAction.adding(1, 30, alarm, rearm);
  }

  private static final LoadCurve SURGE =
      minutes(10, 10, 10, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40, 40);

  @Test
  void periodsAreJudgedWhenTheyEndAndTheirPhaseMatters() {
    AlarmSettings alarm = AlarmSettings.of(Kind.PERIODS, MINUTE.multipliedBy(5));
    AlarmAction rule = adding(alarm, Rearm.cooldown(MINUTE.multipliedBy(30)));
    // Minutes 1 to 5: 10 10 40 40 40, mean 28. Minutes 2 to 6: 34.
    assertThat(changes(SURGE, ONE, rule, phased(0))).containsExactly(10);
    assertThat(changes(SURGE, ONE, rule, phased(1))).containsExactly(6);
  }

  @Test
  void aRollingMeanIsJudgedAtEachSample() {
    AlarmSettings alarm = AlarmSettings.of(Kind.ROLLING, MINUTE.multipliedBy(5));
    AlarmAction rule = adding(alarm, Rearm.cooldown(MINUTE.multipliedBy(30)));
    assertThat(changes(SURGE, ONE, rule, phased(0))).containsExactly(6);
  }

  @Test
  void samplesInARowAndTheTimeThatHasPassedDifferByOne() {
    AlarmSettings row = AlarmSettings.of(Kind.CONSECUTIVE, MINUTE.multipliedBy(5));
    AlarmSettings passed = AlarmSettings.of(Kind.ELAPSED, MINUTE.multipliedBy(5));
    Rearm long30 = Rearm.cooldown(MINUTE.multipliedBy(30));
    assertThat(changes(SURGE, ONE, adding(row, long30), phased(0))).containsExactly(7);
    assertThat(changes(SURGE, ONE, adding(passed, long30), phased(0))).containsExactly(8);
  }

  @Test
  void aThresholdThatIsMetIsNotPassed() {
    AlarmSettings alarm = AlarmSettings.of(Kind.PERIODS, MINUTE);
    LoadCurve at = minutes(30, 30, 30, 30);
    assertThat(changes(at, ONE, adding(alarm, Rearm.AT_ONCE), phased(0))).isEmpty();
  }

  @Test
  void soManyOfTheLastPeriodsMustBreach() {
    AlarmSettings alarm = new AlarmSettings(Kind.PERIODS, MINUTE, 3, 2, Missing.NOT_BREACHING);
    LoadCurve load = minutes(0, 40, 0, 0, 40, 0, 40, 0);
    AlarmAction rule = adding(alarm, Rearm.cooldown(MINUTE.multipliedBy(30)));
    assertThat(changes(load, ONE, rule, phased(0))).containsExactly(6);
  }

  @Test
  void missingDataCountAsTheAlarmSays() {
    Stretch dark = new Stretch(MINUTE.multipliedBy(2), MINUTE.multipliedBy(6));
    Draw draw =
        new Draw(Duration.ZERO, MINUTE.multipliedBy(3), 1, 1, 1, List.of(), List.of(dark), 0);
    LoadCurve load = minutes(10, 10, 10, 10, 10, 10, 10, 10);
    for (Missing missing : Missing.values()) {
      AlarmSettings alarm = new AlarmSettings(Kind.PERIODS, MINUTE, 2, 2, missing);
      AlarmAction rule = adding(alarm, Rearm.cooldown(MINUTE.multipliedBy(30)));
      List<Integer> changes = changes(load, ONE, rule, draw);
      assertThat(changes).isEqualTo(missing == Missing.BREACHING ? List.of(3) : List.of());
    }
  }

  @Test
  void whenAnAlarmMayActAgainDependsOnHowItIsRearmed() {
    AlarmSettings alarm = AlarmSettings.of(Kind.PERIODS, MINUTE);
    LabGroup many = LabGroup.of(new HostCurve(0, 100, 90), 10, 1, 100);
    LoadCurve load = minutes(9, 9, 9, 9, 9, 9, 9, 9, 9);
    AlarmAction once = AlarmAction.adding(1, 30, alarm, Rearm.AT_ONCE);
    AlarmAction booted = AlarmAction.adding(1, 30, alarm, Rearm.AFTER_BOOT);
    AlarmAction cool = AlarmAction.adding(1, 30, alarm, Rearm.cooldown(MINUTE.multipliedBy(4)));
    AlarmAction warm = AlarmAction.adding(1, 30, alarm, Rearm.WARM_UP);
    assertThat(changes(load, many, once, phased(0))).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(changes(load, many, booted, phased(0))).containsExactly(1, 4, 7);
    assertThat(changes(load, many, cool, phased(0))).containsExactly(1, 5);
    // One breach during a warm-up launches once: the next when that host serves.
    assertThat(changes(load, many, warm, phased(0))).containsExactly(1, 4, 7);
  }

  @Test
  void theStepIsChosenByTheDistanceAndMayBePercent() {
    AlarmSettings alarm = AlarmSettings.of(Kind.PERIODS, MINUTE);
    List<Step> steps = List.of(new Step(0, 10), new Step(20, 50));
    AlarmAction rule = new AlarmAction(alarm, true, 30, steps, true, Rearm.WARM_UP);
    LabGroup ten = LabGroup.of(new HostCurve(0, 10, 90), 10, 1, 100);
    LabTrace near = LabRun.traced(minutes(40, 40), ten, rule, phased(0)).trace().orElseThrow();
    LabTrace far = LabRun.traced(minutes(60, 60), ten, rule, phased(0)).trace().orElseThrow();
    assertThat(near.desired()).containsExactly(10, 11);
    assertThat(far.desired()).containsExactly(10, 15);
  }

  @Test
  void ofSeveralRulesTheMostCounts() {
    ScalingRule two = beat -> view -> 2;
    ScalingRule five = beat -> view -> view.step() == 0 ? 5 : view.desired();
    ScalingRule same = beat -> LabView::desired;
    LabGroup three = LabGroup.of(HOST, 3, 1, 9);
    LabTrace both =
        LabRun.traced(minutes(1, 1), three, new Together(List.of(two, five)), phased(0))
            .trace()
            .orElseThrow();
    assertThat(both.desired()).containsExactly(5, 2);
    LabTrace trace =
        LabRun.traced(minutes(1, 1), three, new Together(List.of(two, same)), phased(0))
            .trace()
            .orElseThrow();
    assertThat(trace.desired()).containsExactly(2, 2);
  }

  @Test
  void targetTrackingAnswersInProportionAfterThreeMinutes() {
    LabTrace trace =
        LabRun.traced(SURGE, ONE, new TrackingRule(20), phased(0)).trace().orElseThrow();
    assertThat(trace.desired()[4]).isEqualTo(1);
    assertThat(trace.desired()[5]).isEqualTo(2);
    assertThat(trace.desired()[15]).isEqualTo(2);
  }

  @Test
  void targetTrackingLetsGoAfterAQuarterOfAnHourBelowNineTenths() {
    double[] calm = new double[30];
    java.util.Arrays.fill(calm, 10);
    LabGroup four = LabGroup.of(HOST, 4, 1, 9);
    LabTrace trace =
        LabRun.traced(minutes(calm), four, new TrackingRule(20), phased(0)).trace().orElseThrow();
    assertThat(trace.desired()[14]).isEqualTo(4);
    assertThat(trace.desired()[15]).isEqualTo(1);
  }

  @Test
  void aPlanHasItsHostsInServiceBeforeTheLoad() {
    LoadCurve load = minutes(10, 10, 10, 10, 10, 10, 10, 10, 90, 90, 90, 90);
    PlannedRule plan = new PlannedRule(load, HOST, 30, MINUTE.multipliedBy(2));
    LabTrace trace = LabRun.traced(load, ONE, plan, phased(0)).trace().orElseThrow();
    assertThat(trace.inService()[5]).isEqualTo(1);
    assertThat(trace.inService()[6]).isEqualTo(3);
    assertThat(trace.cpu()[8]).isEqualTo(30);
  }

  @Test
  void sizesByTheClockAreSetOnce() {
    TreeMap<Duration, Integer> sizes = new TreeMap<>();
    sizes.put(MINUTE.multipliedBy(2), 4);
    sizes.put(MINUTE.multipliedBy(5), 2);
    assertThat(changes(SURGE, ONE, new ScheduledRule(sizes), phased(0))).containsExactly(2, 5);
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new TrackingRule(0)).hasMessage("a target of 0.0 %");
    assertThatThrownBy(() -> new PlannedRule(SURGE, new HostCurve(5, 1, 50), 5, MINUTE))
        .hasMessage("a target of 5.0 % over 5.0 % idle, PT1M ahead");
    assertThatThrownBy(() -> new AlarmSettings(Kind.PERIODS, MINUTE, 2, 3, Missing.IGNORE))
        .hasMessage("an alarm on 3 of 2 periods of PT1M");
    assertThatThrownBy(() -> new Stretch(MINUTE, MINUTE))
        .hasMessage("a stretch from PT1M until PT1M");
  }
}
