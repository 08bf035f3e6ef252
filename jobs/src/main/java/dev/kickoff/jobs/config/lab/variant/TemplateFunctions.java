package dev.kickoff.jobs.config.lab.variant;

import dev.kickoff.jobs.config.yaml.YamlFile;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Finds functions of a template, in their short and long forms, where a plain value is needed. */
record TemplateFunctions(YamlFile file) {
  /** Refuses every one in a node; {@code where} is what the node is called. */
  void refuse(String where, Node node) {
    String tag = node.getTag().getValue();
    if (tag.startsWith("!")) {
      String function = (tag + " " + VariantNodes.text(node)).strip();
      named(where, node, function);
    } else if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        String key = VariantNodes.text(tuple.getKeyNode());
        if (key.equals("Ref") || key.startsWith("Fn::")) {
          named(where, tuple.getKeyNode(), key);
        } else {
          refuse(where + "." + key, tuple.getValueNode());
        }
      }
    } else if (node instanceof SequenceNode list) {
      list.getValue().forEach(item -> refuse(where, item));
    }
  }

  private void named(String where, Node node, String function) {
    file.refuse(
        node,
        "%s is %s: functions of a template are not evaluated".formatted(where, function),
        "write its value in a copy, or compare the template as it was deployed"
            + " (aws cloudformation get-template --template-stage Processed)");
  }
}
