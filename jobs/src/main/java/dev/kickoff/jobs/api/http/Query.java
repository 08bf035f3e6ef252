package dev.kickoff.jobs.api.http;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The query parameters of one request. Whatever is wrong with one is said with its name, what was
 * given and what would be right.
 */
public final class Query {
  private final Context ctx;

  /**
   * @param known every parameter that the route takes
   * @throws Refusal with 400 when another one is given
   */
  public Query(Context ctx, String... known) {
    this.ctx = ctx;
    List<String> names = List.of(known);
    for (String given : new TreeSet<>(ctx.queryParamMap().keySet())) {
      if (!names.contains(given)) {
        throw new Refusal(
            400, "unknown parameter '" + given + "'; " + ctx.path() + " takes " + listed(names));
      }
      if (ctx.queryParams(given).size() > 1) {
        throw new Refusal(400, "parameter '" + given + "' is given more than once; give it once");
      }
    }
  }

  public static String listed(List<String> names) {
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  public Optional<String> text(String name) {
    return Optional.ofNullable(ctx.queryParam(name)).filter(value -> !value.isBlank());
  }

  /** A text within these lengths, blanks around it not counted. */
  public Optional<String> text(String name, int shortest, int longest) {
    Optional<String> given = text(name).map(String::strip);
    given.ifPresent(
        value -> {
          if (value.length() < shortest || value.length() > longest) {
            String right = shortest + " to " + longest + " characters long";
            throw new Refusal(400, wrong(name, value, right));
          }
        });
    return given;
  }

  /** {@code true} or {@code false}; false where it is absent. */
  public boolean flag(String name) {
    String value = text(name).orElse("false");
    if (!value.equals("true") && !value.equals("false")) {
      throw new Refusal(400, wrong(name, value, "true or false"));
    }
    return value.equals("true");
  }

  /** A length of time in ISO 8601, not negative. */
  public Optional<Duration> duration(String name) {
    return text(name)
        .map(
            value -> {
              try {
                Duration duration = Duration.parse(value);
                if (!duration.isNegative()) {
                  return duration;
                }
              } catch (DateTimeParseException e) {
                // Said below, as for a negative one.
              }
              throw new Refusal(400, wrong(name, value, "a length of time such as PT1H"));
            });
  }

  public Optional<Instant> instant(String name) {
    return text(name).map(value -> instant(name, value));
  }

  public static Instant instant(String name, String value) {
    try {
      return OffsetDateTime.parse(value).toInstant();
    } catch (DateTimeParseException e) {
      throw new Refusal(
          400,
          wrong(name, value, "a time with offset such as 2026-06-11T19:00:00Z (write '+' as %2B)"));
    }
  }

  public int integer(String name, int otherwise, int max) {
    Optional<String> given = text(name);
    if (given.isEmpty()) {
      return otherwise;
    }
    try {
      int value = Integer.parseInt(given.get());
      if (value >= 1 && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number out of range.
    }
    throw new Refusal(400, wrong(name, given.get(), "a whole number from 1 to " + max));
  }

  /** One of an enum's constants, written in lower case. */
  public <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
    return text(name).map(value -> constant(name, value, type));
  }

  /** Several of an enum's constants, written in lower case with commas between; empty if absent. */
  public <E extends Enum<E>> List<E> constants(String name, Class<E> type) {
    List<E> found = new ArrayList<>();
    text(name)
        .ifPresent(
            value -> {
              for (String part : value.split(",", -1)) {
                found.add(constant(name, part.trim(), type));
              }
            });
    return found;
  }

  private static <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      String written = constant.name().toLowerCase(Locale.ROOT);
      if (written.equals(value)) {
        return constant;
      }
      names.add(written);
    }
    throw new Refusal(400, wrong(name, value, "one of " + String.join(", ", names)));
  }

  public static String wrong(String name, String value, String right) {
    return "parameter '" + name + "' is '" + value + "'; it must be " + right;
  }
}
