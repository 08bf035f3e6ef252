package dev.kickoff.jobs.config.lab.variant;

import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlFile;
import dev.kickoff.jobs.config.yaml.YamlSection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/**
 * A CloudFormation template or a fragment of one, JSON or YAML: {@code Resources}, or the resources
 * by themselves. Functions are understood where they refer to a group or to a policy only.
 */
final class CloudFormation {
  static final String RESOURCES = "Resources";
  private static final String POLICY = "AWS::AutoScaling::ScalingPolicy";
  private static final String ALARM = "AWS::CloudWatch::Alarm";
  private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";
  private static final Set<String> REFUSED =
      Set.of(
          "AWS::AutoScaling::ScheduledAction",
          "AWS::AutoScaling::WarmPool",
          "AWS::AutoScaling::LifecycleHook",
          "AWS::CloudWatch::CompositeAlarm");
  private static final Set<String> REFERENCES =
      Set.of(
          "AutoScalingGroupName",
          "AlarmActions",
          "OKActions",
          "InsufficientDataActions",
          "AlarmName",
          "AlarmDescription",
          "Dimensions",
          "Tags");
  private static final NumberRange SECONDS = new NumberRange(0, 86_400, "whole seconds");

  private final YamlFile file;
  private final TemplateFunctions functions;
  private final Map<String, MappingNode> resources = new LinkedHashMap<>();

  CloudFormation(YamlFile file, MappingNode document) {
    this.file = file;
    this.functions = new TemplateFunctions(file);
    MappingNode all = VariantNodes.mapping(document, RESOURCES).orElse(document);
    VariantNodes.entries(all)
        .forEach(
            (id, node) -> {
              if (node instanceof MappingNode mapping) {
                resources.put(id, mapping);
              }
            });
  }

  /** Whether a document is one. */
  static boolean matches(MappingNode document) {
    return VariantNodes.entries(document).containsKey(RESOURCES)
        || VariantNodes.entries(document).values().stream()
            .anyMatch(node -> node instanceof MappingNode one && type(one).startsWith("AWS::"));
  }

  private static String type(MappingNode resource) {
    Node type = VariantNodes.entries(resource).get("Type");
    return type == null ? "" : VariantNodes.text(type);
  }

  private static MappingNode properties(MappingNode resource) {
    return VariantNodes.mapping(resource, "Properties")
        .orElseGet(() -> VariantNodes.without(resource, "Type"));
  }

  AwsFragment read() {
    List<AwsResource> policies = new ArrayList<>();
    List<AwsResource> alarms = new ArrayList<>();
    List<String> aside = new ArrayList<>();
    GroupSizes sizes = GroupSizes.NONE;
    OptionalInt cooldown = OptionalInt.empty();
    for (Map.Entry<String, MappingNode> entry : resources.entrySet()) {
      MappingNode resource = entry.getValue();
      String type = type(resource);
      if (type.equals(POLICY)) {
        policies.add(resource(entry.getKey(), resource));
      } else if (type.equals(ALARM)) {
        alarms.add(resource(entry.getKey(), resource));
      } else if (type.equals(GROUP)) {
        YamlSection group = plain(entry.getKey(), resource);
        sizes = VariantSizes.read(group, "DesiredCapacity", "MinSize", "MaxSize");
        cooldown = group.has("Cooldown") ? SECONDS.integer(group, "Cooldown") : cooldown;
      } else if (REFUSED.contains(type)) {
        String remedy = "leave it out, or describe the whole as a lab policy (kind: scheduled)";
        file.refuse(resource, entry.getKey() + ": a " + type + " is not simulated", remedy);
      } else {
        aside.add(entry.getKey());
      }
    }
    file.failOnAny();
    List<String> notes =
        aside.isEmpty()
            ? List.of()
            : List.of("resources without scaling were left aside: " + String.join(", ", aside));
    return new AwsFragment(policies, alarms, sizes, cooldown, notes);
  }

  private AwsResource resource(String id, MappingNode resource) {
    MappingNode properties = properties(resource);
    for (NodeTuple tuple : properties.getValue()) {
      String key = VariantNodes.text(tuple.getKeyNode());
      if (!REFERENCES.contains(key)) {
        functions.refuse(id + "." + key, tuple.getValueNode());
      }
    }
    Map<String, Node> entries = VariantNodes.entries(properties);
    Node group = entries.get("AutoScalingGroupName");
    Node actions = entries.get("AlarmActions");
    Set<String> rings =
        actions == null
            ? Set.of()
            : VariantNodes.texts(actions).stream()
                .map(text -> text.replaceAll("\\..*", ""))
                .filter(name -> resources.containsKey(name) && isPolicy(name))
                .collect(Collectors.toSet());
    String groupName = group == null ? "" : String.join(".", VariantNodes.texts(group));
    YamlSection section = file.section(id + ".", properties);
    return new AwsResource(id, section, AwsResource.Spelling.CAMEL, groupName, rings);
  }

  private boolean isPolicy(String id) {
    MappingNode found = resources.get(id);
    return found != null && type(found).equals(POLICY);
  }

  /** The properties of a group whose values are plain; others say nothing to the lab. */
  private YamlSection plain(String id, MappingNode resource) {
    MappingNode properties = properties(resource);
    for (NodeTuple tuple : properties.getValue()) {
      String key = VariantNodes.text(tuple.getKeyNode());
      if (Set.of("MinSize", "MaxSize", "DesiredCapacity", "Cooldown").contains(key)) {
        functions.refuse(id + "." + key, tuple.getValueNode());
      }
    }
    return file.section(id + ".", properties);
  }
}
