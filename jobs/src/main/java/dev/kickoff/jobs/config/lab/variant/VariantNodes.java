package dev.kickoff.jobs.config.lab.variant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** What is done with the nodes of a document before it is read by its keys. */
final class VariantNodes {
  private VariantNodes() {}

  static String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : "";
  }

  /** The entries by their keys, in order; of two of one name the last. */
  static Map<String, Node> entries(MappingNode node) {
    Map<String, Node> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      entries.put(text(tuple.getKeyNode()), tuple.getValueNode());
    }
    return entries;
  }

  /** The mapping under keys, one below the other. */
  static Optional<MappingNode> mapping(MappingNode node, String... keys) {
    Optional<MappingNode> found = Optional.of(node);
    for (String key : keys) {
      found =
          found
              .map(mapping -> entries(mapping).get(key))
              .filter(MappingNode.class::isInstance)
              .map(MappingNode.class::cast);
    }
    return found;
  }

  /** The mappings in the list under a key; none where there is no such list. */
  static List<MappingNode> mappings(MappingNode node, String key) {
    return entries(node).get(key) instanceof SequenceNode list
        ? list.getValue().stream()
            .filter(MappingNode.class::isInstance)
            .map(MappingNode.class::cast)
            .toList()
        : List.of();
  }

  /** All texts in a node, at any depth. */
  static List<String> texts(Node node) {
    List<String> texts = new ArrayList<>();
    if (node instanceof ScalarNode scalar) {
      texts.add(scalar.getValue());
    } else if (node instanceof SequenceNode list) {
      list.getValue().forEach(item -> texts.addAll(texts(item)));
    } else if (node instanceof MappingNode mapping) {
      mapping.getValue().forEach(tuple -> texts.addAll(texts(tuple.getValueNode())));
    }
    return texts;
  }

  /** The same without a key. */
  static MappingNode without(MappingNode node, String key) {
    return with(
        node, node.getValue().stream().filter(t -> !text(t.getKeyNode()).equals(key)).toList());
  }

  /** A mapping whose keys the other's replace; mappings are merged, null removes a key. */
  static MappingNode merged(MappingNode base, MappingNode change) {
    List<NodeTuple> tuples = new ArrayList<>();
    Map<String, Node> changes = entries(change);
    Map<String, Node> before = entries(base);
    for (NodeTuple tuple : base.getValue()) {
      if (!changes.containsKey(text(tuple.getKeyNode()))) {
        tuples.add(tuple);
      }
    }
    for (NodeTuple tuple : change.getValue()) {
      Node old = before.get(text(tuple.getKeyNode()));
      Node value = tuple.getValueNode();
      if (value instanceof MappingNode more && old instanceof MappingNode mapping) {
        tuples.add(new NodeTuple(tuple.getKeyNode(), merged(mapping, more)));
      } else if (!isNull(value)) {
        tuples.add(tuple);
      }
    }
    return with(change, tuples);
  }

  /** Without keys whose value is null or blank, and with lists of one block as that block. */
  static MappingNode unwrapped(MappingNode node, List<String> blocks) {
    List<NodeTuple> tuples = new ArrayList<>();
    for (NodeTuple tuple : node.getValue()) {
      Node value = tuple.getValueNode();
      boolean block = blocks.contains(text(tuple.getKeyNode()));
      if (block && value instanceof SequenceNode list && list.getValue().size() == 1) {
        value = list.getValue().get(0);
      }
      if (!isEmpty(value)) {
        tuples.add(new NodeTuple(tuple.getKeyNode(), inner(value, blocks)));
      }
    }
    return with(node, tuples);
  }

  private static Node inner(Node node, List<String> blocks) {
    if (node instanceof MappingNode mapping) {
      return unwrapped(mapping, blocks);
    }
    if (node instanceof SequenceNode list) {
      List<Node> items = list.getValue().stream().map(item -> inner(item, blocks)).toList();
      return new SequenceNode(
          list.getTag(), true, items, list.getStartMark(), list.getEndMark(), list.getFlowStyle());
    }
    return node;
  }

  private static boolean isEmpty(Node node) {
    return isNull(node)
        || node instanceof ScalarNode scalar && scalar.getValue().isBlank()
        || node instanceof SequenceNode list && list.getValue().isEmpty();
  }

  private static boolean isNull(Node node) {
    return Tag.NULL.equals(node.getTag());
  }

  private static MappingNode with(MappingNode node, List<NodeTuple> tuples) {
    return new MappingNode(
        node.getTag(),
        true,
        new ArrayList<>(tuples),
        node.getStartMark(),
        node.getEndMark(),
        node.getFlowStyle());
  }
}
