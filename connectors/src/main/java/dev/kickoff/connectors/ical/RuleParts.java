package dev.kickoff.connectors.ical;

import dev.kickoff.connectors.InvalidText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The grammar of RFC 5545, section 3.3.10: which parts a recurrence has, and what each may say. */
final class RuleParts {
  private static final String DAY = "(MO|TU|WE|TH|FR|SA|SU)";
  private static final String NUMBERED_DAY = "([+-]?([1-9]|[1-4]\\d|5[0-3]))?" + DAY;
  private static final String MONTH_DAY = "[+-]?0?([1-9]|[12]\\d|3[01])";
  private static final String YEAR_DAY = "[+-]?0{0,2}([1-9]\\d?|[12]\\d\\d|3[0-5]\\d|36[0-6])";
  private static final Map<String, Pattern> GRAMMAR =
      Map.ofEntries(
          one("FREQ", "SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY"),
          one("INTERVAL", "0*[1-9]\\d{0,3}"),
          one("COUNT", "0*[1-9]\\d{0,17}"),
          one("UNTIL", "\\d{8}(T\\d{6}Z?)?"),
          one("WKST", DAY),
          list("BYSECOND", "0?\\d|[1-5]\\d"),
          list("BYMINUTE", "0?\\d|[1-5]\\d"),
          list("BYHOUR", "0?\\d|1\\d|2[0-3]"),
          list("BYDAY", NUMBERED_DAY),
          list("BYMONTHDAY", MONTH_DAY),
          list("BYYEARDAY", YEAR_DAY),
          list("BYWEEKNO", "[+-]?0?([1-9]|[1-4]\\d|5[0-3])"),
          list("BYMONTH", "0?[1-9]|1[0-2]"),
          list("BYSETPOS", YEAR_DAY));

  private RuleParts() {}

  private static Map.Entry<String, Pattern> one(String name, String value) {
    return Map.entry(name, Pattern.compile(value));
  }

  private static Map.Entry<String, Pattern> list(String name, String item) {
    return Map.entry(name, Pattern.compile("(" + item + ")(,(" + item + ")){0,370}"));
  }

  /**
   * The parts by name, in the order written, in capitals.
   *
   * @throws InvalidText when one is unknown, twice there, or says what it may not, or FREQ is
   *     missing
   */
  static Map<String, String> of(String text) throws InvalidText {
    Map<String, String> parts = new LinkedHashMap<>();
    for (String part : text.toUpperCase(Locale.ROOT).split(";")) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part.strip() : part.substring(0, equals).strip();
      String value = equals < 0 ? "" : part.substring(equals + 1).replace(" ", "");
      Pattern allowed = GRAMMAR.get(name);
      if (allowed == null) {
        throw RecurrenceRule.invalid(part, "is no part of a rule");
      }
      if (!allowed.matcher(value).matches()) {
        throw RecurrenceRule.invalid(part, "is not allowed");
      }
      if (parts.put(name, value) != null) {
        throw RecurrenceRule.invalid(text, "has " + name + " twice");
      }
    }
    if (!parts.containsKey("FREQ")) {
      throw RecurrenceRule.invalid(text, "has no FREQ");
    }
    checkCombination(text, parts);
    return parts;
  }

  private static void checkCombination(String text, Map<String, String> parts) throws InvalidText {
    String frequency = parts.getOrDefault("FREQ", "");
    boolean longPeriod = frequency.equals("MONTHLY") || frequency.equals("YEARLY");
    if (parts.getOrDefault("BYDAY", "").matches(".*\\d.*") && !longPeriod) {
      throw RecurrenceRule.invalid(text, "numbers a weekday, which " + frequency + " cannot");
    }
    if (parts.containsKey("BYWEEKNO") && !frequency.equals("YEARLY")) {
      throw RecurrenceRule.invalid(text, "has BYWEEKNO, which " + frequency + " cannot");
    }
    if (parts.containsKey("BYMONTHDAY") && frequency.equals("WEEKLY")) {
      throw RecurrenceRule.invalid(text, "has BYMONTHDAY, which WEEKLY cannot");
    }
    if (parts.containsKey("BYSETPOS")
        && parts.keySet().stream().noneMatch(n -> n.startsWith("BY") && !n.equals("BYSETPOS"))) {
      throw RecurrenceRule.invalid(text, "has BYSETPOS and nothing to choose from");
    }
  }
}
