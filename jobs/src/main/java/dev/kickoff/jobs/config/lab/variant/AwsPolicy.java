package dev.kickoff.jobs.config.lab.variant;

import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.lab.sim.rule.AlarmAction;
import dev.kickoff.model.lab.sim.rule.Rearm;
import dev.kickoff.model.lab.sim.rule.ScalingRule;
import dev.kickoff.model.lab.sim.rule.TrackingRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A scaling policy of AWS as rules of the lab: one for each alarm that starts it.
 *
 * @param alarms that start it
 * @param cooldown of the group, for simple scaling without its own
 */
record AwsPolicy(AwsResource policy, List<AwsAlarm> alarms, Duration cooldown) {
  private static final NumberRange SECONDS = new NumberRange(0, 86_400, "whole seconds");
  private static final NumberRange TARGET =
      new NumberRange(Double.MIN_VALUE, 100, "percent above 0, up to 100");

  /** The rules; none where something of it was refused. */
  List<ScalingRule> rules() {
    boolean tracks = policy.has("TargetTrackingConfiguration");
    String type = policy.text("PolicyType").orElse(tracks ? "TargetTrackingScaling" : "Simple");
    List<ScalingRule> rules =
        switch (type) {
          case "SimpleScaling", "Simple" -> alarmed(AwsSteps.simple(policy), simpleWait());
          case "StepScaling" -> alarmed(AwsSteps.several(policy), Rearm.WARM_UP);
          case "TargetTrackingScaling" -> tracking();
          default -> {
            policy
                .properties()
                .refuse(
                    policy.key("PolicyType"),
                    " '%s' is not simulated".formatted(type),
                    "leave the policy out, or write SimpleScaling, StepScaling or"
                        + " TargetTrackingScaling");
            yield List.of();
          }
        };
    policy.refuseWherePresent("PredictiveScalingConfiguration", "leave it out");
    policy.ignore(
        "AutoScalingGroupName", "PolicyName", "EstimatedInstanceWarmup", "AdjustmentType");
    return rules;
  }

  private List<ScalingRule> alarmed(AwsSteps bounded, Rearm rearm) {
    boolean percent = percent();
    if (alarms.isEmpty()) {
      policy
          .properties()
          .refuse(
              policy.key("PolicyType"),
              " is started by no alarm of this file",
              "add the alarm that names %s in its %s"
                  .formatted(policy.id(), policy.key("AlarmActions")));
    }
    List<ScalingRule> rules = new ArrayList<>();
    for (AwsAlarm alarm : alarms) {
      List<AlarmAction.Step> steps = bounded.on(alarm.above());
      if (!bounded.steps().isEmpty() && (steps.isEmpty() || steps.get(0).distance() != 0)) {
        policy
            .properties()
            .refuse(
                AwsSteps.key(policy),
                " do not begin at the alarm's threshold",
                "let the first step have a bound of 0 on that side");
      } else if (!steps.isEmpty()) {
        rules.add(
            new AlarmAction(
                alarm.settings(), alarm.above(), alarm.threshold(), steps, percent, rearm));
      }
    }
    return rules;
  }

  private boolean percent() {
    Optional<String> type =
        policy
            .properties()
            .choice(
                policy.key("AdjustmentType"),
                List.of("ChangeInCapacity", "PercentChangeInCapacity", "ExactCapacity"));
    if (type.equals(Optional.of("ExactCapacity"))) {
      policy
          .properties()
          .refuse(
              policy.key("AdjustmentType"),
              " ExactCapacity is not simulated",
              "write ChangeInCapacity or PercentChangeInCapacity");
    }
    policy.expect("MinAdjustmentMagnitude", "1");
    policy.expect("MetricAggregationType", "Average");
    return type.equals(Optional.of("PercentChangeInCapacity"));
  }

  private Rearm simpleWait() {
    OptionalInt seconds = policy.integer("Cooldown", SECONDS);
    return Rearm.cooldown(seconds.isPresent() ? Duration.ofSeconds(seconds.getAsInt()) : cooldown);
  }

  private List<ScalingRule> tracking() {
    String example = "{TargetValue: 40}";
    String key = policy.key("TargetTrackingConfiguration");
    policy.properties().require(key, example);
    Optional<YamlSection> found = policy.properties().section(key, example);
    if (found.isEmpty()) {
      return List.of();
    }
    AwsResource settings =
        new AwsResource(policy.id(), found.get(), policy.spelling(), "", Set.of());
    settings.properties().require(policy.key("TargetValue"), "40");
    OptionalDouble target = settings.number("TargetValue", TARGET);
    settings.expect("DisableScaleIn", "false");
    settings.refuseWherePresent(
        "CustomizedMetricSpecification", "track ASGAverageCPUUtilization instead");
    String metric = policy.key("PredefinedMetricSpecification");
    settings.properties().require(metric, "{PredefinedMetricType: ASGAverageCPUUtilization}");
    settings
        .properties()
        .section(metric, "{PredefinedMetricType: ASGAverageCPUUtilization}")
        .ifPresent(
            part -> {
              AwsResource tracked =
                  new AwsResource(policy.id(), part, policy.spelling(), "", Set.of());
              part.require(policy.key("PredefinedMetricType"), "ASGAverageCPUUtilization");
              tracked.expect("PredefinedMetricType", "ASGAverageCPUUtilization");
              tracked.ignore("ResourceLabel");
            });
    settings.ignore();
    return target.isPresent() ? List.of(new TrackingRule(target.getAsDouble())) : List.of();
  }
}
