package dev.kickoff.jobs.lab.export;

import dev.kickoff.connectors.aws.policy.GroupPolicies;
import dev.kickoff.connectors.aws.policy.GroupPolicy;
import java.util.ArrayList;
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
    Map<String, String> is =
        found.map(policy -> PolicySettings.of(policy, present.alarmOf(policy))).orElse(Map.of());
    PolicySettings.of(proposed)
        .forEach(
            (setting, value) ->
                rows.add(
                    new Row(
                        proposed.id(),
                        setting,
                        is.getOrDefault(setting, PolicySettings.NONE),
                        value)));
  }

  private Optional<GroupPolicy> match(AwsPolicy proposed) {
    String sign = proposed.hosts() > 0 ? "+" : "-";
    return left.stream()
        .filter(policy -> policy.name().equals(proposed.name()))
        .findFirst()
        .or(() -> left.stream().filter(p -> p.change().startsWith(sign)).findFirst());
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
    if (rows.stream().anyMatch(row -> row.present().equals(PolicySettings.UNKNOWN))) {
      text.append("? is not known: add the output of aws cloudwatch describe-alarms.\n");
    }
    for (AwsPolicy policy : plan.policies()) {
      rows.stream()
          .filter(row -> row.policy().equals(policy.id()) && row.setting().equals("policy"))
          .filter(row -> row.differs() && !row.present().equals(PolicySettings.NONE))
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
