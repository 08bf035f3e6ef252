package dev.kickoff.connectors.ical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.CalendarRead;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Feeds that were written to hurt, or by a program that does not know better. */
class IcalBombTest {
  private static final OccurrenceWindow WINDOW =
      OccurrenceWindow.around(Instant.parse("2024-06-01T00:00:00Z"));

  @TempDir Path folder;
  private IcalText ical;

  @BeforeEach
  void nameTheFile() {
    ical = new IcalText(folder);
  }

  private static String series(String... rules) {
    List<String> lines = new ArrayList<>(List.of("UID:1", "DTSTART:20240601T180000Z"));
    lines.add("DURATION:PT2H");
    lines.addAll(List.of(rules));
    return IcalText.event(lines.toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=SECONDLY|FREQ=SECONDLY is refused, only the first occurrence is read; write HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY
          FREQ=MINUTELY;INTERVAL=90|FREQ=MINUTELY is refused, only the first occurrence is read; write HOURLY, DAILY, WEEKLY, MONTHLY or YEARLY
          FREQ=HOURLY;BYMONTHDAY=31|FREQ=HOURLY on days of a month or year is refused, only the first occurrence is read; write FREQ=DAILY with BYHOUR
          FREQ=WEEKLY;BYDAY=XX|recurrence 'BYDAY=XX' is not allowed, only the first occurrence is read; write FREQ=WEEKLY;BYDAY=SA;COUNT=10
          FREQ=WEEKLY;BYDAY=2MO|recurrence 'FREQ=WEEKLY;BYDAY=2MO' numbers a weekday, which WEEKLY cannot, only the first occurrence is read; write FREQ=WEEKLY;BYDAY=SA;COUNT=10
          FREQ=MONTHLY;BYDAY=99MO|recurrence 'BYDAY=99MO' is not allowed, only the first occurrence is read; write FREQ=WEEKLY;BYDAY=SA;COUNT=10
          FREQ=DAILY;INTERVAL=0|recurrence 'INTERVAL=0' is not allowed, only the first occurrence is read; write FREQ=WEEKLY;BYDAY=SA;COUNT=10
          FREQ=DAILY;COUNT=-1|recurrence 'COUNT=-1' is not allowed, only the first occurrence is read; write FREQ=WEEKLY;BYDAY=SA;COUNT=10
          FREQ=DAILY;SKIP=FORWARD|recurrence 'SKIP=FORWARD' is no part of a rule, only the first occurrence is read; write FREQ=WEEKLY;BYDAY=SA;COUNT=10
          COUNT=3|recurrence 'COUNT=3' has no FREQ, only the first occurrence is read; write FREQ=WEEKLY;BYDAY=SA;COUNT=10
          FREQ=DAILY;FREQ=DAILY|recurrence 'FREQ=DAILY;FREQ=DAILY' has FREQ twice, only the first occurrence is read; write FREQ=WEEKLY;BYDAY=SA;COUNT=10
          FREQ=DAILY;UNTIL=20249999|'20249999' is not an iCalendar time; write 20240601T180000Z, or a day such as 20240601
          FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYHOUR=0,1,2,3;BYMINUTE=0,30|recurrence names up to 2968 instants in one period, only the first occurrence is read; name at most 1000, or use a shorter FREQ
          """)
  void refusesARuleWithItsPlaceAndKeepsTheFirstOccurrence(String rule, String message) {
    CalendarRead read = ical.read(IcalText.calendar(series("RRULE:" + rule)), WINDOW);

    assertThat(ical.problems(read)).containsExactly("c.ics:8:7: " + message);
    assertThat(read.events()).hasSize(1);
  }

  @Test
  void refusesACrossProductThatWouldFillTheMemory() {
    String all =
        "FREQ=YEARLY;BYMONTH="
            + upTo(1, 12)
            + ";BYMONTHDAY="
            + upTo(1, 31)
            + ";BYHOUR="
            + upTo(0, 23)
            + ";BYMINUTE="
            + upTo(0, 59)
            + ";BYSECOND="
            + upTo(0, 59);
    CalendarRead read = ical.read(IcalText.calendar(series("RRULE:" + all)), WINDOW);

    assertThat(ical.problems(read))
        .singleElement()
        .asString()
        .contains("names up to 32140800 instants in one period");
  }

  private static String upTo(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(","));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=HOURLY;COUNT=10000
          FREQ=DAILY;COUNT=1000000000
          FREQ=HOURLY;UNTIL=21991231T000000Z
          FREQ=HOURLY
          FREQ=DAILY;BYHOUR=0,6,12,18
          """)
  void readsTheNearest400OfALongRuleAndSaysSo(String rule) {
    CalendarRead read = ical.read(IcalText.calendar(series("RRULE:" + rule)), WINDOW);

    assertThat(ical.problems(read))
        .singleElement()
        .asString()
        .startsWith("c.ics:8:7: recurs more than 400 times, only those from 2024-06-01T18:00:00Z");
    assertThat(read.events()).hasSize(400);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30
          FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30
          FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=366,-366
          FREQ=MONTHLY;INTERVAL=9999
          FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO
          """)
  void endsAlsoWhereARuleHardlyEverComesTrue(String rule) {
    CalendarRead read = ical.read(IcalText.calendar(series("RRULE:" + rule)), WINDOW);

    assertThat(ical.problems(read)).isEmpty();
    assertThat(read.events()).hasSizeLessThanOrEqualTo(3).isNotEmpty();
  }

  @Test
  void stopsAfterTwoSecondsAndKeepsWhatWasFound() {
    AtomicLong clock = new AtomicLong();
    // Every look at this clock takes a tenth of a second.
    CalendarRead read =
        ical.read(
            IcalText.calendar(
                series("RRULE:FREQ=DAILY;COUNT=300"),
                IcalText.match("2"),
                IcalText.event(
                    "UID:3",
                    "DTSTART:20240601T180000Z",
                    "DURATION:PT1H",
                    "RRULE:FREQ=DAILY;COUNT=5")),
            WINDOW,
            () -> clock.getAndAdd(100_000_000));

    assertThat(ical.problems(read))
        .containsExactly(
            "c.ics:8:7: recurrences take more than 2 s, only what was found until then is read;"
                + " write simpler rules, or fewer",
            "c.ics:20:7: recurrences take more than 2 s, only what was found until then is read;"
                + " write simpler rules, or fewer");
    assertThat(read.events()).hasSizeBetween(15, 25);
    assertThat(read.events()).extracting(e -> e.uid()).contains("2", "3/20240601T180000Z");
  }

  @Test
  void countsNoTimeThatReadingTheFileTook() {
    CalendarRead read =
        ical.read(
            IcalText.calendar(IcalText.match("1")),
            WINDOW,
            () -> {
              throw new AssertionError("nothing recurs");
            });

    assertThat(read.events()).hasSize(1);
  }

  @Test
  void readsAtMostTwentyThousandOccurrencesOfAFile() {
    String[] many =
        IntStream.range(0, 60)
            .mapToObj(
                i ->
                    IcalText.event(
                        "UID:" + i,
                        "DTSTART:20240601T180000Z",
                        "DURATION:PT1H",
                        "RRULE:FREQ=DAILY;COUNT=400"))
            .toArray(String[]::new);
    CalendarRead read = ical.read(IcalText.calendar(many), WINDOW, () -> 0);

    assertThat(read.events()).hasSize(20_000);
    assertThat(ical.problems(read))
        .first()
        .asString()
        .contains("recurrences make more than 20000 events, the others are left out");
  }

  @Test
  void readsWhatIsRightOfASeriesWithNonsenseInIt() {
    CalendarRead read =
        ical.read(
            IcalText.calendar(
                series(
                    "RRULE:FREQ=DAILY;CO",
                    " UNT=3",
                    "EXDATE:nonsense,20240602T180000Z",
                    "RDATE;TZID=Middle Earth:20240610T100000",
                    "EXRULE:FREQ=DAILY"),
                IcalText.event(
                    "UID:1",
                    "RECURRENCE-ID;RANGE=THISANDFUTURE:20240603T180000Z",
                    "DTSTART:20240603T190000Z",
                    "DURATION:PT1H")),
            WINDOW);

    assertThat(ical.problems(read))
        .containsExactly(
            "c.ics:16:35: RANGE of a RECURRENCE-ID is not read, only this occurrence is changed;"
                + " end the series with UNTIL and begin another",
            "c.ics:11:25: time zone 'Middle Earth' is unknown; use an IANA name such as"
                + " Europe/Paris or UTC",
            "c.ics:10:8: 'nonsense' is not an iCalendar time; write 20240601T180000Z, or a day such"
                + " as 20240601",
            "c.ics:12:8: EXRULE is not read, RFC 5545 has withdrawn it; list the dates in EXDATE");
    assertThat(read.calendar().events())
        .extracting(e -> e.start().toString())
        .containsExactly("2024-06-01T18:00:00Z", "2024-06-03T19:00:00Z");
  }
}
