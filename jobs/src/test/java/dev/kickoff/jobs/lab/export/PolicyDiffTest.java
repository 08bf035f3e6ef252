package dev.kickoff.jobs.lab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.connectors.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyDiffTest {
  private static final String POLICIES =
      """
      {"ScalingPolicies": [
        {"AutoScalingGroupName": "web-asg", "PolicyName": "%s", "PolicyType": "SimpleScaling",
         "AdjustmentType": "ChangeInCapacity", "ScalingAdjustment": %d, "Cooldown": 300,
         "StepAdjustments": [], "Alarms": [{"AlarmName": "web-asg-cpu-high", "AlarmARN": "a"}]},
        {"AutoScalingGroupName": "other", "PolicyName": "x", "PolicyType": "SimpleScaling",
         "AdjustmentType": "ChangeInCapacity", "ScalingAdjustment": 7, "Alarms": []}%s]}
      """;
  private static final String TRACKING =
      """
      , {"AutoScalingGroupName": "web-asg", "PolicyName": "track",
         "PolicyType": "TargetTrackingScaling", "StepAdjustments": [], "Alarms": [],
         "TargetTrackingConfiguration": {"TargetValue": 50.0}}
      """;
  private static final String ALARMS =
      """
      {"MetricAlarms": [
        {"AlarmName": "web-asg-cpu-high", "MetricName": "CPUUtilization", "Namespace": "AWS/EC2",
         "Statistic": "Average", "Period": 300, "EvaluationPeriods": 1, "Threshold": %s,
         "ComparisonOperator": "GreaterThanThreshold", "TreatMissingData": "notBreaching"}]}
      """;

  @TempDir Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private PolicyDiff diff(List<Path> files) {
    return PolicyDiff.of(Plans.source(folder), PolicyFiles.read(files));
  }

  @Test
  void aGroupThatHasThePolicyAlreadyIsNotChanged() throws IOException {
    PolicyDiff diff =
        diff(
            List.of(
                file("p", POLICIES.formatted("web-asg-scale-out", 2, "")),
                file("a", ALARMS.formatted("15.0"))));
    assertThat(diff.isEqual()).as(diff.text()).isTrue();
    assertThat(diff.text()).startsWith("Group web-asg: no change\n").doesNotContain("*");
  }

  @Test
  void whatDiffersIsMarkedBesideWhatIs() throws IOException {
    PolicyDiff diff =
        diff(
            List.of(
                file("p", POLICIES.formatted("by-hand", 1, TRACKING)),
                file("a", ALARMS.formatted("25.0"))));
    assertThat(diff.isEqual()).isFalse();
    assertThat(diff.text())
        .startsWith("Group web-asg:\n\nscale out\n")
        .containsPattern("\n  change +\\+1 host +\\+2 hosts  \\*\n")
        .containsPattern("\n  breaches +GreaterThanThreshold 25 +GreaterThanThreshold 15  \\*\n")
        .containsPattern("\n  cooldown, s +300 +300\n")
        .contains("web-asg-scale-out would stand beside by-hand, and both act: delete by-hand.")
        .contains("track (TargetTrackingScaling, target 50.0) stays as it is and acts too.")
        .doesNotContain("x (SimpleScaling");
  }

  @Test
  void anAlarmThatIsNotKnownIsNeverTakenForEqual() throws IOException {
    PolicyDiff diff = diff(List.of(file("p", POLICIES.formatted("web-asg-scale-out", 2, ""))));
    assertThat(diff.isEqual()).isFalse();
    assertThat(diff.text())
        .containsPattern("\n  period, s +\\? +300  \\*\n")
        .contains("? is not known: add the output of aws cloudwatch describe-alarms.");
  }

  @Test
  void aGroupWithoutPoliciesGetsAllOfIt() throws IOException {
    PolicyDiff diff = diff(List.of(file("p", "{\"ScalingPolicies\": []}")));
    assertThat(diff.text()).containsPattern("\n  policy +- +web-asg-scale-out  \\*\n");
    assertThat(diff.text()).doesNotContain("acts too", "both act", "is not known");
  }

  @Test
  void aFileOfSomethingElseIsRefusedWithItsPlace() throws IOException {
    Path alarms = file("a", ALARMS.formatted("15"));
    Path broken = file("b", "{\"ScalingPolicies\": [\n{]}");
    Path nameless = file("c", "{\"ScalingPolicies\": [{\"AutoScalingGroupName\": \"g\"}]}");
    assertThatThrownBy(() -> PolicyFiles.read(List.of(alarms)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(alarms + ": holds no ScalingPolicies");
    assertThatThrownBy(() -> PolicyFiles.read(List.of(broken)))
        .hasMessageContaining(broken + ":2:")
        .hasMessageContaining("is not JSON");
    assertThatThrownBy(() -> PolicyFiles.read(List.of(nameless)))
        .hasMessageContaining("without PolicyName");
  }
}
