package dev.kickoff.jobs.lab.export;

import dev.kickoff.connectors.aws.policy.GroupAlarm;
import dev.kickoff.connectors.aws.policy.GroupPolicies;
import dev.kickoff.connectors.aws.policy.GroupPolicy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a plan would change of the policies that its group has; nothing is ever changed by it.
 *
 * <p>A policy is set against the one of the same name, else against the first that changes the
 * number of hosts the same way. All others stay as they are, and are named.
 */
public final class PolicyDiff {
  private static final String NONE = "-";
  private static final String UNKNOWN = "?";

  private final AwsPlan plan;
  private final GroupPolicies present;
  private final List<GroupPolicy> left;
  private final List<Row> rows = new ArrayList<>();

  private PolicyDiff(AwsPlan plan, GroupPolicies present) {
    this.plan = plan;
    this.present = present;
    this.left =
        new ArrayList<>(
            present.policies().stream()
                .filter(policy -> policy.group().equals(plan.group()))
                .toList());
  }

  /** One setting: as it is, and as it would be. */
  private record Row(String policy, String setting, String present, String proposed) {
    boolean differs() {
      return !present.equals(proposed);
    }
  }

  /** The difference. */
  public static PolicyDiff of(AwsPlan plan, GroupPolicies present) {
    PolicyDiff diff = new PolicyDiff(plan, present);
    for (AwsPolicy policy : plan.policies()) {
      diff.add(policy);
    }
    return diff;
  }

  /** Whether the group would be as it is. */
  public boolean isEqual() {
    return rows.stream().noneMatch(Row::differs);
  }

  private void add(AwsPolicy proposed) {
    Optional<GroupPolicy> found = match(proposed);
    found.ifPresent(left::remove);
    Map<String, String> is = found.map(this::settings).orElse(Map.of());
    settings(proposed)
        .forEach(
            (setting, value) ->
                rows.add(new Row(proposed.id(), setting, is.getOrDefault(setting, NONE), value)));
  }

  private Optional<GroupPolicy> match(AwsPolicy proposed) {
    String sign = proposed.hosts() > 0 ? "+" : "-";
    return left.stream()
        .filter(policy -> policy.name().equals(proposed.name()))
        .findFirst()
        .or(() -> left.stream().filter(p -> p.change().startsWith(sign)).findFirst());
  }

  private Map<String, String> settings(GroupPolicy policy) {
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
    Optional<GroupAlarm> alarm = present.alarmOf(policy);
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

  private static Map<String, String> settings(AwsPolicy policy) {
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

  /** A table for people: setting, present, proposed. */
  public String text() {
    StringBuilder text = new StringBuilder();
    text.append("Group ").append(plan.group()).append(isEqual() ? ": no change\n" : ":\n");
    int setting = width(rows.stream().map(Row::setting).toList(), "setting");
    int is = width(rows.stream().map(Row::present).toList(), "present");
    String line = "  %-" + setting + "s  %-" + is + "s  %s";
    String policy = "";
    for (Row row : rows) {
      if (!row.policy().equals(policy)) {
        policy = row.policy();
        text.append('\n').append(policy.equals("ScaleOut") ? "scale out" : "scale in").append('\n');
        text.append(line.formatted("setting", "present", "proposed")).append('\n');
      }
      String differs = row.differs() ? "  *" : "";
      text.append(line.formatted(row.setting(), row.present(), row.proposed()))
          .append(differs)
          .append('\n');
    }
    text.append(notes());
    return text.toString();
  }

  private static int width(List<String> cells, String head) {
    return Math.max(head.length(), cells.stream().mapToInt(String::length).max().orElse(0));
  }

  private String notes() {
    StringBuilder text = new StringBuilder("\n");
    if (rows.stream().anyMatch(row -> row.present().equals(UNKNOWN))) {
      text.append("? is not known: add the output of aws cloudwatch describe-alarms.\n");
    }
    for (AwsPolicy policy : plan.policies()) {
      rows.stream()
          .filter(row -> row.policy().equals(policy.id()) && row.setting().equals("policy"))
          .filter(row -> row.differs() && !row.present().equals(NONE))
          .forEach(
              row ->
                  text.append(
                      "%s would stand beside %s, and both act: delete %s.\n"
                          .formatted(row.proposed(), row.present(), row.present())));
    }
    left.forEach(
        policy ->
            text.append(
                "%s (%s, %s) stays as it is and acts too.\n"
                    .formatted(policy.name(), policy.type(), policy.change())));
    return text.length() == 1 ? "" : text.toString();
  }
}
