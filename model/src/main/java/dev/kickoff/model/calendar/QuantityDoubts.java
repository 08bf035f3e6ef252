package dev.kickoff.model.calendar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why an attribute that says how many come, or ask, looks like a slip of the hand.
 *
 * <p>Such attributes have one of {@link #PEOPLE} or {@link #REQUESTS} in their name; others, such
 * as a match day or a year, are not judged. A value is doubtful when it is more than three times
 * the highest of its category, or when it lies from the category's median by a factor between units
 * (1,000 down for both; 60 and 3,600 down for requests), each by three values or more; and when it
 * names another unit than its attribute.
 */
final class QuantityDoubts {
  static final Set<String> PEOPLE =
      Set.of(
          "attendance",
          "audience",
          "crowd",
          "expected",
          "spectators",
          "tickets",
          "users",
          "viewers",
          "visitors");
  static final Set<String> REQUESTS = Set.of("demand", "load", "peak", "requests", "rpm", "rps");

  private static final Pattern WORDS = Pattern.compile("[^a-z]+");
  private static final Pattern WITH_UNIT = Pattern.compile("([\\d.]+)\\s*(rpm|rps)");
  private static final double TIMES = 3;
  private static final double CLOSE = 0.15;
  private static final int FEWEST = 3;
  private static final double[] PEOPLES_UNITS = {1_000};
  private static final double[] REQUESTS_UNITS = {60, 1_000, 3_600};

  private final List<Event> others;

  /** Doubts by what others of the category say. */
  QuantityDoubts(List<Event> others) {
    this.others = others;
  }

  /** What is wrong with one of the quantities; empty when nothing is. */
  Optional<String> about(Event version) {
    return version.attributes().entrySet().stream()
        .flatMap(a -> about(a.getKey(), a.getValue()).stream())
        .findFirst();
  }

  private Optional<String> about(String name, String value) {
    Set<String> words = Set.copyOf(List.of(WORDS.split(name.toLowerCase(Locale.ROOT))));
    boolean isRequests = words.stream().anyMatch(REQUESTS::contains);
    if (!isRequests && words.stream().noneMatch(PEOPLE::contains)) {
      return Optional.empty();
    }
    return unit(words, name, value)
        .or(() -> size(name, value, isRequests ? REQUESTS_UNITS : PEOPLES_UNITS));
  }

  private static Optional<String> unit(Set<String> words, String name, String value) {
    Matcher unit = WITH_UNIT.matcher(value.toLowerCase(Locale.ROOT));
    boolean isOther =
        unit.matches()
            && (words.contains("rpm") || words.contains("rps"))
            && !words.contains(unit.group(2));
    return isOther
        ? Optional.of("%s is '%s', in another unit".formatted(name, value))
        : Optional.empty();
  }

  private Optional<String> size(String name, String value, double[] units) {
    OptionalDouble number = EventAttributes.positiveNumber(value);
    double[] usual =
        others.stream()
            .map(Event::attributes)
            .flatMap((Map<String, String> all) -> Optional.ofNullable(all.get(name)).stream())
            .map(EventAttributes::positiveNumber)
            .flatMapToDouble(OptionalDouble::stream)
            .sorted()
            .toArray();
    if (number.isEmpty() || usual.length < FEWEST) {
      return Optional.empty();
    }
    double highest = usual[usual.length - 1];
    if (number.getAsDouble() > TIMES * highest) {
      return Optional.of(
          "%s of %s is more than three times the highest of its category so far, %s"
              .formatted(name, value, plain(highest)));
    }
    double median = usual[usual.length / 2];
    double below = median / number.getAsDouble();
    return Arrays.stream(units)
        .filter(factor -> Math.abs(below / factor - 1) <= CLOSE)
        .mapToObj(
            factor ->
                "%s of %s is a %sth of the %s usual in its category, as in another unit"
                    .formatted(name, value, plain(factor), plain(median)))
        .findFirst();
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? String.format(Locale.ROOT, "%.0f", number)
        : String.valueOf(number);
  }
}
