package dev.kickoff.model.calendar;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A part of the world with holidays of its own: a country such as {@code FR}, or a part of one such
 * as {@code US-NY} (ISO 3166), in capitals.
 *
 * @param code one or more parts of letters and digits, joined by a hyphen
 */
public record Region(String code) {
  /** The attribute of an event that names its regions, several separated by spaces or commas. */
  public static final String ATTRIBUTE = "region";

  public Region {
    code = code.strip().toUpperCase(Locale.ROOT);
    if (!code.matches("[A-Z0-9]+(-[A-Z0-9]+)*")) {
      throw new IllegalArgumentException(
          "region '" + code + "' is not one; write a country such as FR, or a part such as US-NY");
    }
  }

  /** Whether this is {@code other}, or a part of it: US-NY lies in US. */
  public boolean isIn(String other) {
    return (code + "-").startsWith(other.strip().toUpperCase(Locale.ROOT) + "-");
  }

  /**
   * Whether an event matters where people live in {@code regions}.
   *
   * <p>Only whole-day events with the attribute {@link #ATTRIBUTE} are bound to regions; all others
   * matter everywhere, and without {@code regions} every event does. A holiday of US matters in
   * US-NY; one of US-NY does not matter to US as a whole.
   */
  public static boolean matters(Event event, Collection<Region> regions) {
    List<String> bound = named(event);
    return regions.isEmpty()
        || !event.isAllDay()
        || bound.isEmpty()
        || regions.stream().anyMatch(region -> bound.stream().anyMatch(region::isIn));
  }

  /** The regions that an event names; none where it has no such attribute. */
  static List<String> named(Event event) {
    return Arrays.stream(event.attributes().getOrDefault(ATTRIBUTE, "").split("[\\s,;|]+"))
        .filter(name -> !name.isEmpty())
        .map(name -> name.toUpperCase(Locale.ROOT))
        .sorted()
        .toList();
  }

  @Override
  public String toString() {
    return code;
  }
}
