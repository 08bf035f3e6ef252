package dev.kickoff.connectors.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.connectors.CalendarRead;
import dev.kickoff.connectors.InputException;
import dev.kickoff.model.calendar.Event;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcalProblemsTest {
  @TempDir Path folder;
  private IcalText ical;

  @BeforeEach
  void nameTheFile() {
    ical = new IcalText(folder);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          DTSTART:20240601T180000Z!DTEND:20240601T170000Z|10:7: the event ends at 2024-06-01T17:00:00Z, not after its start 2024-06-01T18:00:00Z; swap the two, or correct the date
          DTSTART:20240601T180000Z|9:9: the event ends at 2024-06-01T18:00:00Z, not after its start 2024-06-01T18:00:00Z; swap the two, or correct the date
          DTSTART;TZID=Europe/Pariss:20240601T180000!DURATION:PT2H|9:28: time zone 'Europe/Pariss' is unknown; did you mean 'Europe/Paris'?
          DTSTART;TZID=Middle Earth:20240601T180000!DURATION:PT2H|9:27: time zone 'Middle Earth' is unknown; use an IANA name such as Europe/Paris or UTC
          DTSTART:tonight!DURATION:PT2H|9:9: 'tonight' is not an iCalendar time; write 20240601T180000Z, or a day such as 20240601
          DTSTART:20240230T180000Z!DURATION:PT2H|9:9: '20240230T180000Z' is not an iCalendar time; write 20240601T180000Z, or a day such as 20240601
          DTSTART:20240601T180000Z!DURATION:2 hours|10:10: duration '2 hours' is not one of RFC 5545; write PT2H, PT1H45M or P1D
          DTSTART:20240331T023000!DURATION:PT2H|9:9: local time 2024-03-31T02:30 does not exist in Europe/Paris, clocks go forward then; the next one is 2024-03-31T03:00, or write an offset
          DTSTART:20241027T023000!DURATION:PT2H|9:9: local time 2024-10-27T02:30 exists twice in Europe/Paris, clocks go back then; write 2024-10-27T02:30+02:00 or 2024-10-27T02:30+01:00
          SUMMARY:x|7:1: the event has no DTSTART; every VEVENT has UID and DTSTART
          DTSTART:20240601T180000Z!DURATION:P60D|10:10: the event lasts more than 31 days; correct the date, or list its parts
          DTSTART:20240601T180000Z!DURATION:PT2H!SEQUENCE:-1|11:10: SEQUENCE '-1' is not a whole number; write 0 for the first version, 1 for the next
          DTSTART:29990601T180000Z!DURATION:PT2H|9:9: timestamp '2999-06-01T18:00:00Z' is out of range; years 1970 to 2199 are read
          """)
  void refusesAnEventThatCannotBeAndKeepsTheOthers(String lines, String message) {
    String bad = IcalText.event(("UID:x!" + lines).split("!"));
    // Three more lines of head put the bad event into line 7 and its DTSTART into line 9.
    CalendarRead read =
        ical.read(
            IcalText.calendar(bad, IcalText.match("1"))
                .replace("PRODID:", "X-A:1\r\nX-B:2\r\nX-C:3\r\nPRODID:"));

    assertThat(ical.problems(read)).containsExactly("c.ics:" + message);
    assertThat(read.events()).hasSize(1);
  }

  @Test
  void losesNothingButABrokenBlock() {
    CalendarRead read =
        ical.read(
            IcalText.calendar(
                IcalText.match("1"),
                "BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:never closed\r\n",
                IcalText.match("3"),
                IcalText.event("UID:4", "DTSTART 20240601T180000Z", "DTEND:20240601T200000Z"),
                IcalText.event("SUMMARY:no identity", "DTSTART:20240601T180000Z", "DURATION:PT1H"),
                IcalText.match("6"),
                IcalText.match("7")));

    assertThat(ical.problems(read))
        .containsExactly(
            "c.ics:10: VEVENT is not closed; end it with END:VEVENT, after at most 2000 lines",
            "c.ics:21:8: not an iCalendar line; write NAME:value, or NAME;X=y:value",
            "c.ics:24:1: the event has no UID; every VEVENT has UID and DTSTART");
    assertThat(read.events()).extracting(Event::uid).containsExactly("1", "3", "6", "7");
    assertThat(read.problems().summary("event"))
        .isEqualTo("3 events refused: 2 malformed, 1 missing value");
  }

  @Test
  void readsTheFirstOccurrenceOfARefusedRuleAndSaysSo() {
    CalendarRead read =
        ical.read(
            IcalText.calendar(
                IcalText.event(
                    "UID:1",
                    "DTSTART:20240601T180000Z",
                    "DURATION:PT2H",
                    "RRULE:FREQ=SECONDLY;COUNT=1000000000")));

    assertThat(ical.problems(read))
        .containsExactly(
            "c.ics:8:7: FREQ=SECONDLY is refused, only the first occurrence is read; write HOURLY,"
                + " DAILY, WEEKLY, MONTHLY or YEARLY");
    assertThat(read.events()).hasSize(1);
  }

  @Test
  void failsOnWhatIsNoCalendar() {
    assertThatThrownBy(() -> ical.read("<html>"))
        .hasMessageEndingWith(
            "c.ics:1: is not an iCalendar file; its first line must be BEGIN:VCALENDAR");
    assertThatThrownBy(() -> ical.read(""))
        .hasMessageEndingWith(
            "c.ics:1: is not an iCalendar file; its first line must be BEGIN:VCALENDAR");
  }

  @Test
  void failsWhenMostEventsAreRefused() {
    assertThatThrownBy(() -> ical.read(IcalText.calendar(IcalText.event("UID:1"))))
        .hasMessageContaining("c.ics: of 1 event, 1 event refused: 1 missing value;");
  }

  @Test
  void failsOnAnAbsurdSize() throws IOException {
    Path large = folder.resolve("large.ics");
    Files.write(large, new byte[IcalFile.MAX_BYTES + 1]);

    assertThatThrownBy(() -> IcalFile.read(large, IcalText.PARIS, OccurrenceWindow.ALL))
        .hasMessage(
            large + ": has more than 5242880 bytes; split it, or leave out what is long past");
  }

  @Test
  void neverFailsInAnotherWayOnDamagedFilesOfSeed11() throws IOException {
    Random random = new Random(11);
    byte[] good =
        IcalText.calendar(
                IcalText.match("1"),
                IcalText.match("2"),
                IcalText.match("3"),
                IcalText.version(1, "DTSTART;VALUE=DATE:20240714"))
            .getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("damaged.ics");
    for (int i = 0; i < 500; i++) {
      byte[] damaged = good.clone();
      for (int hits = random.nextInt(6); hits >= 0; hits--) {
        damaged[20 + random.nextInt(damaged.length - 20)] = (byte) random.nextInt(128);
      }
      Files.write(file, damaged);
      try {
        assertThat(IcalFile.read(file, IcalText.PARIS, OccurrenceWindow.ALL).events())
            .hasSizeLessThanOrEqualTo(4);
      } catch (InputException e) {
        assertThat(e.problems()).isNotEmpty();
      }
    }
  }
}
