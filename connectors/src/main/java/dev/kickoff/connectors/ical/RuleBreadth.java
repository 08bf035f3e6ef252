package dev.kickoff.connectors.ical;

import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.ProblemKind;
import java.util.Map;

/**
 * How many instants one period of a rule names at most: the product of its lists, as a library
 * builds them up before it drops any.
 */
final class RuleBreadth {
  private static final int WEEKS_A_YEAR = 53;
  private static final int WEEKS_A_MONTH = 5;

  private RuleBreadth() {}

  /**
   * Refuses a rule that is too broad.
   *
   * @throws InvalidText when a period names more than {@link RecurrenceRule#MAX_BREADTH} instants
   */
  static void check(String frequency, Map<String, String> parts) throws InvalidText {
    long breadth = days(frequency, parts);
    for (String part : new String[] {"BYHOUR", "BYMINUTE", "BYSECOND"}) {
      breadth *= size(parts, part);
    }
    if (breadth > RecurrenceRule.MAX_BREADTH) {
      throw new InvalidText(
          ProblemKind.TOO_LARGE,
          "recurrence names up to "
              + breadth
              + " instants in one period, only the first occurrence is read",
          "name at most " + RecurrenceRule.MAX_BREADTH + ", or use a shorter FREQ");
    }
  }

  private static long days(String frequency, Map<String, String> parts) {
    boolean yearly = frequency.equals("YEARLY");
    boolean monthly = frequency.equals("MONTHLY");
    long days = yearly ? size(parts, "BYMONTH") * size(parts, "BYWEEKNO") : 1;
    days *= yearly ? size(parts, "BYYEARDAY") : 1;
    days *= yearly || monthly ? size(parts, "BYMONTHDAY") : 1;
    boolean limited = parts.containsKey("BYMONTHDAY") || parts.containsKey("BYYEARDAY");
    if (!parts.containsKey("BYDAY") || limited) {
      return days;
    }
    boolean inMonths = monthly || parts.containsKey("BYMONTH");
    boolean everyWeek = (yearly || monthly) && !parts.containsKey("BYWEEKNO");
    int weeks = inMonths ? WEEKS_A_MONTH : WEEKS_A_YEAR;
    return days * size(parts, "BYDAY") * (everyWeek ? weeks : 1);
  }

  private static long size(Map<String, String> parts, String name) {
    String list = parts.get(name);
    return list == null ? 1 : list.chars().filter(c -> c == ',').count() + 1;
  }
}
