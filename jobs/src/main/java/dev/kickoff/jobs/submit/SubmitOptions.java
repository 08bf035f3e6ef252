package dev.kickoff.jobs.submit;

import dev.kickoff.connectors.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What stood on the command line, {@code --key value} or {@code --key=value}, read once. */
final class SubmitOptions {
  private final Map<String, String> values = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  SubmitOptions(String[] args, Collection<String> known) {
    for (int i = 0; i < args.length; i++) {
      int equals = args[i].indexOf('=');
      String key = equals < 0 ? args[i] : args[i].substring(0, equals);
      if (!known.contains(key)) {
        problems.add(
            key + ": unknown option, " + Suggestion.orElse(key, known, "known are " + known));
        i += equals < 0 && i + 1 < args.length && !args[i + 1].startsWith("--") ? 1 : 0;
        continue;
      }
      boolean follows = equals < 0 && i + 1 < args.length && !args[i + 1].startsWith("--");
      if (equals < 0 && !follows) {
        problems.add(key + ": its value is missing");
        continue;
      }
      String value = follows ? args[++i] : args[i].substring(equals + 1);
      if (values.put(key, value) != null) {
        problems.add(key + ": is given twice");
      }
    }
  }

  /** Something wrong with the options as a whole. */
  void refuse(String problem) {
    problems.add(problem);
  }

  /**
   * The value of an option; empty when it is not there or cannot be read, which is then a problem.
   *
   * @param form what a readable value looks like
   */
  <T> Optional<T> get(String key, Function<String, T> read, String form) {
    String value = values.get(key);
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(read.apply(value));
    } catch (RuntimeException e) {
      problems.add(key + ": '" + value + "' cannot be used; " + form);
      return Optional.empty();
    }
  }

  /** The value of an option that must be there; {@code instead} when it is not, with a problem. */
  String require(String key, String form, String instead) {
    String value = values.get(key);
    if (value == null || value.isBlank()) {
      problems.add(key + ": is missing; " + form);
      return instead;
    }
    return value;
  }

  /**
   * Every problem at once.
   *
   * @throws IllegalArgumentException when there is one; the message has a line for each
   */
  void check() {
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", problems));
    }
  }
}
