package dev.kickoff.jobs.config.lab.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.connectors.InputException;
import dev.kickoff.model.lab.HostCurve;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.sim.rule.AlarmAction;
import dev.kickoff.model.lab.sim.rule.AlarmSettings;
import dev.kickoff.model.lab.sim.rule.AlarmSettings.Kind;
import dev.kickoff.model.lab.sim.rule.AlarmSettings.Missing;
import dev.kickoff.model.lab.sim.rule.Rearm;
import dev.kickoff.model.lab.sim.rule.ScalingRule;
import dev.kickoff.model.lab.sim.rule.Together;
import dev.kickoff.model.lab.sim.rule.TrackingRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsVariantTest {
  private static final String SIMPLE =
      """
      Resources:
        Web:
          Type: AWS::AutoScaling::AutoScalingGroup
          Properties: {MinSize: '2', MaxSize: '20', Cooldown: '240', VPCZoneIdentifier: !Ref Subnets}
        Out:
          Type: AWS::AutoScaling::ScalingPolicy
          Properties:
            AutoScalingGroupName: !Ref Web
            AdjustmentType: ChangeInCapacity
            ScalingAdjustment: 2
        High:
          Type: AWS::CloudWatch::Alarm
          Properties:
            Namespace: AWS/EC2
            MetricName: CPUUtilization
            Statistic: Average
            Period: 300
            EvaluationPeriods: 1
            Threshold: 15
            ComparisonOperator: GreaterThanThreshold
            Dimensions: [{Name: AutoScalingGroupName, Value: !Ref Web}]
            AlarmActions: [!Ref Out]
        Topic: {Type: AWS::SNS::Topic}
      """;
  private static final AlarmSettings FIVE =
      new AlarmSettings(Kind.PERIODS, Duration.ofMinutes(5), 1, 1, Missing.IGNORE);

  @TempDir private Path folder;

  private Variant read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("v.yaml"), text);
    LoadCurve load = new LoadCurve(Duration.ofMinutes(1), new double[] {1});
    return VariantFile.read(file.toString(), load, new HostCurve(2, 0.7, 50));
  }

  private void refused(String text, String... words) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(words);
  }

  private static AlarmAction adding(int hosts, Rearm wait) {
    return AlarmAction.adding(hosts, 15, FIVE, wait);
  }

  @Test
  void simpleScalingWithItsAlarmIsReadFromATemplate() throws IOException {
    Variant variant = read(SIMPLE);
    assertThat(variant.rule()).isEqualTo(adding(2, Rearm.cooldown(Duration.ofMinutes(4))));
    assertThat(variant.sizes().min()).hasValue(2);
    assertThat(variant.sizes().max()).hasValue(20);
    assertThat(variant.notes()).containsExactly("resources without scaling were left aside: Topic");
  }

  @Test
  void stepScalingAndTrackingAreReadFromJsonWithTabs() throws IOException {
    Variant variant =
        read(
            """
            {\t"Out": {"Type": "AWS::AutoScaling::ScalingPolicy", "Properties": {
            \t"AutoScalingGroupName": {"Ref": "Web"}, "PolicyType": "StepScaling",
            \t"AdjustmentType": "PercentChangeInCapacity", "StepAdjustments": [
            \t{"MetricIntervalLowerBound": 20, "ScalingAdjustment": 50},
            \t{"MetricIntervalLowerBound": 0, "MetricIntervalUpperBound": 20,
            \t "ScalingAdjustment": 10}]}},
            "High": {"Type": "AWS::CloudWatch::Alarm", "Properties": {"MetricName": "CPUUtilization",
            \t"Period": 60, "EvaluationPeriods": 3, "DatapointsToAlarm": 2, "Threshold": 40,
            \t"TreatMissingData": "breaching",
            \t"ComparisonOperator": "GreaterThanOrEqualToThreshold",
            \t"AlarmActions": [{"Ref": "Out"}]}},
            "Track": {"Type": "AWS::AutoScaling::ScalingPolicy", "Properties": {
            \t"AutoScalingGroupName": {"Ref": "Web"}, "PolicyType": "TargetTrackingScaling",
            \t"TargetTrackingConfiguration": {"TargetValue": 45.5, "PredefinedMetricSpecification":
            \t\t{"PredefinedMetricType": "ASGAverageCPUUtilization"}}}}}
            """);
    ScalingRule steps =
        new AlarmAction(
            new AlarmSettings(Kind.PERIODS, Duration.ofMinutes(1), 3, 2, Missing.BREACHING),
            true,
            40,
            List.of(new AlarmAction.Step(0, 10), new AlarmAction.Step(20, 50)),
            true,
            Rearm.WARM_UP);
    assertThat(variant.rule()).isEqualTo(new Together(List.of(steps, new TrackingRule(45.5))));
  }

  @Test
  void whatALabCannotPlayIsRefusedByNameAndPlace() {
    refused(
        SIMPLE.replace("Threshold: 15", "Threshold: !Ref HighCpu"),
        "v.yaml:19:18",
        "High.Threshold is !Ref HighCpu",
        "get-template --template-stage Processed");
    refused(
        SIMPLE.replace("Threshold: 15", "Threshold: {'Fn::FindInMap': [A, B, C]}"),
        "High.Threshold is Fn::FindInMap");
    refused(SIMPLE.replace("CPUUtilization", "NetworkIn"), "High.MetricName 'NetworkIn'");
    refused(SIMPLE.replace("Average", "Maximum"), "High.Statistic 'Maximum'", "write Average");
    refused(
        SIMPLE.replace("ChangeInCapacity", "ExactCapacity"), "Out.AdjustmentType ExactCapacity");
    refused(SIMPLE.replace("[!Ref Out]", "[!Ref Topic]"), "is started by no alarm", "names Out");
    refused(
        SIMPLE.replace("AWS::SNS::Topic", "AWS::AutoScaling::ScheduledAction"),
        "Topic: a AWS::AutoScaling::ScheduledAction is not simulated");
    refused(
        SIMPLE.replace("ScalingAdjustment: 2", "PolicyType: PredictiveScaling"),
        "Out.PolicyType 'PredictiveScaling' is not simulated");
    refused(
        SIMPLE.replace("ScalingAdjustment: 2", "ScalingAdjustment: 2\n      Colour: red"),
        "Out.Colour is an unknown key");
    refused("Resources: {Topic: {Type: AWS::SNS::Topic}}", "holds no scaling policy");
  }

  private static final String PLAN =
      """
      {"format_version":"1.2","terraform_version":"1.9.0","planned_values":{"root_module":{
      "child_modules":[{"address":"module.web","resources":[
      {"address":"module.web.aws_autoscaling_policy.out[0]","type":"aws_autoscaling_policy",
       "name":"out","index":0,"values":{"adjustment_type":"ChangeInCapacity","cooldown":300,
       "policy_type":"SimpleScaling","scaling_adjustment":2,"step_adjustment":[],
       "target_tracking_configuration":[],"min_adjustment_magnitude":null}},
      {"address":"module.web.aws_cloudwatch_metric_alarm.high[0]",
       "type":"aws_cloudwatch_metric_alarm","name":"high","values":{"alarm_name":"high",
       "comparison_operator":"GreaterThanThreshold","evaluation_periods":1,"threshold":15,
       "metric_name":"CPUUtilization","namespace":"AWS/EC2","period":300,"statistic":"Average",
       "treat_missing_data":"missing","extended_statistic":null,"metric_query":[]}}]}]}},
      "configuration":{"root_module":{"module_calls":{"web":{"module":{"resources":[
      {"address":"aws_cloudwatch_metric_alarm.high","expressions":{"alarm_actions":
       {"references":["aws_autoscaling_policy.out[0].arn","aws_autoscaling_policy.out"]}}}
      ]}}}}}}
      """;

  @Test
  void aTerraformPlanSaysTheSameAsTheTemplate() throws IOException {
    assertThat(read(PLAN).rule()).isEqualTo(adding(2, Rearm.cooldown(Duration.ofMinutes(5))));
    String tracking =
        """
        {"planned_values":{"root_module":{"resources":[{"address":"aws_autoscaling_policy.t",
        "type":"aws_autoscaling_policy","values":{"policy_type":"TargetTrackingScaling",
        "autoscaling_group_name":"web","target_tracking_configuration":[{"target_value":40,
        "disable_scale_in":false,"predefined_metric_specification":[{"predefined_metric_type":
        "ASGAverageCPUUtilization","resource_label":""}],
        "customized_metric_specification":[]}]}}]}}}
        """;
    assertThat(read(tracking).rule()).isEqualTo(new TrackingRule(40));
    refused(
        tracking.replace("ASGAverageCPUUtilization", "ALBRequestCountPerTarget"),
        "aws_autoscaling_policy.t.",
        "predefined_metric_type 'ALBRequestCountPerTarget' is not simulated");
  }

  @Test
  void aPlanWithoutTheLinkOrTheValuesIsRefused() {
    refused(
        PLAN.replace("aws_autoscaling_policy.out\"]", "x\"]").replace("out[0].arn", "y"),
        "module.web.aws_autoscaling_policy.out[0].policy_type is started by no alarm");
    refused("{\"terraform_version\":\"1.9.0\",\"values\":{}}", "terraform show -json PLAN");
    refused(
        PLAN.replace("\"metric_query\":[]", "\"metric_query\":[{\"id\":\"m\"}]"),
        "metric_query is not simulated");
  }
}
