package dev.kickoff.model.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Why a version of an event looks like a slip of the hand.
 *
 * <p>A kick-off more than a day before it became known; a length of more than a day for an event
 * that is none of whole days; a time zone that does not exist; a quantity far from those of its
 * category, see {@link QuantityDoubts}. Whole days are: any event with the attribute {@code
 * all_day}, any whose category has one of {@link #OF_DAYS} in it, any that lasts whole days (give
 * or take the hour of a clock change), and any of a category of which one event or more lasted 20
 * hours before. Where three or more of a category are known and none lasted 20 hours, one that does
 * is doubtful too: as a whole-day event it would be prepared for quite differently.
 */
final class EventDoubts {
  static final Set<String> OF_DAYS =
      Set.of(
          "blizzard",
          "break",
          "conference",
          "exhibition",
          "fair",
          "festival",
          "holiday",
          "holidays",
          "sale",
          "season",
          "storm",
          "strike",
          "tournament",
          "vacation",
          "weather",
          "week");

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration CLOCK_CHANGE = Duration.ofHours(1);
  private static final int FEWEST = 3;
  private static final Set<String> ZONES = Set.of("tz", "tzid", "time_zone", "timezone", "zone");
  private static final Pattern WORDS = Pattern.compile("[^a-z]+");

  private final List<Event> believed;

  /** Doubts by what is believed already. */
  EventDoubts(List<Event> believed) {
    this.believed = believed;
  }

  /** Why not to believe a version; empty when nothing speaks against it. */
  Optional<String> about(Event version, Instant now) {
    List<Event> own = only(e -> e.uid().equals(version.uid()));
    if (version.isCancelled() || isVouchedFor(version) || says(own, version)) {
      return Optional.empty();
    }
    List<Event> others =
        only(
            e ->
                e.category().equals(version.category())
                    && !e.uid().equals(version.uid())
                    && !e.isCancelled());
    return past(version, own, now)
        .or(() -> length(version, others))
        .or(() -> zone(version))
        .or(() -> new QuantityDoubts(others).about(version));
  }

  private List<Event> only(Predicate<Event> which) {
    return believed.stream().filter(which).toList();
  }

  private static boolean isVouchedFor(Event version) {
    return !version.attributes().getOrDefault(EventVetting.VOUCHER, "").isBlank();
  }

  private static boolean says(List<Event> own, Event version) {
    return own.stream()
        .anyMatch(
            e ->
                e.start().equals(version.start())
                    && e.end().equals(version.end())
                    && e.category().equals(version.category())
                    && e.attributes().equals(version.attributes()));
  }

  /** A history that was known throughout is no mistake, nor is a word added to a past event. */
  private static Optional<String> past(Event version, List<Event> own, Instant now) {
    Instant heard = version.knownAt().orElse(Instant.MIN);
    Instant known = heard.isAfter(now) ? now : heard;
    boolean isOld = version.start().plus(DAY).isBefore(known);
    boolean stoodThere = own.stream().anyMatch(e -> e.start().equals(version.start()));
    return isOld && !stoodThere
        ? Optional.of("it began more than a day before it became known at " + known)
        : Optional.empty();
  }

  private static Optional<String> length(Event version, List<Event> others) {
    boolean isLong = version.duration().compareTo(DAY) > 0;
    long wholeDays = others.stream().filter(Event::isAllDay).count();
    if (!version.isAllDay() || isOfDays(version) || wholeDays > 0) {
      return Optional.empty();
    }
    return isLong || others.size() >= FEWEST
        ? Optional.of(
            "it lasts %d h, as no %s has before"
                .formatted(version.duration().toHours(), version.category()))
        : Optional.empty();
  }

  private static boolean isOfDays(Event version) {
    boolean isNamed =
        WORDS
            .splitAsStream(version.category().toLowerCase(Locale.ROOT))
            .anyMatch(OF_DAYS::contains);
    boolean isMarked =
        Set.of("1", "true", "yes")
            .contains(version.attributes().getOrDefault("all_day", "").toLowerCase(Locale.ROOT));
    long days = Math.round(version.duration().toMinutes() / (double) DAY.toMinutes());
    Duration off = version.duration().minus(DAY.multipliedBy(days)).abs();
    return isNamed || isMarked || (days > 0 && off.compareTo(CLOCK_CHANGE) <= 0);
  }

  private static Optional<String> zone(Event version) {
    return version.attributes().entrySet().stream()
        .filter(a -> ZONES.contains(a.getKey().toLowerCase(Locale.ROOT)))
        .map(Map.Entry::getValue)
        .filter(name -> !name.isBlank() && !ZoneId.getAvailableZoneIds().contains(name))
        .filter(name -> !name.matches("Z|[+-]\\d{2}:\\d{2}"))
        .findFirst()
        .map(name -> "there is no time zone '" + name + "'");
  }
}
