package dev.kickoff.connectors.aws.policy;

import java.util.List;
import java.util.Optional;

/**
 * The policies of a group and the alarms that are known of them.
 *
 * @param alarms may lack those of some policies, where they were not asked for
 */
public record GroupPolicies(List<GroupPolicy> policies, List<GroupAlarm> alarms) {
  public GroupPolicies {
    policies = List.copyOf(policies);
    alarms = List.copyOf(alarms);
  }

  /** The first alarm of a policy that is known; empty when none is. */
  public Optional<GroupAlarm> alarmOf(GroupPolicy policy) {
    return alarms.stream().filter(alarm -> policy.alarms().contains(alarm.name())).findFirst();
  }
}
