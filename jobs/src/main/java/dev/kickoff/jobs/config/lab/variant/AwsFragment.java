package dev.kickoff.jobs.config.lab.variant;

import dev.kickoff.model.lab.sim.rule.ScalingRule;
import dev.kickoff.model.lab.sim.rule.Together;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What a template or plan says of scaling.
 *
 * @param sizes of the group, where it is there
 * @param cooldown of the group in seconds, where it is there
 * @param notes what was left aside
 */
record AwsFragment(
    List<AwsResource> policies,
    List<AwsResource> alarms,
    GroupSizes sizes,
    OptionalInt cooldown,
    List<String> notes) {
  /** What EC2 Auto Scaling takes where a group says nothing. */
  private static final int COOLDOWN_SECONDS = 300;

  /** Its rule; empty where something of it was refused, and then the file has a problem. */
  Optional<ScalingRule> rule() {
    Map<String, AwsAlarm> read = new LinkedHashMap<>();
    alarms.stream()
        .filter(alarm -> !alarm.rings().isEmpty())
        .forEach(alarm -> AwsAlarm.of(alarm).ifPresent(found -> read.put(alarm.id(), found)));
    Duration wait = Duration.ofSeconds(cooldown.orElse(COOLDOWN_SECONDS));
    refuseSeveralGroups();
    List<ScalingRule> rules = new ArrayList<>();
    for (AwsResource policy : policies) {
      List<AwsAlarm> starting =
          alarms.stream()
              .filter(alarm -> alarm.rings().contains(policy.id()))
              .map(alarm -> read.get(alarm.id()))
              .filter(alarm -> alarm != null)
              .toList();
      rules.addAll(new AwsPolicy(policy, starting, wait).rules());
    }
    return rules.isEmpty()
        ? Optional.empty()
        : Optional.of(rules.size() == 1 ? rules.get(0) : new Together(rules));
  }

  private void refuseSeveralGroups() {
    List<String> groups =
        policies.stream()
            .map(AwsResource::group)
            .filter(group -> !group.isBlank())
            .distinct()
            .toList();
    if (groups.size() > 1) {
      AwsResource last = policies.get(policies.size() - 1);
      last.properties()
          .refuse(
              last.key("AutoScalingGroupName"),
              " is not the same for all policies: " + String.join(", ", groups),
              "keep the policies of one group");
    }
  }

  /** All notes, with those about alarms that start nothing. */
  List<String> allNotes() {
    List<String> all = new ArrayList<>(notes);
    String idle =
        alarms.stream()
            .filter(alarm -> alarm.rings().isEmpty())
            .map(AwsResource::id)
            .collect(Collectors.joining(", "));
    if (!idle.isEmpty()) {
      all.add("alarms that start no policy of the file were left aside: " + idle);
    }
    boolean warm = policies.stream().anyMatch(policy -> policy.has("EstimatedInstanceWarmup"));
    if (warm) {
      all.add("the estimated warm-up is not used: hosts serve after the lab's own boot time");
    }
    return all;
  }
}
