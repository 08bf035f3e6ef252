package dev.kickoff.connectors.awssim.query;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parameters of one request: a form of names and values. */
public final class QueryRequest {
  private static final int MOST_PARAMETERS = 1000;

  private final Map<String, String> parameters;

  private QueryRequest(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  public static QueryRequest parse(String form) {
    String[] pairs = form.split("&");
    if (pairs.length > MOST_PARAMETERS) {
      throw malformed("more than " + MOST_PARAMETERS + " parameters");
    }
    Map<String, String> parameters = new TreeMap<>();
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
      }
    }
    return new QueryRequest(parameters);
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw malformed("'" + text + "' is not url-encoded");
    }
  }

  private static QueryError malformed(String why) {
    return new QueryError(400, "MalformedQueryString", "The query string is malformed: " + why);
  }

  public Optional<String> text(String name) {
    @Nullable String value = parameters.get(name);
    return Optional.ofNullable(value);
  }

  public String required(String name) {
    return text(name)
        .orElseThrow(
            () ->
                QueryError.validation(
                    "1 validation error detected: Value null at '"
                        + Character.toLowerCase(name.charAt(0))
                        + name.substring(1)
                        + "' failed to satisfy constraint: Member must not be null"));
  }

  /** A whole number that is not negative. */
  public OptionalInt number(String name) {
    Optional<String> text = text(name);
    if (text.isEmpty()) {
      return OptionalInt.empty();
    }
    try {
      int number = Integer.parseInt(text.get());
      if (number >= 0) {
        return OptionalInt.of(number);
      }
    } catch (NumberFormatException e) {
      // falls through to the one error for all that is no such number
    }
    throw new QueryError(
        400, "MalformedInput", name + " '" + text.get() + "' is not a whole number from 0");
  }

  /** The values of a list, {@code name.member.1} and so on; empty when it was not given. */
  public List<String> members(String name) {
    List<String> members = new ArrayList<>();
    for (int i = 1; parameters.containsKey(name + ".member." + i); i++) {
      members.add(parameters.get(name + ".member." + i));
    }
    return members;
  }

  /** The elements of a list of structures, {@code name.member.1.field} and so on, in order. */
  public List<QueryRequest> structures(String name) {
    List<QueryRequest> structures = new ArrayList<>();
    for (int i = 1; ; i++) {
      String prefix = name + ".member." + i + ".";
      Map<String, String> fields = new TreeMap<>();
      parameters.forEach(
          (key, value) -> {
            if (key.startsWith(prefix)) {
              fields.put(key.substring(prefix.length()), value);
            }
          });
      if (fields.isEmpty()) {
        return structures;
      }
      structures.add(new QueryRequest(fields));
    }
  }

  /** An instant such as {@code 2018-07-15T14:00:00Z}. */
  public Optional<Instant> instant(String name) {
    Optional<String> text = text(name);
    try {
      return text.map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw new QueryError(
          400, "MalformedInput", name + " '" + text.orElse("") + "' is not an instant");
    }
  }

  /** Refuses what the simulator would otherwise silently leave out. */
  public void allowOnly(Set<String> names) {
    for (String parameter : parameters.keySet()) {
      String name = parameter.replaceFirst("\\.member\\.\\d+", "");
      if (!names.contains(name) && !name.equals("Action") && !name.equals("Version")) {
        throw QueryError.validation("The simulator does not know the parameter " + parameter);
      }
    }
  }
}
