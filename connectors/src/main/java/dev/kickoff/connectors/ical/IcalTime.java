package dev.kickoff.connectors.ical;

import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.Problem;
import dev.kickoff.connectors.ProblemKind;
import dev.kickoff.connectors.Timestamps;
import dev.kickoff.connectors.Zones;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAmount;
import java.util.Optional;
import net.fortuna.ical4j.model.TemporalAmountAdapter;
import net.fortuna.ical4j.transform.compliance.TzHelper;

/**
 * A DATE or DATE-TIME of RFC 5545, resolved to an instant.
 *
 * @param zone the zone that it was written in
 * @param isDay whether it is a DATE: the midnight that begins it in {@code zone}
 */
record IcalTime(Instant instant, ZoneId zone, boolean isDay) {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").withResolverStyle(ResolverStyle.STRICT);

  /**
   * Reads a property such as DTSTART.
   *
   * @param zone the zone where the property names none
   * @throws InvalidText when it is no time, its TZID is unknown, or a clock change skips or repeats
   *     it
   */
  static IcalTime parse(EventContent.Content content, ZoneId zone) throws InvalidText {
    return parse(content, zone, true);
  }

  /**
   * As {@link #parse(EventContent.Content, ZoneId)}.
   *
   * @param strict whether a local time that a clock change skips or repeats is refused; otherwise
   *     it is what occurrences of a recurrence are then, the first of two, or as much later as
   *     clocks go forward (RFC 5545, section 3.3.5)
   */
  static IcalTime parse(EventContent.Content content, ZoneId zone, boolean strict)
      throws InvalidText {
    String text = content.value();
    try {
      if (text.matches("\\d{8}")) {
        LocalDate day = LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        return inRange(day.atStartOfDay(zone).toInstant(), zone, true);
      }
      if (text.endsWith("Z")) {
        LocalDateTime utc = LocalDateTime.parse(text.substring(0, text.length() - 1), LOCAL);
        return inRange(utc.toInstant(ZoneOffset.UTC), ZoneOffset.UTC, false);
      }
      LocalDateTime local = LocalDateTime.parse(text, LOCAL);
      Optional<String> tzid = Optional.ofNullable(content.parameters().get("TZID"));
      ZoneId own = tzid.isPresent() ? named(tzid.get()) : zone;
      return inRange(strict ? Timestamps.resolve(local, own) : at(local, own), own, false);
    } catch (DateTimeException e) {
      throw new InvalidText(
          ProblemKind.BAD_TIMESTAMP,
          "'" + Problem.brief(text) + "' is not an iCalendar time",
          "write 20240601T180000Z, or a day such as 20240601");
    }
  }

  private static Instant at(LocalDateTime local, ZoneId zone) {
    return ZonedDateTime.ofLocal(local, zone, null).toInstant();
  }

  /** The occurrence of the same recurrence at {@code local}, in the same zone. */
  IcalTime movedTo(LocalDateTime local) {
    return new IcalTime(at(local, zone), zone, isDay);
  }

  LocalDateTime local() {
    return instant.atZone(zone).toLocalDateTime();
  }

  /** What tells an occurrence that begins here from others: UTC, or the day. */
  String key() {
    return isDay
        ? DateTimeFormatter.BASIC_ISO_DATE.format(local().toLocalDate())
        : LOCAL.format(instant.atOffset(ZoneOffset.UTC)) + "Z";
  }

  private static IcalTime inRange(Instant instant, ZoneId zone, boolean isDay) throws InvalidText {
    return new IcalTime(new Timestamps(zone).parse(instant.toString()), zone, isDay);
  }

  // Some programs write TZID=/freeassociation.sourceforge.net/Europe/Paris, others the names that
  // Windows has for zones; ical4j knows those.
  private static ZoneId named(String tzid) throws InvalidText {
    String name = tzid.replace("\"", "").strip();
    String[] parts = name.split("/");
    if (name.startsWith("/") && parts.length > 2) {
      name = parts[parts.length - 2] + "/" + parts[parts.length - 1];
    }
    return Zones.named(
        Optional.ofNullable(TzHelper.getCorrectedTimeZoneIdFrom(name))
            .filter(ZoneId.getAvailableZoneIds()::contains)
            .orElse(name));
  }

  /**
   * The end of an event that begins here and lasts {@code duration}; whole days are days of the
   * zone, 23 or 25 hours long where a clock change makes them so.
   *
   * @throws InvalidText when it is no duration
   */
  Instant plus(String duration) throws InvalidText {
    try {
      TemporalAmount amount = TemporalAmountAdapter.parse(duration).getDuration();
      return amount instanceof Period || amount instanceof Duration
          ? instant.atZone(zone).plus(amount).toInstant()
          : instant.plus(amount);
    } catch (RuntimeException e) {
      throw new InvalidText(
          ProblemKind.BAD_VALUE,
          "duration '" + Problem.brief(duration) + "' is not one of RFC 5545",
          "write PT2H, PT1H45M or P1D");
    }
  }
}
