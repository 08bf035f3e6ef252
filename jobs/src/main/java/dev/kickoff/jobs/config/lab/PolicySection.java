package dev.kickoff.jobs.config.lab;

import dev.kickoff.jobs.config.lab.LabSettings.NamedPolicy;
import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlSection;
import dev.kickoff.model.lab.HostCurve;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.sim.rule.AlarmAction;
import dev.kickoff.model.lab.sim.rule.AlarmSettings;
import dev.kickoff.model.lab.sim.rule.AlarmSettings.Kind;
import dev.kickoff.model.lab.sim.rule.AlarmSettings.Missing;
import dev.kickoff.model.lab.sim.rule.PlannedRule;
import dev.kickoff.model.lab.sim.rule.Rearm;
import dev.kickoff.model.lab.sim.rule.ScalingRule;
import dev.kickoff.model.lab.sim.rule.ScheduledRule;
import dev.kickoff.model.lab.sim.rule.Together;
import dev.kickoff.model.lab.sim.rule.TrackingRule;
import dev.kickoff.model.lab.tune.Cell;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One policy of a lab file: {@code kind} and what that kind needs.
 *
 * <p>{@code simple} and {@code step}: {@code alarm: {kind, minutes, phaseMinutes, periods, needed,
 * missing}}, {@code threshold}, {@code increment} or {@code steps: [{from, add}]}, {@code percent},
 * {@code rearm}, {@code cooldownMinutes}, {@code scaleIn: {threshold, increment, minutes}}. {@code
 * target-tracking}: {@code target}. {@code planned}: {@code target}, {@code aheadMinutes}, {@code
 * forecastErrors}. {@code scheduled}: {@code sizes: {MINUTE: HOSTS}}.
 */
final class PolicySection {
  private static final List<String> KINDS =
      List.of("simple", "step", "target-tracking", "planned", "scheduled");
  private static final Map<String, Kind> ALARMS =
      Map.of(
          "periods", Kind.PERIODS,
          "rolling", Kind.ROLLING,
          "consecutive", Kind.CONSECUTIVE,
          "elapsed", Kind.ELAPSED);
  private static final double PERCENT = 100;

  private final YamlSection policy;
  private final LoadCurve load;
  private final HostCurve host;
  private Duration phase = Duration.ZERO;

  PolicySection(YamlSection policy, LoadCurve load, HostCurve host) {
    this.policy = policy;
    this.load = load;
    this.host = host;
  }

  /** The phase of its alarm's periods; zero where none is given. Known once it was read. */
  Duration phase() {
    return phase;
  }

  /** The policies that it stands for: several for several forecast errors, none when wrong. */
  List<NamedPolicy> read() {
    policy.require("kind", "simple");
    Optional<String> kind = policy.choice("kind", KINDS);
    String name = policy.text("name").or(() -> kind).orElse("policy");
    List<NamedPolicy> found =
        switch (kind.orElse("")) {
          case "simple", "step" -> alarmed(name, kind.orElseThrow());
          case "target-tracking" -> tracking(name);
          case "planned" -> planned(name);
          case "scheduled" -> scheduled(name);
          default -> List.of();
        };
    policy.refuseUnknownKeys();
    return found;
  }

  /** The rule of each candidate: this simple policy with other settings. */
  Function<Cell, ScalingRule> family() {
    policy.text("name");
    Optional<String> kind = policy.choice("kind", KINDS);
    if (!kind.orElse("simple").equals("simple")) {
      policy.refuse("kind", " is not searched", "write kind: simple");
    }
    AlarmSettings alarm = alarm();
    Rearm rearm = rearm(Rearm.cooldown(Duration.ofMinutes(5)));
    Optional<AlarmAction> scaleIn = scaleIn();
    policy.has("threshold");
    policy.has("increment");
    policy.refuseUnknownKeys();
    return cell ->
        with(AlarmAction.adding(cell.increment(), cell.threshold(), alarm, rearm), scaleIn);
  }

