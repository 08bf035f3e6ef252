package dev.kickoff.model.lab.compare;

import dev.kickoff.model.lab.sim.rule.AlarmAction;
import dev.kickoff.model.lab.sim.rule.AlarmSettings;
import dev.kickoff.model.lab.sim.rule.PlannedRule;
import dev.kickoff.model.lab.sim.rule.ScalingRule;
import dev.kickoff.model.lab.sim.rule.ScheduledRule;
import dev.kickoff.model.lab.sim.rule.Together;
import dev.kickoff.model.lab.sim.rule.TrackingRule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be said of a scaling rule, fact by fact, and in which of them two rules differ. */
public final class RuleFacts {
  private static final double SECONDS = 60;

  private final Map<String, String> facts = new LinkedHashMap<>();

  private RuleFacts() {}

  /** The facts of a rule by their names, in words; whatever file it was written in. */
  public static Map<String, String> of(ScalingRule rule) {
    RuleFacts all = new RuleFacts();
    all.add(rule);
    return all.facts;
  }

  /** What changes from one rule to another, a sentence each; empty where nothing does. */
  public static List<String> differences(Map<String, String> from, Map<String, String> to) {
    Set<String> names = new LinkedHashSet<>(from.keySet());
    names.addAll(to.keySet());
    List<String> sentences = new ArrayList<>();
    for (String name : names) {
      String before = from.get(name);
      String after = to.get(name);
      if (before == null) {
        sentences.add("%s is added: %s".formatted(name, after));
      } else if (after == null) {
        sentences.add("%s is removed (was %s)".formatted(name, before));
      } else if (!before.equals(after)) {
        sentences.add("%s changes from %s to %s".formatted(name, before, after));
      }
    }
    return sentences;
  }

  private void add(ScalingRule rule) {
    if (rule instanceof Together together) {
      together.rules().forEach(this::add);
    } else if (rule instanceof AlarmAction alarm) {
      add(alarm);
    } else if (rule instanceof TrackingRule tracking) {
      put("target tracking's target", percent(tracking.target()));
    } else if (rule instanceof PlannedRule planned) {
      put("the plan's target", percent(planned.target()));
      put("how far the plan looks ahead", time(planned.ahead()));
    } else if (rule instanceof ScheduledRule scheduled) {
      put(
          "the schedule",
          scheduled.sizes().entrySet().stream()
              .map(size -> "%d hosts from %s".formatted(size.getValue(), time(size.getKey())))
              .collect(Collectors.joining(", ")));
    } else {
      put("the rule", rule.toString());
    }
  }

  private void add(AlarmAction rule) {
    String alarm = rule.above() ? "the high alarm's " : "the low alarm's ";
    AlarmSettings settings = rule.alarm();
    put(alarm + "threshold", percent(rule.threshold()));
    put(
        alarm + "samples",
        "%s of %s%s, missing %s"
            .formatted(
                settings.kind().name().toLowerCase(Locale.ROOT),
                time(settings.length()),
                settings.periods() == 1
                    ? ""
                    : ", %d of %d".formatted(settings.needed(), settings.periods()),
                settings.missing().name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    put(
        alarm + "action",
        rule.steps().stream()
            .map(
                step ->
                    "%+d%s%s"
                        .formatted(
                            step.amount(),
                            rule.percent() ? " %" : " hosts",
                            step.distance() == 0
                                ? ""
                                : " from %s beyond".formatted(percent(step.distance()))))
            .collect(Collectors.joining(", ")));
    put(
        alarm + "wait",
        switch (rule.rearm().kind()) {
          case AT_ONCE -> "none";
          case AFTER_BOOT -> "until the hosts serve";
          case COOLDOWN -> "a cooldown of " + time(rule.rearm().cooldown());
          case WARM_UP -> "hosts that warm up count as asked for";
        });
  }

  /** A second rule of the same kind is numbered. */
  private void put(String name, String value) {
    String free = name;
    for (int i = 2; facts.containsKey(free); i++) {
      free = name + " (" + i + ")";
    }
    facts.put(free, value);
  }

  private static String percent(double value) {
    return plain(value) + " %";
  }

  private static String time(Duration time) {
    return plain(time.toMillis() / 1_000.0 / SECONDS) + " min";
  }

  private static String plain(double value) {
    String text = String.format(Locale.ROOT, "%.3f", value);
    return text.replaceAll("\\.?0+$", "");
  }
}
