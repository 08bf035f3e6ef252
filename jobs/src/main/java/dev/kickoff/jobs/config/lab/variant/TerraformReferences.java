package dev.kickoff.jobs.config.lab.variant;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Which resources the alarms of a plan's configuration name in their actions. */
final class TerraformReferences {
  private final Map<String, Set<String>> byAlarm = new HashMap<>();

  TerraformReferences(MappingNode plan) {
    VariantNodes.mapping(plan, "configuration", "root_module")
        .ifPresent(module -> refer("", module));
  }

  private void refer(String prefix, MappingNode module) {
    for (MappingNode resource : VariantNodes.mappings(module, "resources")) {
      VariantNodes.mapping(resource, "expressions", "alarm_actions")
          .ifPresent(
              actions ->
                  byAlarm.put(
                      prefix + TerraformPlan.text(resource, "address"),
                      VariantNodes.texts(actions).stream()
                          .map(name -> prefix + name)
                          .collect(Collectors.toSet())));
    }
    VariantNodes.mapping(module, "module_calls")
        .ifPresent(
            calls ->
                VariantNodes.entries(calls)
                    .forEach(
                        (name, call) -> {
                          if (call instanceof MappingNode mapping) {
                            VariantNodes.mapping(mapping, "module")
                                .ifPresent(m -> refer(prefix + "module." + name + ".", m));
                          }
                        }));
  }

  /**
   * Whether an alarm names a policy, both by their addresses; of several instances of a policy the
   * one with the alarm's own index is meant.
   */
  boolean names(String alarm, String policy) {
    Set<String> named = byAlarm.getOrDefault(plain(alarm), Set.of());
    boolean isReferred = named.contains(plain(policy));
    boolean both = policy.endsWith("]") && alarm.endsWith("]");
    return isReferred
        && (!both
            || policy
                .substring(policy.lastIndexOf('['))
                .equals(alarm.substring(alarm.lastIndexOf('['))));
  }

  private static String plain(String address) {
    return address.replaceAll("\\[[^]]*]", "");
  }
}
