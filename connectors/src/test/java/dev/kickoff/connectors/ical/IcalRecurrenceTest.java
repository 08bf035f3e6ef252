package dev.kickoff.connectors.ical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.CalendarRead;
import dev.kickoff.model.calendar.Event;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcalRecurrenceTest {
  @TempDir Path folder;
  private IcalText ical;

  @BeforeEach
  void nameTheFile() {
    ical = new IcalText(folder);
  }

  private static String series(String... more) {
    return IcalText.event(
        "UID:s",
        "SUMMARY:Late show",
        "DTSTART;TZID=Europe/Paris:20240321T200000",
        "DURATION:PT2H",
        String.join("\r\n", more));
  }

  private static List<String> starts(CalendarRead read) {
    return read.calendar().events().stream().map(e -> e.start().toString()).toList();
  }

  @Test
  void keepsAnEventAtItsHourWhenClocksChange() {
    CalendarRead read = ical.read(IcalText.calendar(series("RRULE:FREQ=WEEKLY;COUNT=4")));

    assertThat(ical.problems(read)).isEmpty();
    assertThat(starts(read))
        .containsExactly(
            "2024-03-21T19:00:00Z",
            "2024-03-28T19:00:00Z",
            "2024-04-04T18:00:00Z",
            "2024-04-11T18:00:00Z");
    assertThat(read.calendar().events())
        .allMatch(e -> e.duration().toMinutes() == 120)
        .allMatch(e -> e.start().atZone(IcalText.PARIS).toLocalTime().equals(LocalTime.of(20, 0)));
    assertThat(read.events())
        .extracting(Event::uid)
        .startsWith("s/20240321T190000Z", "s/20240328T190000Z", "s/20240404T180000Z");
  }

  @Test
  void givesTheSameOccurrenceTheSameIdentityWhenTheFeedIsReadAgain() {
    CalendarRead once = ical.read(IcalText.calendar(series("RRULE:FREQ=WEEKLY;COUNT=4")));
    CalendarRead again =
        ical.read(
            IcalText.calendar(IcalText.match("1"), series("RRULE:FREQ=WEEKLY;COUNT=5", "X-A:b")));

    assertThat(again.events())
        .extracting(Event::uid)
        .containsAll(once.events().stream().map(Event::uid).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=DAILY;COUNT=3|21,22,23
          FREQ=DAILY;UNTIL=20240323T190000Z|21,22,23
          FREQ=DAILY;UNTIL=20240323T185959Z|21,22
          FREQ=DAILY;UNTIL=20240323|21,22,23
          FREQ=DAILY;INTERVAL=3;COUNT=3|21,24,27
          FREQ=WEEKLY;BYDAY=FR,SA;COUNT=4|21,22,23,29
          FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU;UNTIL=20240405|21,31,2
          FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20240601|21,29,26,31
          FREQ=MONTHLY;BYMONTHDAY=31;COUNT=4|21,31,31,31
          FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3|21,29,30
          freq=daily;count=2|21,22
          FREQ=YEARLY;BYMONTH=4;BYDAY=2SU;COUNT=3|21,14,13
          FREQ=DAILY;UNTIL=20200101T000000Z|21
          FREQ=DAILY;COUNT=1|21
          """)
  void countsTheStartAsTheFirstOccurrence(String rule, String days) {
    CalendarRead read = ical.read(IcalText.calendar(series("RRULE:" + rule)));

    assertThat(ical.problems(read)).isEmpty();
    assertThat(
            read.calendar().events().stream()
                .map(e -> String.valueOf(e.start().atZone(IcalText.PARIS).getDayOfMonth())))
        .containsExactly(days.split(","));
  }

  @Test
  void leavesOutDaysThatAMonthHasNot() {
    CalendarRead read =
        ical.read(
            IcalText.calendar(
                IcalText.event(
                    "UID:s", "DTSTART;VALUE=DATE:20240131", "RRULE:FREQ=MONTHLY;COUNT=4")));

    assertThat(read.events())
        .extracting(Event::uid)
        .containsExactly("s/20240131", "s/20240331", "s/20240531", "s/20240731");
  }

  @Test
  void addsAndLeavesOutSingleDates() {
    CalendarRead read =
        ical.read(
            IcalText.calendar(
                series(
                    "RRULE:FREQ=WEEKLY;COUNT=4",
                    "EXDATE;TZID=Europe/Paris:20240328T200000,20240411T200000",
                    "RDATE:20240401T100000Z",
                    "RDATE;VALUE=PERIOD:20240402T100000Z/PT30M",
                    "RDATE;VALUE=PERIOD:20240403T100000Z/20240403T110000Z")));

    assertThat(ical.problems(read)).isEmpty();
    assertThat(read.calendar().events())
        .extracting(e -> e.start() + " " + e.duration().toMinutes())
        .containsExactly(
            "2024-03-21T19:00:00Z 120",
            "2024-04-01T10:00:00Z 120",
            "2024-04-02T10:00:00Z 30",
            "2024-04-03T10:00:00Z 60",
            "2024-04-04T18:00:00Z 120");
  }

  @Test
  void movesOneOccurrenceAndCallsAnotherOff() {
    CalendarRead read =
        ical.read(
            IcalText.calendar(
                IcalText.event(
                    "UID:s",
                    "RECURRENCE-ID;TZID=Europe/Paris:20240328T200000",
                    "SUMMARY:Later show",
                    "DTSTART;TZID=Europe/Paris:20240328T213000",
                    "DURATION:PT1H"),
                series("RRULE:FREQ=WEEKLY;COUNT=3", "SEQUENCE:4"),
                IcalText.event(
                    "UID:s",
                    "RECURRENCE-ID:20240404T180000Z",
                    "STATUS:CANCELLED",
                    "DTSTART:20240404T180000Z",
                    "DURATION:PT2H")));

    assertThat(ical.problems(read)).isEmpty();
    assertThat(read.calendar().events())
        .extracting(e -> e.uid() + " " + e.start() + " " + e.title())
        .containsExactly(
            "s/20240321T190000Z 2024-03-21T19:00:00Z Late show",
            "s/20240328T190000Z 2024-03-28T20:30:00Z Later show");
  }

  @Test
  void readsAnExceptionWithoutItsSeriesAsAnEvent() {
    CalendarRead read =
        ical.read(
            IcalText.calendar(
                IcalText.event(
                    "UID:s",
                    "RECURRENCE-ID:20240404T180000Z",
                    "DTSTART:20240404T190000Z",
                    "DURATION:PT2H")));

    assertThat(ical.problems(read)).isEmpty();
    assertThat(read.calendar().events())
        .extracting(Event::uid)
        .containsExactly("s/20240404T180000Z");
  }

  @Test
  void aLaterVersionOfASeriesCallsOffWhatOnlyTheEarlierHadFromWhenItWasKnown() {
    String later =
        IcalText.event(
            "UID:s",
            "SEQUENCE:1",
            "DTSTART;TZID=Europe/Paris:20240322T200000",
            "DURATION:PT2H",
            "RRULE:FREQ=DAILY;COUNT=2",
            "X-KICKOFF-ANNOUNCED-AT:20240301T000000Z");
    CalendarRead read =
        ical.read(IcalText.calendar(later, series("RRULE:FREQ=DAILY;COUNT=2", "SEQUENCE:0")));

    assertThat(read.calendar().asKnownAt(Instant.parse("2024-02-28T00:00:00Z")).events())
        .extracting(e -> e.start().toString())
        .containsExactly("2024-03-21T19:00:00Z", "2024-03-22T19:00:00Z");
    assertThat(starts(read)).containsExactly("2024-03-22T19:00:00Z", "2024-03-23T19:00:00Z");
  }

  @Test
  void keepsTheOccurrencesNearestToWhatTheWindowIsAbout() {
    Instant about = Instant.parse("2030-01-01T00:00:00Z");
    CalendarRead read =
        ical.read(IcalText.calendar(series("RRULE:FREQ=DAILY")), OccurrenceWindow.around(about));

    assertThat(ical.problems(read))
        .containsExactly(
            "c.ics:9:7: recurs more than 400 times, only those from 2029-06-15T18:00:00Z to"
                + " 2030-07-19T18:00:00Z are read; end the rule with UNTIL or COUNT, or cut it into"
                + " several events");
    assertThat(read.events()).hasSize(400);
    assertThat(read.notes())
        .containsExactly(
            folder.resolve("c.ics")
                + ": 1 recurring event, of which occurrences from 2028-12-31T00:00:00Z to"
                + " 2032-01-03T00:00:00Z are read");
  }

  @Test
  void countsFromTheStartAlsoWhenTheWindowOpensLater() {
    OccurrenceWindow window =
        new OccurrenceWindow(
            Instant.parse("2024-04-01T00:00:00Z"),
            Instant.parse("2024-05-01T00:00:00Z"),
            Instant.parse("2024-05-01T00:00:00Z"));
    CalendarRead read = ical.read(IcalText.calendar(series("RRULE:FREQ=DAILY;COUNT=13")), window);

    assertThat(starts(read)).containsExactly("2024-04-01T18:00:00Z", "2024-04-02T18:00:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU
          FREQ=MONTHLY;BYDAY=-1FR,2MO
          FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=-1
          FREQ=DAILY;INTERVAL=11
          FREQ=YEARLY;BYMONTH=1,6,11;BYDAY=SA;BYSETPOS=1,-1
          FREQ=HOURLY;INTERVAL=170
          FREQ=MONTHLY;BYMONTHDAY=31
          """)
  void aLaterWindowHoldsWhatTheWholeSeriesHasThere(String rule) {
    OccurrenceWindow later =
        new OccurrenceWindow(
            Instant.parse("2026-02-01T00:00:00Z"),
            Instant.parse("2027-02-01T00:00:00Z"),
            Instant.parse("2026-02-01T00:00:00Z"));
    String text = IcalText.calendar(series("RRULE:" + rule + ";UNTIL=20280101T000000Z"));

    List<Event> inWindow = ical.read(text, later).events();

    assertThat(inWindow)
        .hasSizeGreaterThanOrEqualTo(2)
        .containsExactlyElementsOf(
            ical.read(text).events().stream().filter(e -> later.contains(e.start())).toList());
  }
}
