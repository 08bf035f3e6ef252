package dev.kickoff.jobs.cli;

import dev.kickoff.connectors.InvalidText;
import dev.kickoff.connectors.Zones;
import dev.kickoff.model.calendar.Region;
import dev.kickoff.model.demand.Service;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** How times, lengths of time and zones are written on the command line. */
final class Converters {
  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private Converters() {}

  static void register(CommandLine command) {
    command.registerConverter(Instant.class, Converters::instant);
    command.registerConverter(Duration.class, Converters::duration);
    command.registerConverter(ZoneId.class, Converters::zone);
    command.registerConverter(Region.class, Converters::region);
    command.registerConverter(Service.class, Converters::service);
  }

  private static Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'" + text + "' is not a time with an offset; write 2026-06-20T20:00:00Z or +02:00");
    }
  }

  private static Duration duration(String text) {
    try {
      Duration duration = parse(text);
      if (!duration.isZero() && !duration.isNegative()) {
        return duration;
      }
    } catch (DateTimeException | ArithmeticException e) {
      throw badDuration(text);
    }
    throw badDuration(text);
  }

  private static Duration parse(String text) {
    Matcher matcher = SHORT.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Duration.parse(text);
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(count);
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private static TypeConversionException badDuration(String text) {
    return new TypeConversionException(
        "'" + text + "' is not a length of time above zero; write 10m, 2h, 1d or PT10M");
  }

  private static ZoneId zone(String text) {
    try {
      return Zones.named(text);
    } catch (InvalidText e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  private static Service service(String text) {
    try {
      return new Service(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  private static Region region(String text) {
    try {
      return new Region(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }
}
