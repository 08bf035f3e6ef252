package dev.kickoff.jobs.config.lab.variant;

import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.lab.sim.rule.AlarmAction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What a policy of AWS does on both sides of a threshold; no steps where they were refused. */
record AwsSteps(List<AwsSteps.Bounded> steps) {
  private static final NumberRange CHANGE =
      new NumberRange(-10_000, 10_000, "a whole number from -10000 to 10000");
  private static final NumberRange BOUND = new NumberRange(-100, 100, "percent points");

  /** What happens from a distance to the threshold on, on one side of it. */
  record Bounded(double lower, double upper, int change) {}

  /** Those on the alarm's side of the threshold, the nearest first. */
  List<AlarmAction.Step> on(boolean above) {
    return steps.stream()
        .filter(step -> above ? step.upper() > 0 : step.lower() < 0)
        .map(
            step ->
                new AlarmAction.Step(Math.abs(above ? step.lower() : step.upper()), step.change()))
        .sorted(Comparator.comparingDouble(AlarmAction.Step::distance))
        .toList();
  }

  /** The key of the steps as the file writes it. */
  static String key(AwsResource policy) {
    boolean camel = policy.spelling() == AwsResource.Spelling.CAMEL;
    return camel ? "StepAdjustments" : "step_adjustment";
  }

  /** The one step of simple scaling. */
  static AwsSteps simple(AwsResource policy) {
    policy.properties().require(policy.key("ScalingAdjustment"), "1");
    OptionalInt change = policy.integer("ScalingAdjustment", CHANGE);
    if (change.isEmpty()) {
      return new AwsSteps(List.of());
    }
    int hosts = change.getAsInt();
    double far = Double.POSITIVE_INFINITY;
    return new AwsSteps(List.of(new Bounded(0, far, hosts), new Bounded(-far, 0, hosts)));
  }

  /** Those of step scaling. */
  static AwsSteps several(AwsResource policy) {
    String key = key(policy);
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
        return new AwsSteps(List.of());
      }
    }
    return new AwsSteps(steps);
  }

  private static List<YamlSection> none() {
    return List.of();
  }

  /** A bound; absent and blank (as plans write it) are without end. */
  private static OptionalDouble bound(YamlSection step, String key) {
    return step.has(key) ? BOUND.number(step, key) : OptionalDouble.empty();
  }
}