  private List<NamedPolicy> alarmed(String name, String kind) {
    policy.require("threshold", "25");
    OptionalDouble threshold = Numbers.THRESHOLD.number(policy, "threshold");
    List<AlarmAction.Step> steps = steps(kind.equals("step"));
    boolean percent =
        policy.choice("amount", List.of("hosts", "percent")).equals(Optional.of("percent"));
    AlarmSettings alarm = alarm();
    Rearm rearm =
        rearm(kind.equals("step") ? Rearm.WARM_UP : Rearm.cooldown(Duration.ofMinutes(5)));
    Optional<AlarmAction> scaleIn = scaleIn();
    if (threshold.isEmpty() || steps.isEmpty()) {
      return List.of();
    }
    AlarmAction out = new AlarmAction(alarm, true, threshold.getAsDouble(), steps, percent, rearm);
    return List.of(new NamedPolicy(name, with(out, scaleIn)));
  }

  private static ScalingRule with(AlarmAction out, Optional<AlarmAction> in) {
    return in.<ScalingRule>map(rule -> new Together(List.of(out, rule))).orElse(out);
  }

  private List<AlarmAction.Step> steps(boolean several) {
    if (!several || !policy.has("steps")) {
      policy.require("increment", "1");
      OptionalInt increment = Numbers.COUNT.integer(policy, "increment");
      return increment.isPresent()
          ? List.of(new AlarmAction.Step(0, increment.getAsInt()))
          : List.of();
    }
    List<AlarmAction.Step> steps = new ArrayList<>();
    for (YamlSection step : policy.sections("steps")) {
      OptionalDouble from = Numbers.PERCENT.number(step, "from");
      OptionalInt add = Numbers.STEP.integer(step, "add");
      step.require("from", "0");
      step.require("add", "1");
      step.refuseUnknownKeys();
      if (from.isPresent() && add.isPresent()) {
        steps.add(new AlarmAction.Step(from.getAsDouble(), add.getAsInt()));
      }
    }
    if (!steps.isEmpty() && steps.get(0).distance() != 0) {
      policy.refuse(
          "steps", " do not begin at the threshold", "let the first be {from: 0, add: 1}");
      return List.of();
    }
    return steps;
  }

  private AlarmSettings alarm() {
    Optional<YamlSection> found = policy.section("alarm", "{kind: periods, minutes: 5}");
    if (found.isEmpty()) {
      return AlarmSettings.of(Kind.PERIODS, Duration.ofMinutes(5));
    }
    YamlSection alarm = found.get();
    Optional<String> kind = alarm.choice("kind", ALARMS.keySet().stream().sorted().toList());
    OptionalDouble minutes = NumberRange.PERIOD.number(alarm, "minutes");
    phase = NumberRange.minutes(NumberRange.MINUTES.number(alarm, "phaseMinutes").orElse(0));
    int periods = Numbers.COUNT.integer(alarm, "periods").orElse(1);
    int needed = Numbers.COUNT.integer(alarm, "needed").orElse(periods);
    Optional<String> missing =
        alarm.choice("missing", List.of("ignore", "breaching", "not-breaching"));
    if (needed > periods) {
      alarm.refuse("needed", " is more than periods", "write at most " + periods);
      needed = periods;
    }
    alarm.refuseUnknownKeys();
    return new AlarmSettings(
        Optional.ofNullable(ALARMS.get(kind.orElse("periods"))).orElseThrow(),
        NumberRange.minutes(minutes.orElse(5)),
        periods,
        needed,
        Missing.valueOf(
            missing.orElse("not-breaching").toUpperCase(Locale.ROOT).replace('-', '_')));
  }

  private Rearm rearm(Rearm otherwise) {
    Optional<String> rearm =
        policy.choice("rearm", List.of("at-once", "after-boot", "cooldown", "warm-up"));
    OptionalDouble cooldown = NumberRange.MINUTES.number(policy, "cooldownMinutes");
    if (cooldown.isPresent() && !rearm.orElse("cooldown").equals("cooldown")) {
      policy.refuse("cooldownMinutes", " needs rearm: cooldown", "remove one of them");
    }
    return switch (rearm.orElse("")) {
      case "at-once" -> Rearm.AT_ONCE;
      case "after-boot" -> Rearm.AFTER_BOOT;
      case "warm-up" -> Rearm.WARM_UP;
      case "cooldown" -> Rearm.cooldown(NumberRange.minutes(cooldown.orElse(5)));
      default ->
          cooldown.isPresent()
              ? Rearm.cooldown(NumberRange.minutes(cooldown.getAsDouble()))
              : otherwise;
    };
  }

