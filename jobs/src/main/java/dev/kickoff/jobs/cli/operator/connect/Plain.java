package dev.kickoff.jobs.cli.operator.connect;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Text of others as a terminal may show it: calendars and reasons must not steer it. */
public final class Plain {
  private static final int LONG = 100;

  private Plain() {}

  /** On one line, without control characters and marks that change the direction of writing. */
  public static String text(String given) {
    return given.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
  }

  /** Several lines, each as {@link #text} has it but for the blanks it begins with. */
  public static String lines(String given) {
    return given
        .lines()
        .map(line -> line.startsWith("  ") ? "  " + text(line) : text(line))
        .collect(Collectors.joining("\n"));
  }

  /** As {@link #text}, in at most a hundred characters, for a table. */
  public static String brief(String given) {
    String text = text(given);
    return text.length() <= LONG ? text : text.substring(0, LONG - 1) + "…";
  }

  /** A value, or {@code -} where it is unknown. */
  public static String of(Optional<?> value) {
    return value
        .map(known -> known instanceof Double number ? rounded(number) : text(known + ""))
        .orElse("-");
  }

  private static String rounded(double number) {
    return Math.rint(number) == number
        ? Long.toString(Math.round(number))
        : String.format(Locale.ROOT, "%.2f", number);
  }

  /** A value of JSON in a few words: a text as it is, a list with commas, an object as JSON. */
  public static String of(JsonNode value) {
    if (value.isMissingNode() || value.isNull()) {
      return "-";
    } else if (value.isFloatingPointNumber()) {
      return rounded(value.asDouble());
    }
    return text(value.isValueNode() ? value.asText() : value.toString());
  }
}
