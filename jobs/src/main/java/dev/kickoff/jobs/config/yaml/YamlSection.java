package dev.kickoff.jobs.config.yaml;

import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Problems;
import dev.kickoff.connectors.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of a YAML file, read key by key; what is wrong becomes a problem with its place, and
 * then reads as absent.
 */
public final class YamlSection {
  private final Place file;
  private final String path;
  private final Node node;
  private final Problems problems;
  private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
  private final TreeSet<String> asked = new TreeSet<>();

  /** The mapping {@code node}; {@code path} leads to it and ends in a dot, or is empty. */
  public YamlSection(Place file, String path, MappingNode node, Problems problems) {
    this.file = file;
    this.path = path;
    this.node = node;
    this.problems = problems;
    for (NodeTuple entry : node.getValue()) {
      Node at = entry.getKeyNode();
      String key = at instanceof ScalarNode s ? Problem.brief(s.getValue()) : "?";
      if (entries.put(key, entry) != null) {
        add(at, ProblemKind.DUPLICATE_KEY, key + " is given twice", "keep one of them");
      }
    }
  }

  /** Whether {@code key} is there at all. */
  public boolean has(String key) {
    asked.add(key);
    return entries.containsKey(key);
  }

  /** The mapping under {@code key}. */
  public Optional<YamlSection> section(String key, String example) {
    Optional<Node> value = ask(key);
    if (value.isPresent() && value.get() instanceof MappingNode mapping) {
      return Optional.of(new YamlSection(file, path + key + ".", mapping, problems));
    }
    value.ifPresent(n -> refuse(n, key, " is not a mapping", "write " + key + ": " + example));
    return Optional.empty();
  }

  /** The text under {@code key}. */
  public Optional<String> text(String key) {
    Optional<Node> value = ask(key);
    if (value.isPresent() && value.get() instanceof ScalarNode scalar) {
      if (!scalar.getValue().isBlank()) {
        return Optional.of(scalar.getValue().strip());
      }
      refuse(scalar, key, " is blank", "give it a value or remove it");
    } else {
      value.ifPresent(n -> refuse(n, key, " is not a plain value", "write " + key + ": text"));
    }
    return Optional.empty();
  }

  /** One of {@code choices} under {@code key}. */
  public Optional<String> choice(String key, List<String> choices) {
    Optional<String> text = text(key);
    if (text.isPresent() && !choices.contains(text.get())) {
      String all = "write one of " + String.join(", ", choices);
      String what = " '" + Problem.brief(text.get()) + "' is unknown";
      refuse(key, what, Suggestion.orElse(text.get(), choices, all));
      return Optional.empty();
    }
    return text;
  }

  /** The texts listed under {@code key}; empty when absent or wrong. */
  public List<String> list(String key) {
    Optional<Node> value = ask(key);
    if (value.isPresent() && value.get() instanceof SequenceNode sequence) {
      List<String> texts = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        if (item instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
          texts.add(scalar.getValue());
        } else {
          refuse(
              item, key, " holds something that is not a name", "write a list such as [a, b, c]");
        }
      }
      return texts;
    }
    value.ifPresent(n -> refuse(n, key, " is not a list", "write a list such as [a, b, c]"));
    return List.of();
  }

  /** The mappings listed under {@code key}; empty when absent or wrong. */
  public List<YamlSection> sections(String key) {
    Optional<Node> value = ask(key);
    List<YamlSection> sections = new ArrayList<>();
    if (value.isPresent() && value.get() instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        String place = path + key + "[" + sections.size() + "].";
        if (item instanceof MappingNode mapping) {
          sections.add(new YamlSection(file, place, mapping, problems));
        } else {
          refuse(item, key, " holds something that has no keys", "write each as {key: value}");
        }
      }
    } else {
      value.ifPresent(n -> refuse(n, key, " is not a list", "write a list with a - for each"));
    }
    return sections;
  }

  /** The texts under {@code key} by their own keys; empty when absent or wrong. */
  public Map<String, String> texts(String key, String example) {
    Map<String, String> texts = new LinkedHashMap<>();
    section(key, example)
        .ifPresent(
            section ->
                section
                    .entries
                    .keySet()
                    .forEach(name -> section.text(name).ifPresent(text -> texts.put(name, text))));
    return texts;
  }

  /** Says that {@code key} is missing unless it is there. */
  public void require(String key, String example) {
    if (!has(key)) {
      add(node, ProblemKind.MISSING, key + " is missing", "add " + key + ": " + example);
    }
  }

  /** Refuses the value of {@code key}. */
  public void refuse(String key, String what, String remedy) {
    refuse(ask(key).orElse(node), key, what, remedy);
  }

  /** Says of every key that nothing has asked for that it is unknown. */
  public void refuseUnknownKeys() {
    for (Map.Entry<String, NodeTuple> entry : entries.entrySet()) {
      String key = entry.getKey();
      if (!asked.contains(key)) {
        String known = "known are " + String.join(", ", asked);
        String remedy = Suggestion.orElse(key, asked, known);
        Node at = entry.getValue().getKeyNode();
        add(at, ProblemKind.UNKNOWN_KEY, key + " is an unknown key", remedy);
      }
    }
  }

  private Optional<Node> ask(String key) {
    asked.add(key);
    return Optional.ofNullable(entries.get(key)).map(NodeTuple::getValueNode);
  }

  private void refuse(Node at, String key, String what, String remedy) {
    add(at, ProblemKind.BAD_VALUE, key + what, remedy);
  }

  private void add(Node at, ProblemKind kind, String what, String remedy) {
    problems.add(new Problem(place(file, at.getStartMark()), kind, path + what, remedy));
  }

  public static Place place(Place file, Mark mark) {
    return file.line(mark.getLine() + 1).column(mark.getColumn() + 1);
  }
}
