package dev.kickoff.model.lab.shape.text;

import dev.kickoff.model.lab.shape.Written;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The named values of one function, as in {@code period=1h,mean=2000}. */
final class Arguments {
  private final String function;
  private final Map<String, String> values = new LinkedHashMap<>();

  /**
   * @param known the names it may have, for the remedy
   */
  Arguments(String function, String text, List<String> known) {
    this.function = function;
    for (String part : text.isEmpty() ? new String[0] : text.split(",", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      if (equals < 1 || equals + 1 == part.length()) {
        throw new IllegalArgumentException(
            "\"%s\" is not name=value; %s takes %s"
                .formatted(part, function, String.join(", ", known)));
      }
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "%s has no \"%s\"; it takes %s".formatted(function, name, String.join(", ", known)));
      }
      if (values.put(name, part.substring(equals + 1)) != null) {
        throw new IllegalArgumentException("%s is given twice to %s".formatted(name, function));
      }
    }
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  String required(String name) {
    return text(name)
        .orElseThrow(() -> new IllegalArgumentException("%s needs %s=".formatted(function, name)));
  }

  double number(String name) {
    return Written.number(required(name));
  }

  double number(String name, double otherwise) {
    return text(name).map(Written::number).orElse(otherwise);
  }

  long whole(String name, long otherwise) {
    try {
      return text(name).map(Long::parseLong).orElse(otherwise);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s \"%s\" is not a whole number".formatted(name, required(name)), e);
    }
  }

  Duration duration(String name) {
    return Written.duration(required(name));
  }

  /** A duration above zero. */
  Duration duration(String name, Duration otherwise) {
    return text(name).map(Written::duration).orElse(otherwise);
  }

  /** A duration of zero or more. */
  Duration wait(String name, Duration otherwise) {
    boolean zero = text(name).filter(text -> text.matches("(?i)0[smhd]?|PT0S")).isPresent();
    return zero ? Duration.ZERO : duration(name, otherwise);
  }

  Instant instant(String name) {
    String text = required(name);
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "%s \"%s\" is not a time with an offset; write 2026-06-20T20:00:00Z"
              .formatted(name, text),
          e);
    }
  }
}
