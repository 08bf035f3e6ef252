package dev.kickoff.jobs.config.lab.variant;

import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlFile;
import dev.kickoff.jobs.config.yaml.YamlSection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A Terraform plan as {@code terraform show -json PLAN} prints it: what is planned of policies,
 * alarms and the group, and the configuration's references from alarms to policies.
 */
final class TerraformPlan {
  private static final String PLANNED = "planned_values";
  private static final Set<String> REFUSED =
      Set.of("aws_autoscaling_schedule", "aws_autoscaling_lifecycle_hook");
  private static final List<String> BLOCKS =
      List.of("target_tracking_configuration", "predefined_metric_specification");
  private static final NumberRange SECONDS = new NumberRange(0, 86_400, "whole seconds");

  private final YamlFile file;
  private final MappingNode document;
  private final List<MappingNode> resources = new ArrayList<>();
  private final TerraformReferences references;

  TerraformPlan(YamlFile file, MappingNode document) {
    this.file = file;
    this.document = document;
    VariantNodes.mapping(document, PLANNED, "root_module").ifPresent(this::collect);
    this.references = new TerraformReferences(document);
  }

  /** Whether a document is one. */
  static boolean matches(MappingNode document) {
    Map<String, Node> entries = VariantNodes.entries(document);
    return entries.containsKey(PLANNED) || entries.containsKey("terraform_version");
  }

  private void collect(MappingNode module) {
    resources.addAll(VariantNodes.mappings(module, "resources"));
    VariantNodes.mappings(module, "child_modules").forEach(this::collect);
  }

  AwsFragment read() {
    if (VariantNodes.mapping(document, PLANNED, "root_module").isEmpty()) {
      file.refuse(
          document,
          "holds no planned_values.root_module",
          "write it with terraform show -json PLAN; a state or HCL is not read");
    }
    List<AwsResource> policies = new ArrayList<>();
    List<AwsResource> alarms = new ArrayList<>();
    List<String> aside = new ArrayList<>();
    GroupSizes sizes = GroupSizes.NONE;
    OptionalInt cooldown = OptionalInt.empty();
    for (MappingNode resource : resources) {
      String type = text(resource, "type");
      String address = text(resource, "address");
      if (type.equals("aws_autoscaling_policy")) {
        policies.add(resource(resource, Set.of()));
      } else if (type.equals("aws_cloudwatch_metric_alarm")) {
        alarms.add(resource(resource, rings(resource)));
      } else if (type.equals("aws_autoscaling_group")) {
        YamlSection group = section(resource);
        sizes = VariantSizes.read(group, "desired_capacity", "min_size", "max_size");
        cooldown = SECONDS.integer(group, "default_cooldown");
      } else if (REFUSED.contains(type)) {
        String remedy = "leave it out, or describe the whole as a lab policy (kind: scheduled)";
        file.refuse(resource, address + ": a " + type + " is not simulated", remedy);
      } else {
        aside.add(address);
      }
    }
    file.failOnAny();
    List<String> notes =
        aside.isEmpty()
            ? List.of()
            : List.of("resources without scaling were left aside: " + String.join(", ", aside));
    return new AwsFragment(policies, alarms, sizes, cooldown, notes);
  }

  private AwsResource resource(MappingNode resource, Set<String> rings) {
    return new AwsResource(
        text(resource, "address"),
        section(resource),
        AwsResource.Spelling.SNAKE,
        value(resource, "autoscaling_group_name"),
        rings);
  }

  private YamlSection section(MappingNode resource) {
    MappingNode values = VariantNodes.mapping(resource, "values").orElse(resource);
    return file.section(text(resource, "address") + ".", VariantNodes.unwrapped(values, BLOCKS));
  }

  /** Policies that an alarm names: by reference, or by the ARN where that is known already. */
  private Set<String> rings(MappingNode alarm) {
    String address = text(alarm, "address");
    Set<String> arns =
        VariantNodes.mapping(alarm, "values")
            .map(values -> Optional.ofNullable(VariantNodes.entries(values).get("alarm_actions")))
            .flatMap(actions -> actions)
            .map(actions -> Set.copyOf(VariantNodes.texts(actions)))
            .orElse(Set.of());
    return resources.stream()
        .filter(resource -> text(resource, "type").equals("aws_autoscaling_policy"))
        .filter(
            policy ->
                references.names(address, text(policy, "address"))
                    || arns.contains(value(policy, "arn")))
        .map(policy -> text(policy, "address"))
        .collect(Collectors.toSet());
  }

  private static String value(MappingNode resource, String key) {
    return VariantNodes.mapping(resource, "values").map(values -> text(values, key)).orElse("");
  }

  static String text(MappingNode node, String key) {
    Node found = VariantNodes.entries(node).get(key);
    return found == null || found.getTag().equals(Tag.NULL) ? "" : VariantNodes.text(found);
  }
}
