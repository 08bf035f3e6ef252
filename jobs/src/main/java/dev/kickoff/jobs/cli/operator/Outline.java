package dev.kickoff.jobs.cli.operator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.cli.operator.connect.Plain;
import java.util.Locale;

/** JSON as an outline for a person: a name and its value a line, what is within further in. */
final class Outline {
  private static final int MOST_ITEMS = 12;

  private final StringBuilder text = new StringBuilder();

  /** Adds a name and its value. */
  Outline add(String name, JsonNode value) {
    add(0, words(name), value);
    return this;
  }

  /** Adds each field of an object. */
  Outline addAll(JsonNode object) {
    object.properties().forEach(field -> add(field.getKey(), field.getValue()));
    return this;
  }

  private void add(int depth, String name, JsonNode value) {
    String indent = "  ".repeat(depth);
    if (value.isValueNode()) {
      text.append(indent).append(name).append(": ").append(Plain.of(value)).append('\n');
    } else if (value.isArray()) {
      items(depth, name, value);
    } else {
      text.append(indent).append(name).append(":\n");
      value.properties().forEach(f -> add(depth + 1, words(f.getKey()), f.getValue()));
    }
  }

  private void items(int depth, String name, JsonNode list) {
    String indent = "  ".repeat(depth);
    if (list.isEmpty()) {
      text.append(indent).append(name).append(": none\n");
      return;
    }
    text.append(indent).append(name).append(":\n");
    for (int i = 0; i < Math.min(list.size(), MOST_ITEMS); i++) {
      text.append(indent).append("  - ").append(line(list.get(i))).append('\n');
    }
    if (list.size() > MOST_ITEMS) {
      text.append(indent).append("  and ").append(list.size() - MOST_ITEMS);
      text.append(" more (-o json has all)\n");
    }
  }

  private static String line(JsonNode item) {
    if (!item.isObject()) {
      return Plain.of(item);
    }
    StringBuilder line = new StringBuilder();
    item.properties()
        .forEach(
            f -> {
              line.append(line.isEmpty() ? "" : ", ").append(words(f.getKey()));
              line.append(' ').append(Plain.of(f.getValue()));
            });
    return line.toString();
  }

  /** Such as {@code floor now} for {@code floorNow}. */
  private static String words(String name) {
    return Plain.text(name).replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
  }

  /** A line a value, each ended by a line break. */
  String text() {
    return text.toString();
  }
}
