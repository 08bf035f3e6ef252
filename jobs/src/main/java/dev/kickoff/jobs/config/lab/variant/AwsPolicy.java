package dev.kickoff.jobs.config.lab.variant;

import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.lab.sim.AlarmAction;
import dev.kickoff.model.lab.sim.Rearm;
import dev.kickoff.model.lab.sim.ScalingRule;
import dev.kickoff.model.lab.sim.TrackingRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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
  private static final NumberRange CHANGE =
      new NumberRange(-10_000, 10_000, "a whole number from -10000 to 10000");
  private static final NumberRange SECONDS = new NumberRange(0, 86_400, "whole seconds");
  private static final NumberRange BOUND = new NumberRange(-100, 100, "percent points");
  private static final NumberRange TARGET =
      new NumberRange(Double.MIN_VALUE, 100, "percent above 0, up to 100");

  /** The rules; none where something of it was refused. */
  List<ScalingRule> rules() {
    boolean tracks = policy.has("TargetTrackingConfiguration");
    String type = policy.text("PolicyType").orElse(tracks ? "TargetTrackingScaling" : "Simple");
    List<ScalingRule> rules =
        switch (type) {
          case "SimpleScaling", "Simple" -> alarmed(simpleSteps(), simpleWait());
          case "StepScaling" -> alarmed(steps(), Rearm.WARM_UP);
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

  /** What happens from a distance to the threshold on, on one side of it. */
  private record Bounded(double lower, double upper, int change) {}

  private List<ScalingRule> alarmed(List<Bounded> bounded, Rearm rearm) {
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
      List<AlarmAction.Step> steps = steps(bounded, alarm.above());
      if (!bounded.isEmpty() && (steps.isEmpty() || steps.get(0).distance() != 0)) {
        policy
            .properties()
            .refuse(
                policy.key(
                    policy.spelling() == AwsResource.Spelling.CAMEL
                        ? "StepAdjustments"
                        : "StepAdjustment"),
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

  /** Those on the alarm's side of the threshold, the nearest first. */
  private static List<AlarmAction.Step> steps(List<Bounded> bounded, boolean above) {
    return bounded.stream()
        .filter(step -> above ? step.upper() > 0 : step.lower() < 0)
        .map(
            step ->
                new AlarmAction.Step(Math.abs(above ? step.lower() : step.upper()), step.change()))
        .sorted(Comparator.comparingDouble(AlarmAction.Step::distance))
        .toList();
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

  private List<Bounded> simpleSteps() {
    policy.properties().require(policy.key("ScalingAdjustment"), "1");
    OptionalInt change = policy.integer("ScalingAdjustment", CHANGE);
    if (change.isEmpty()) {
      return List.of();
    }
    int hosts = change.getAsInt();
    double far = Double.POSITIVE_INFINITY;
    return List.of(new Bounded(0, far, hosts), new Bounded(-far, 0, hosts));
  }

  private Rearm simpleWait() {
    OptionalInt seconds = policy.integer("Cooldown", SECONDS);
    return Rearm.cooldown(seconds.isPresent() ? Duration.ofSeconds(seconds.getAsInt()) : cooldown);
  }

  private List<Bounded> steps() {
    boolean camel = policy.spelling() == AwsResource.Spelling.CAMEL;
    String key = camel ? "StepAdjustments" : "step_adjustment";
    policy.properties().require(key, "a list of steps");
    List<Bounded> steps = new ArrayList<>();
    for (YamlSection step :
        policy.properties().has(key) ? policy.properties().sections(key) : none()) {
      String change = policy.key("ScalingAdjustment");
      step.require(change, "1");
      OptionalInt hosts = CHANGE.integer(step, change);
      OptionalDouble lower = bound(step, policy.key("MetricIntervalLowerBound"));
      OptionalDouble upper = bound(step, policy.key("MetricIntervalUpperBound"));
      step.refuseUnknownKeys();
      if (hosts.isPresent()) {
        steps.add(
            new Bounded(
                lower.orElse(Double.NEGATIVE_INFINITY),
                upper.orElse(Double.POSITIVE_INFINITY),
                hosts.getAsInt()));
      }
    }
    steps.sort(Comparator.comparingDouble(Bounded::lower));
    for (int i = 1; i < steps.size(); i++) {
      if (steps.get(i).lower() != steps.get(i - 1).upper()) {
        policy
            .properties()
            .refuse(
                key,
                " leave a gap or overlap at " + steps.get(i).lower(),
                "let each begin where the one before ends, as AWS demands");
        return List.of();
      }
    }
    return steps;
  }

  private static List<YamlSection> none() {
    return List.of();
  }

  /** A bound; absent and blank (as plans write it) are without end. */
  private static OptionalDouble bound(YamlSection step, String key) {
    return step.has(key) ? BOUND.number(step, key) : OptionalDouble.empty();
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
