package dev.kickoff.jobs.offline.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Numbers, lengths of time and instants as people read them on a page. */
public final class Numbers {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu HH:mm", Locale.ENGLISH);

  private Numbers() {}

  /** In so many decimal places. */
  public static String fixed(double value, int places) {
    return String.format(Locale.ROOT, "%." + places + "f", value);
  }

  /** Three significant digits, with k, M or G for thousands and more. */
  public static String brief(double value) {
    double size = Math.abs(value);
    if (size >= 999.5e6) {
      return digits(value / 1e9) + "G";
    }
    if (size >= 999.5e3) {
      return digits(value / 1e6) + "M";
    }
    return size >= 9999.5 ? digits(value / 1e3) + "k" : digits(value);
  }

  private static String digits(double value) {
    double size = Math.abs(value);
    int places = size >= 99.95 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 || size == 0 ? 2 : 3;
    String text = fixed(value, places);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }

  /** A share as a percentage with its sign, such as +12.3 %. */
  public static String change(double share) {
    return String.format(Locale.ROOT, "%+.1f %%", 100 * share);
  }

  /** 15 min, 4 h, 2 d. */
  public static String length(Duration duration) {
    if (duration.toMillis() % 60_000 != 0) {
      return duration.toString();
    }
    long minutes = duration.toMinutes();
    if (minutes % 60 != 0 || minutes == 0) {
      return minutes + " min";
    }
    long hours = minutes / 60;
    return hours % 24 == 0 && hours > 24 ? hours / 24 + " d" : hours + " h";
  }

  /** Local time with the day of the week. */
  public static String local(Instant at, ZoneId zone) {
    return LOCAL.format(at.atZone(zone));
  }
}
