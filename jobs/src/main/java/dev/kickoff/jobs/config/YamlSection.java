package dev.kickoff.jobs.config;

import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Problems;
import dev.kickoff.connectors.Suggestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
final class YamlSection {
  private static final Pattern DECIMAL = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

  private final Place file;
  private final String path;
  private final Node node;
  private final Problems problems;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final TreeSet<String> asked = new TreeSet<>();

  private YamlSection(Place file, String path, MappingNode node, Problems problems) {
    this.file = file;
    this.path = path;
    this.node = node;
    this.problems = problems;
    for (NodeTuple tuple : node.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode s ? s.getValue() : "?";
      if (values.containsKey(key)) {
        Problem twice =
            problem(tuple.getKeyNode(), ProblemKind.DUPLICATE_KEY, key, " is given twice");
        problems.add(withRemedy(twice, "keep one of them"));
      }
      values.put(key, tuple.getValueNode());
      keys.put(key, tuple.getKeyNode());
    }
  }

  /** The whole of a file. */
  static YamlSection root(Place file, MappingNode node, Problems problems) {
    return new YamlSection(file, "", node, problems);
  }

  /** Whether {@code key} is there at all. */
  boolean has(String key) {
    asked.add(key);
    return values.containsKey(key);
  }

  /** The mapping under {@code key}. */
  Optional<YamlSection> section(String key, String example) {
    Optional<Node> value = ask(key);
    if (value.isPresent() && value.get() instanceof MappingNode mapping) {
      return Optional.of(new YamlSection(file, path + key + ".", mapping, problems));
    }
    value.ifPresent(n -> refuse(n, key, " is not a mapping", "write " + key + ": " + example));
    return Optional.empty();
  }

  /** The text under {@code key}. */
  Optional<String> text(String key) {
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
  Optional<String> choice(String key, List<String> choices) {
    Optional<String> text = text(key);
    if (text.isPresent() && !choices.contains(text.get())) {
      String all = "write one of " + String.join(", ", choices);
      String what = " '" + Problem.brief(text.get()) + "' is unknown";
      refuse(valueOf(key), key, what, Suggestion.orElse(text.get(), choices, all));
      return Optional.empty();
    }
    return text;
  }

  /** The number under {@code key}. */
  OptionalDouble number(String key, NumberRange range) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    if (DECIMAL.matcher(text.get()).matches()) {
      double value = Double.parseDouble(text.get());
      if (range.holds(value)) {
        return OptionalDouble.of(value);
      }
    }
    String what = " '" + Problem.brief(text.get()) + "' is not " + range.words();
    refuse(valueOf(key), key, what, "correct it");
    return OptionalDouble.empty();
  }

  /** The whole number under {@code key}. */
  OptionalInt integer(String key, NumberRange range) {
    OptionalDouble number = number(key, range);
    if (number.isPresent() && number.getAsDouble() != Math.rint(number.getAsDouble())) {
      refuse(valueOf(key), key, " is not " + range.words(), "correct it");
      return OptionalInt.empty();
    }
    return number.isPresent() ? OptionalInt.of((int) number.getAsDouble()) : OptionalInt.empty();
  }

  /** The texts listed under {@code key}; empty when absent or wrong. */
  List<String> list(String key) {
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

  /** Says that {@code key} is missing unless it is there. */
  void require(String key, String example) {
    if (!has(key)) {
      Problem missing = problem(node, ProblemKind.MISSING, key, " is missing");
      problems.add(withRemedy(missing, "add " + key + ": " + example));
    }
  }

  /** Refuses the value of {@code key}. */
  void refuse(String key, String what, String remedy) {
    refuse(valueOf(key), key, what, remedy);
  }

  /** Says of every key that nothing has asked for that it is unknown. */
  void refuseUnknownKeys() {
    String known = "known are " + String.join(", ", asked);
    keys.forEach(
        (key, at) -> {
          if (!asked.contains(key)) {
            Problem unknown = problem(at, ProblemKind.UNKNOWN_KEY, key, " is an unknown key");
            problems.add(withRemedy(unknown, Suggestion.orElse(key, asked, known)));
          }
        });
  }

  private Optional<Node> ask(String key) {
    asked.add(key);
    return Optional.ofNullable(values.get(key));
  }

  private Node valueOf(String key) {
    return values.getOrDefault(key, node);
  }

  private void refuse(Node at, String key, String what, String remedy) {
    problems.add(withRemedy(problem(at, ProblemKind.BAD_VALUE, key, what), remedy));
  }

  private Problem problem(Node at, ProblemKind kind, String key, String what) {
    return new Problem(place(file, at.getStartMark()), kind, path + Problem.brief(key) + what, "");
  }

  private static Problem withRemedy(Problem problem, String remedy) {
    return new Problem(problem.place(), problem.kind(), problem.what(), remedy);
  }

  static Duration minutes(double minutes) {
    return Duration.ofMillis(Math.round(minutes * 60_000));
  }

  static Place place(Place file, Mark mark) {
    return file.line(mark.getLine() + 1).column(mark.getColumn() + 1);
  }
}
