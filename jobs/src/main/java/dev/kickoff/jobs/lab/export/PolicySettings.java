package dev.kickoff.jobs.lab.export;

import dev.kickoff.connectors.aws.policy.GroupAlarm;
import dev.kickoff.connectors.aws.policy.GroupPolicy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The settings of a policy and its alarm by name, in words, in the order of a table. */
final class PolicySettings {
  /** There is no such setting. */
  static final String NONE = "-";

  /** There is one, and nobody said which. */
  static final String UNKNOWN = "?";

  private PolicySettings() {}

  static Map<String, String> of(GroupPolicy policy, Optional<GroupAlarm> alarm) {
    Map<String, String> settings = new LinkedHashMap<>();
    String wait = policy.type().equals(AwsPolicy.Kind.STEP.word()) ? "warm-up, s" : "cooldown, s";
    settings.put("policy", policy.name());
    settings.put("type", policy.type());
    settings.put("change", policy.change());
    settings.put(
        wait,
        policy.waitSeconds().isPresent()
            ? String.valueOf(policy.waitSeconds().getAsInt())
            : "the group's default");
    settings.put(
        "alarm", alarm.map(GroupAlarm::name).orElse(policy.alarms().isEmpty() ? NONE : UNKNOWN));
    String otherwise = policy.alarms().isEmpty() ? NONE : UNKNOWN;
    settings.put("metric", alarm.map(GroupAlarm::metric).orElse(otherwise));
    settings.put("breaches", alarm.map(GroupAlarm::breach).orElse(otherwise));
    settings.put("period, s", alarm.map(a -> "" + a.periodSeconds()).orElse(otherwise));
    settings.put("evaluation periods", alarm.map(a -> "" + a.periods()).orElse(otherwise));
    settings.put("datapoints to alarm", alarm.map(a -> "" + a.needed()).orElse(otherwise));
    settings.put("missing data", alarm.map(GroupAlarm::missing).orElse(otherwise));
    return settings;
  }

  static Map<String, String> of(AwsPolicy policy) {
    AwsAlarm alarm = policy.alarm();
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("policy", policy.name());
    settings.put("type", policy.kind().word());
    settings.put("change", GroupPolicy.hosts(policy.hosts()));
    settings.put(policy.isStep() ? "warm-up, s" : "cooldown, s", "" + policy.waitSeconds());
    settings.put("alarm", alarm.name());
    settings.put(
        "metric", GroupAlarm.metric(AwsAlarm.STATISTIC, AwsAlarm.NAMESPACE, AwsAlarm.METRIC));
    settings.put("breaches", GroupAlarm.breach(alarm.operator(), alarm.threshold()));
    settings.put("period, s", "" + alarm.periodSeconds());
    settings.put("evaluation periods", "" + alarm.periods());
    settings.put("datapoints to alarm", "" + alarm.needed());
    settings.put("missing data", alarm.missing());
    return settings;
  }
}
