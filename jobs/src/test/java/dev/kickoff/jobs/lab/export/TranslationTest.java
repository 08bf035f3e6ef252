package dev.kickoff.jobs.lab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TranslationTest {
  @TempDir Path folder;

  private AwsPolicy only(AwsPlan plan) {
    assertThat(plan.policies()).hasSize(1);
    return plan.policies().get(0);
  }

  @Test
  void theSourcesWinnerIsSimpleScalingOnPeriodsOfFiveMinutes() {
    assertThat(only(Plans.source(folder)))
        .isEqualTo(
            new AwsPolicy(
                "ScaleOut",
                "web-asg-scale-out",
                AwsPolicy.Kind.SIMPLE,
                2,
                300,
                new AwsAlarm("web-asg-cpu-high", true, 15, 300, 1, 1, "notBreaching")));
  }

  @Test
  void aPhaseAndTheCooldownsBeginAreSaidNotToBeAwss() {
    assertThat(Plans.source(folder).remarks())
        .satisfiesExactly(
            phase ->
                assertThat(phase)
                    .startsWith("when an alarm's periods begin cannot be set")
                    .contains("3 min after the load did"),
            cooldown ->
                assertThat(cooldown).contains("from when the last host has launched", "its 5 min"));
  }

  @Test
  void scalingInIsAPolicyOfItsOwn() {
    AwsPlan plan = Plans.plan(folder, "web", Plans.FIVE_MINUTES, Plans.COOLDOWN, Plans.SCALE_IN);
    assertThat(plan.policies()).hasSize(2);
    assertThat(plan.policies().get(1))
        .isEqualTo(
            new AwsPolicy(
                "ScaleIn",
                "web-scale-in",
                AwsPolicy.Kind.SIMPLE,
                -1,
                600,
                new AwsAlarm("web-cpu-low", false, 7.5, 600, 1, 1, "notBreaching")));
  }

  @ParameterizedTest
  @CsvSource({"3.5, 240, 'no period of 210 s'", "0.25, 60, 'no period of 15 s'"})
  void aPeriodThatCloudWatchLacksBecomesTheNextLongerOneAndIsSaid(
      double minutes, int seconds, String said) {
    AwsPlan plan =
        Plans.plan(folder, "web", "alarm: {minutes: %s}".formatted(minutes), Plans.COOLDOWN);
    assertThat(only(plan).alarm().periodSeconds()).isEqualTo(seconds);
    assertThat(plan.remarks()).anyMatch(remark -> remark.contains(said));
  }

  @Test
  void aPeriodUnderAMinuteStaysAndIsSaidToLackData() {
    AwsPlan plan = Plans.plan(folder, "web", "alarm: {minutes: 0.5}", Plans.COOLDOWN);
    assertThat(only(plan).alarm().periodSeconds()).isEqualTo(30);
    assertThat(plan.remarks()).anyMatch(remark -> remark.contains("this alarm gets no data"));
  }

  @Test
  void severalPeriodsAndMissingDataAreTheAlarms() {
    AwsPlan plan =
        Plans.plan(
            folder,
            "web",
            "alarm: {minutes: 1, periods: 5, needed: 3, missing: breaching}",
            Plans.COOLDOWN);
    assertThat(only(plan).alarm())
        .isEqualTo(new AwsAlarm("web-cpu-high", true, 15, 60, 5, 3, "breaching"));
    assertThat(plan.remarks()).anyMatch(remark -> remark.contains("detailed monitoring"));
  }

  @Test
  void aRollingMeanIsSaidNotToExist() {
    AwsPlan plan = Plans.plan(folder, "web", "alarm: {kind: rolling, minutes: 5}", Plans.COOLDOWN);
    assertThat(only(plan).alarm().periodSeconds()).isEqualTo(300);
    assertThat(plan.remarks()).anyMatch(remark -> remark.contains("no rolling mean"));
  }

  @ParameterizedTest
  @CsvSource({"consecutive, 5", "elapsed, 6"})
  void aRunOfMinutesIsARunOfPeriods(String kind, int periods) {
    AwsPlan plan =
        Plans.plan(
            folder, 60, "web", "alarm: {kind: %s, minutes: 5}".formatted(kind), Plans.COOLDOWN);
    AwsAlarm alarm = only(plan).alarm();
    assertThat(alarm.periodSeconds()).isEqualTo(60);
    assertThat(alarm.periods()).isEqualTo(periods).isEqualTo(alarm.needed());
    assertThat(plan.remarks()).noneMatch(remark -> remark.contains("cannot be judged"));
  }

  @Test
  void aRunOfShorterSamplesIsSaidNotToBeJudged() {
    AwsPlan plan =
        Plans.plan(folder, "web", "alarm: {kind: consecutive, minutes: 5}", Plans.COOLDOWN);
    assertThat(only(plan).alarm().periods()).isEqualTo(5);
    assertThat(plan.remarks())
        .anyMatch(remark -> remark.contains("steps of 10 s cannot be judged"));
  }

  @Test
  void hostsThatWarmUpMakeItStepScaling() {
    AwsPolicy policy = only(Plans.plan(folder, "web", Plans.FIVE_MINUTES, "rearm: warm-up"));
    assertThat(policy.kind()).isEqualTo(AwsPolicy.Kind.STEP);
    assertThat(policy.waitSeconds()).isEqualTo(210);
  }

  @ParameterizedTest
  @CsvSource({"after-boot, 'cannot wait until hosts serve'", "at-once, 'count its samples anew'"})
  void otherWaitsHaveNoCooldownAndAreSaid(String rearm, String said) {
    AwsPlan plan = Plans.plan(folder, "web", Plans.FIVE_MINUTES, "rearm: " + rearm);
    assertThat(only(plan).waitSeconds()).isZero();
    assertThat(plan.remarks()).anyMatch(remark -> remark.contains(said));
  }

  @Test
  void whatLooksBackFartherThanCloudWatchIsSaidToBeRefused() {
    AwsPlan plan = Plans.plan(folder, "web", "alarm: {minutes: 30, periods: 49}", Plans.COOLDOWN);
    assertThat(plan.remarks()).anyMatch(remark -> remark.startsWith("CloudWatch refuses"));
  }
}