  private Optional<AlarmAction> scaleIn() {
    Optional<YamlSection> found =
        policy.section("scaleIn", "{threshold: 15, increment: 1, minutes: 5}");
    if (found.isEmpty()) {
      return Optional.empty();
    }
    YamlSection in = found.get();
    in.require("threshold", "15");
    OptionalDouble threshold = Numbers.THRESHOLD.number(in, "threshold");
    int hosts = Numbers.COUNT.integer(in, "increment").orElse(1);
    OptionalDouble minutes = NumberRange.PERIOD.number(in, "minutes");
    OptionalDouble cooldown = NumberRange.MINUTES.number(in, "cooldownMinutes");
    in.refuseUnknownKeys();
    return threshold.stream()
        .mapToObj(
            below ->
                new AlarmAction(
                    AlarmSettings.of(Kind.PERIODS, NumberRange.minutes(minutes.orElse(5))),
                    false,
                    below,
                    List.of(new AlarmAction.Step(0, -hosts)),
                    false,
                    Rearm.cooldown(NumberRange.minutes(cooldown.orElse(5)))))
        .findFirst();
  }

  private List<NamedPolicy> tracking(String name) {
    policy.require("target", "50");
    OptionalDouble target = Numbers.THRESHOLD.number(policy, "target");
    return target.isPresent()
        ? List.of(new NamedPolicy(name, new TrackingRule(target.getAsDouble())))
        : List.of();
  }

  private List<NamedPolicy> planned(String name) {
    policy.require("target", "37");
    OptionalDouble target = Numbers.THRESHOLD.number(policy, "target");
    Duration ahead =
        NumberRange.minutes(NumberRange.MINUTES.number(policy, "aheadMinutes").orElse(6));
    List<Double> errors = Numbers.list(policy, "forecastErrors", Numbers.ERROR, List.of(0.0));
    if (target.isPresent() && target.getAsDouble() <= host.idleCpu()) {
      policy.refuse("target", " is not above the host's idle share", "write more than that");
      return List.of();
    }
    List<NamedPolicy> policies = new ArrayList<>();
    for (double error : target.isPresent() ? errors : List.<Double>of()) {
      for (int side : error == 0 ? new int[] {0} : new int[] {-1, 1}) {
        LoadCurve forecast = load.times(1 + side * error);
        String words =
            side == 0
                ? name
                : "%s, forecast %.0f %% %s"
                    .formatted(name, PERCENT * error, side < 0 ? "too low" : "too high");
        policies.add(
            new NamedPolicy(words, new PlannedRule(forecast, host, target.getAsDouble(), ahead)));
      }
    }
    return policies;
  }

  private List<NamedPolicy> scheduled(String name) {
    policy.require("sizes", "{0: 2, 12: 6}");
    NavigableMap<Duration, Integer> sizes = new TreeMap<>();
    policy
        .texts("sizes", "{0: 2, 12: 6}")
        .forEach(
            (minute, hosts) -> {
              try {
                double at = Double.parseDouble(minute);
                int size = Integer.parseInt(hosts);
                if (!NumberRange.MINUTES.holds(at) || size < 1) {
                  throw new NumberFormatException();
                }
                sizes.put(NumberRange.minutes(at), size);
              } catch (NumberFormatException e) {
                policy.refuse(
                    "sizes",
                    " holds '" + minute + ": " + hosts + "'",
                    "write a minute and a whole number of hosts");
              }
            });
    return sizes.isEmpty() ? List.of() : List.of(new NamedPolicy(name, new ScheduledRule(sizes)));
  }
}
