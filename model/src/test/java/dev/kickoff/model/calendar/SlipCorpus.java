package dev.kickoff.model.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A season that is believed, a hundred slips of the hand, and two hundred events as they should be.
 */
final class SlipCorpus {
  static final Instant NOW = Instant.parse("2026-06-01T09:00:00Z");
  private static final Duration MATCH = Duration.ofMinutes(115);
  private static final int VIEWERS = 40_000;
  private static final int RPM = 120_000;

  private final Random random = new Random(18);
  private int number;

  /** An event, and what must be said of it; empty where it must pass. */
  record Case(Event event, Optional<String> reason) {}

  private Event event(String category, Instant start, Duration length, Map<String, String> more) {
    number++;
    return new Event(
        "case-" + number,
        category + " " + number,
        category,
        start,
        start.plus(length),
        more,
        new EventVersion(Optional.of(NOW), 0, 0, EventStatus.CONFIRMED));
  }

  private Instant ahead() {
    return NOW.plus(Duration.ofMinutes(15L * random.nextInt(8_000)));
  }

  private static Map<String, String> asked(double viewers, double rpm) {
    return Map.of(
        "expected_viewers",
        String.valueOf(Math.round(viewers)),
        "peak_rpm",
        String.valueOf(Math.round(rpm)),
        "match_day",
        "3");
  }

  /** Half to twice the season's middle. */
  private double scatter() {
    return 0.5 * Math.pow(4, random.nextDouble());
  }

  /** Thirty matches of the past half year, known throughout, and a few whole days. */
  EventCalendar season() {
    List<Event> past = new ArrayList<>();
    for (int week = 1; week <= 30; week++) {
      Event match =
          event(
              "football_match",
              NOW.minus(Duration.ofDays(7L * week)),
              MATCH,
              asked(VIEWERS * scatter(), RPM * scatter()));
      past.add(known(match));
      past.add(known(event("concert", NOW.minus(Duration.ofDays(6L * week)), MATCH, Map.of())));
    }
    past.add(known(event("holiday", NOW.minus(Duration.ofDays(30)), Duration.ofDays(1), Map.of())));
    return EventCalendar.published(past);
  }

  private static Event known(Event e) {
    return new Event(
        e.uid(), e.title(), e.category(), e.start(), e.end(), e.attributes(), EventVersion.FIRST);
  }

  private Case match(double viewers, double rpm, String reason) {
    return new Case(
        event("football_match", ahead(), MATCH, asked(viewers, rpm)), Optional.of(reason));
  }

  /** Twenty slips of each of five kinds. */
  List<Case> slips() {
    List<Case> slips = new ArrayList<>();
    double[] units = {60, 1_000, 3_600};
    for (int i = 0; i < 20; i++) {
      slips.add(match(VIEWERS * 10, RPM, "expected_viewers of 400000 is more than three times"));
      double factor = units[i % 3] * (0.95 + random.nextDouble() / 10);
      slips.add(
          i % 2 == 0
              ? match(VIEWERS, RPM * factor, "is more than three times the highest")
              : match(VIEWERS, RPM / 60.0, "a 60th of the"));
      Instant past = NOW.minus(Duration.ofHours(25 + random.nextInt(9_000)));
      slips.add(
          new Case(
              event("football_match", past, MATCH, Map.of()),
              Optional.of("it began more than a day before it became known")));
      Duration days = Duration.ofDays(1 + random.nextInt(20)).plusHours(2 + random.nextInt(20));
      String category = i % 2 == 0 ? "football_match" : "launch";
      slips.add(
          new Case(
              event(category, ahead(), days, Map.of()),
              Optional.of("it lasts %d h, as no %s has".formatted(days.toHours(), category))));
      slips.add(
          i % 2 == 0
              ? new Case(
                  event("concert", ahead(), Duration.ofHours(20 + i % 4), Map.of()),
                  Optional.of("as no concert has before"))
              : new Case(
                  event("football_match", ahead(), MATCH, Map.of("timezone", "Europe/Pariss" + i)),
                  Optional.of("there is no time zone 'Europe/Pariss" + i + "'")));
    }
    return slips;
  }

  /** Twenty of each of ten kinds that must pass. */
  List<Case> valid() {
    List<Event> valid = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      valid.add(
          event("football_match", ahead(), MATCH, asked(VIEWERS * scatter(), RPM * scatter())));
      valid.add(event("football_match", ahead(), MATCH, asked(VIEWERS * 2.5, RPM * 2.5)));
      valid.add(event("football_match", ahead(), Duration.ofMinutes(90 + 10L * i), Map.of()));
      Instant lateNews = NOW.minus(Duration.ofMinutes(72L * (i + 1)));
      valid.add(event("football_match", lateNews, MATCH, Map.of("stage", "Group " + i)));
      valid.add(event("holiday", ahead(), Duration.ofHours(23 + i % 3), Map.of()));
      valid.add(event("school_holidays", ahead(), Duration.ofDays(1 + i), Map.of()));
      valid.add(event("weather", ahead(), Duration.ofHours(25 + i), Map.of()));
      valid.add(event("launch", ahead(), Duration.ofMinutes(66), asked(7 * (i + 1), 1)));
      valid.add(event("concert", ahead(), Duration.ofHours(30 + i), Map.of("all_day", "true")));
      valid.add(
          event(
              "football_match",
              ahead(),
              MATCH,
              Map.of("expected_viewers", "900000", "match_day", "38", "vouched_by", "ada")));
    }
    return valid.stream().map(e -> new Case(e, Optional.empty())).toList();
  }
}
