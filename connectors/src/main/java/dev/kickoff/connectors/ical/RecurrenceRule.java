package dev.kickoff.connectors.ical;

import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * An RRULE of RFC 5545, section 3.3.10, that is safe to be expanded.
 *
 * <p>Refused are FREQ=SECONDLY and MINUTELY, whatever the grammar does not allow, and rules that
 * name more than {@link #MAX_BREADTH} instants in one of their periods.
 *
 * @param core the rule without COUNT and UNTIL, which are kept by whoever expands it
 * @param count how many occurrences there are, the first included; empty without a limit
 * @param until the last local time at which one may start; empty without a limit
 */
record RecurrenceRule(String core, OptionalLong count, Optional<LocalDateTime> until) {
  /** The most instants that one period of a rule (a year of a yearly one) may name. */
  static final int MAX_BREADTH = 1_000;

  private static final List<String> TIME_PARTS = List.of("BYHOUR", "BYMINUTE", "BYSECOND");

  /**
   * Reads a rule.
   *
   * @param start the event's DTSTART
   * @throws InvalidText when it is not one, or one that is refused
   */
  static RecurrenceRule parse(String text, IcalTime start) throws InvalidText {
    Map<String, String> parts = RuleParts.of(text);
    String frequency = parts.getOrDefault("FREQ", "");
    if (start.isDay()) {
      parts.keySet().removeAll(TIME_PARTS);
    }
    refuseFast(frequency, parts);
    RuleBreadth.check(frequency, parts);
    String count = parts.remove("COUNT");
    String until = parts.remove("UNTIL");
    String core =
        parts.entrySet().stream()
            .map(part -> part.getKey() + "=" + part.getValue())
            .collect(Collectors.joining(";"));
    return new RecurrenceRule(
        core,
        count == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(count)),
        until == null ? Optional.empty() : Optional.of(last(until, start)));
  }

  private static void refuseFast(String frequency, Map<String, String> parts) throws InvalidText {
    if (frequency.equals("SECONDLY") || frequency.equals("MINUTELY")) {
      throw new InvalidText(
          ProblemKind.UNSUPPORTED,
          "FREQ=" + frequency + " is refused, only the first occurrence is read",
          "write HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY");
    }
    boolean sparse =
        parts.containsKey("BYMONTH")
            || parts.containsKey("BYMONTHDAY")
            || parts.containsKey("BYYEARDAY");
    if (frequency.equals("HOURLY") && sparse) {
      throw new InvalidText(
          ProblemKind.UNSUPPORTED,
          "FREQ=HOURLY on days of a month or year is refused, only the first occurrence is read",
          "write FREQ=DAILY with BYHOUR");
    }
  }

  // UNTIL is a day, a local time, or UTC; the rule is expanded in local time.
  private static LocalDateTime last(String text, IcalTime start) throws InvalidText {
    ZoneId zone = start.zone();
    IcalTime until = IcalTime.parse(new EventContent.Content(text, Map.of()), zone, false);
    LocalDateTime local = until.instant().atZone(zone).toLocalDateTime();
    return until.isDay() ? local.toLocalDate().atTime(LocalTime.MAX) : local;
  }

  /** Whether an occurrence at {@code local} would be past the end of the rule. */
  boolean endsBefore(LocalDateTime local) {
    return until.map(local::isAfter).orElse(false);
  }

  /** Whether {@code taken} occurrences, the first included, are all there are. */
  boolean isUsedUp(long taken) {
    return count.isPresent() && taken >= count.getAsLong();
  }

  /** What to say of a rule that the library cannot expand. */
  static InvalidText invalid(String text, String why) {
    return new InvalidText(
        ProblemKind.BAD_VALUE,
        "recurrence '" + Problem.brief(text) + "' " + why + ", only the first occurrence is read",
        "write FREQ=WEEKLY;BYDAY=SA;COUNT=10");
  }
}
