package dev.kickoff.jobs.lab.export;

import dev.kickoff.jobs.config.lab.LabSettings;
import dev.kickoff.model.lab.sim.rule.AlarmAction;
import dev.kickoff.model.lab.sim.rule.Rearm;
import dev.kickoff.model.lab.sim.rule.ScalingRule;
import dev.kickoff.model.lab.sim.rule.Together;
import dev.kickoff.model.lab.tune.Cell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Says a policy of the lab in AWS's terms: simple scaling, or step scaling where hosts warm up.
 *
 * <p>Sources: <a
 * href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/Cooldown.html">cooldowns</a>, and
 * PutScalingPolicy of the Auto Scaling API.
 */
public final class Translation {
  private static final Pattern GROUP = Pattern.compile("[^:\\p{Cntrl}]{1,240}");

  private final String group;
  private final LabSettings settings;
  private final List<String> remarks = new ArrayList<>();

  private Translation(String group, LabSettings settings) {
    this.group = group;
    this.settings = settings;
  }

  /** Whether an Auto Scaling group may be called so, with room for what policies are called. */
  public static boolean isGroupName(String text) {
    return GROUP.matcher(text).matches();
  }

  /**
   * A candidate of a search as policies of {@code group}.
   *
   * @throws IllegalArgumentException when nothing is searched
   */
  public static AwsPlan of(String group, LabSettings settings, Cell cell) {
    ScalingRule rule =
        settings
            .family()
            .orElseThrow(() -> new IllegalArgumentException("nothing is searched"))
            .apply(cell);
    return new Translation(group, settings).plan(rule);
  }

  private AwsPlan plan(ScalingRule rule) {
    List<AwsPolicy> policies = new ArrayList<>();
    for (ScalingRule one : rule instanceof Together all ? all.rules() : List.of(rule)) {
      if (!(one instanceof AlarmAction action) || action.steps().size() > 1 || action.percent()) {
        throw new IllegalArgumentException("only simple policies can be written as code");
      }
      policies.add(policy(action));
    }
    return new AwsPlan(group, policies, remarks.stream().distinct().toList());
  }

  private AwsPolicy policy(AlarmAction action) {
    String way = action.above() ? "out" : "in";
    AlarmTerms terms = new AlarmTerms(action, settings, remarks::add);
    AwsAlarm alarm = terms.alarm("%s-cpu-%s".formatted(group, action.above() ? "high" : "low"));
    boolean isStep = action.rearm().kind() == Rearm.Kind.WARM_UP;
    return new AwsPolicy(
        action.above() ? "ScaleOut" : "ScaleIn",
        "%s-scale-%s".formatted(group, way),
        isStep ? AwsPolicy.Kind.STEP : AwsPolicy.Kind.SIMPLE,
        action.steps().get(0).amount(),
        (int) wait(action.rearm()).toSeconds(),
        alarm);
  }

  private Duration wait(Rearm rearm) {
    Duration boot = settings.expected().boot();
    return switch (rearm.kind()) {
      case COOLDOWN -> {
        remarks.add(
            ("EC2 Auto Scaling counts a cooldown from when the last host has launched; the lab"
                    + " counted its %s from when the alarm acted, so the group may react later.")
                .formatted(Numbers.words(rearm.cooldown())));
        yield rearm.cooldown();
      }
      case WARM_UP -> boot;
      case AFTER_BOOT -> {
        remarks.add(
            ("a policy cannot wait until hosts serve and then count its samples anew; written"
                    + " without a cooldown, because EC2 Auto Scaling lets no other simple scaling"
                    + " begin while hosts launch (%s in the lab).")
                .formatted(Numbers.words(boot)));
        yield Duration.ZERO;
      }
      case AT_ONCE -> {
        remarks.add(
            "an alarm does not count its samples anew after it has acted; written without a"
                + " cooldown, and EC2 Auto Scaling still waits until hosts have launched.");
        yield Duration.ZERO;
      }
    };
  }
}
