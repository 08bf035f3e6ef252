package dev.kickoff.connectors.holidays;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.Place;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.model.calendar.Region;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The days on which most people of a region are off work, by the rules of the library Jollyday;
 * nothing is fetched.
 *
 * <p>The rules are those known when the library was published: a holiday decreed since is missing.
 */
public final class PublicHolidays {
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2199;

  private PublicHolidays() {}

  /**
   * A day off; one that is observed on another day is that day.
   *
   * @param title in English; of several on one day all, joined by a slash
   */
  public record Day(LocalDate date, String title) {}

  /**
   * The public holidays of a year, in order of time: those of the whole country, and of the part of
   * it where {@code region} names one.
   *
   * @param year 1970 to 2199
   * @throws InputException when no rules are known for the region, or the year is out of range
   */
  public static List<Day> of(Region region, int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw refused(
          "year " + year,
          "is out of range",
          "years " + FIRST_YEAR + " to " + LAST_YEAR + " are known");
    }
    List<String> parts = List.of(region.code().toLowerCase(Locale.ROOT).split("-"));
    HolidayManager country = country(region, parts.get(0));
    String[] part = part(region, parts, country.getCalendarHierarchy());
    Map<LocalDate, TreeSet<String>> titles = new TreeMap<>();
    for (Holiday holiday : country.getHolidays(Year.of(year), part)) {
      if (holiday.getType() != HolidayType.OBSERVANCE) {
        titles
            .computeIfAbsent(holiday.getDate(), date -> new TreeSet<>())
            .add(holiday.getDescription(Locale.ENGLISH));
      }
    }
    List<Day> days = new ArrayList<>();
    titles.forEach((date, names) -> days.add(new Day(date, String.join(" / ", names))));
    return days;
  }

  private static HolidayManager country(Region region, String code) {
    Collection<String> known = HolidayManager.getSupportedCalendarCodes();
    Optional<String> found = known.stream().filter(code::equalsIgnoreCase).findFirst();
    return HolidayManager.getInstance(
        ManagerParameters.create(found.orElseThrow(() -> unknown(region, known, "countries"))));
  }

  private static String[] part(Region region, List<String> parts, CalendarHierarchy country) {
    List<String> path = new ArrayList<>();
    Map<String, CalendarHierarchy> known = country.getChildren();
    for (String part : parts.subList(1, parts.size())) {
      Set<String> ids = known.keySet();
      Map.Entry<String, CalendarHierarchy> found =
          known.entrySet().stream()
              .filter(child -> part.equalsIgnoreCase(child.getKey()))
              .findFirst()
              .orElseThrow(() -> unknown(region, ids, "parts"));
      path.add(found.getKey());
      known = found.getValue().getChildren();
    }
    return path.toArray(String[]::new);
  }

  private static InputException unknown(Region region, Collection<String> known, String what) {
    List<String> codes = known.stream().map(c -> c.toUpperCase(Locale.ROOT)).sorted().toList();
    String all =
        codes.isEmpty()
            ? "leave the part out, its country knows none"
            : what + " with rules are " + String.join(", ", codes);
    return refused("region " + region, "has no known holidays", all);
  }

  private static InputException refused(String where, String what, String remedy) {
    return new InputException(new Problem(Place.of(where), ProblemKind.BAD_VALUE, what, remedy));
  }
}
