package dev.kickoff.connectors.ical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.connectors.CalendarRead;
import dev.kickoff.connectors.InputException;
import dev.kickoff.connectors.Problem;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import net.fortuna.ical4j.util.Configurator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcalFileTest {
  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  @TempDir Path folder;

  private CalendarRead read(String text) {
    try {
      Path file = Files.writeString(folder.resolve("c.ics"), text);
      return IcalFile.read(file, PARIS);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String calendar(String... events) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//test//EN\r\n"
        + String.join("", events)
        + "END:VCALENDAR\r\n";
  }

  private static String event(String... lines) {
    return "BEGIN:VEVENT\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT\r\n";
  }

  private static String match(String uid) {
    return event(
        "UID:" + uid, "SUMMARY:A v B", "DTSTART:20240601T180000Z", "DTEND:20240601T200000Z");
  }

  private List<String> problems(CalendarRead read) {
    return read.problems().detailed().stream()
        .map(Problem::toString)
        .map(p -> p.substring(folder.toString().length() + 1))
        .toList();
  }

  @Test
  void readsAMatchWithItsAttributes() {
    CalendarRead read =
        read(
            calendar(
                event(
                    "UID:m1@league",
                    "DTSTAMP:20240501T000000Z",
                    "SUMMARY:Reds v Blues\\, the final\\; at last",
                    "CATEGORIES:football_match,sport",
                    "DTSTART:20240601T180000Z",
                    "DURATION:PT1H55M",
                    "X-KICKOFF-EXPECTED-VIEWERS:1200000",
                    "X-STAGE:kno",
                    " ckout",
                    "X-KICKOFF-ANNOUNCED-AT:20240510T090000Z",
                    "BEGIN:VALARM",
                    "TRIGGER:-PT30M",
                    "SUMMARY:not the title",
                    "END:VALARM")));

    assertThat(problems(read)).isEmpty();
    Event event = read.events().get(0);
    assertThat(event.uid()).isEqualTo("m1@league");
    assertThat(event.title()).isEqualTo("Reds v Blues, the final; at last");
    assertThat(event.category()).isEqualTo("football_match");
    assertThat(event.start()).isEqualTo(Instant.parse("2024-06-01T18:00:00Z"));
    assertThat(event.duration()).isEqualTo(Duration.ofMinutes(115));
    assertThat(event.knownAt()).contains(Instant.parse("2024-05-10T09:00:00Z"));
    assertThat(event.attributes())
        .containsEntry("expected_viewers", "1200000")
        .containsEntry("x_stage", "knockout")
        .hasSize(2);
  }

  @Test
  void readsTimesInTheirOwnZoneOrInTheOneGiven() {
    CalendarRead read =
        read(
            calendar(
                event(
                    "UID:1",
                    "DTSTART;TZID=America/New_York:20240601T180000",
                    "DTEND;TZID=\"/mozilla.org/20050126_1/Europe/London\":20240602T000000"),
                event("UID:2", "DTSTART:20240601T180000", "DTEND:20240601T200000"),
                event(
                    "UID:3",
                    "DTSTART;TZID=W. Europe Standard Time:20240601T180000",
                    "DURATION:PT1H")));

    assertThat(problems(read)).isEmpty();
    assertThat(read.events())
        .extracting(e -> e.start().toString() + "/" + e.end())
        .containsExactly(
            "2024-06-01T22:00:00Z/2024-06-01T23:00:00Z",
            "2024-06-01T16:00:00Z/2024-06-01T18:00:00Z",
            "2024-06-01T16:00:00Z/2024-06-01T17:00:00Z");
    assertThat(read.events().get(1).title()).isEqualTo("untitled");
    assertThat(read.events().get(1).category()).isEqualTo("event");
  }

  @Test
  void takesADayFromMidnightToMidnightAlsoWhenClocksChange() {
    CalendarRead read =
        read(
            calendar(
                event("UID:1", "DTSTART;VALUE=DATE:20240331"),
                event("UID:2", "DTSTART;VALUE=DATE:20241027", "DTEND;VALUE=DATE:20241028"),
                event("UID:3", "DTSTART;VALUE=DATE:20240714", "DURATION:P2D")));

    assertThat(problems(read)).isEmpty();
    assertThat(read.events())
        .extracting(e -> e.duration().toHours())
        .containsExactly(23L, 25L, 48L);
    assertThat(read.events().get(0).start()).isEqualTo(Instant.parse("2024-03-30T23:00:00Z"));
  }

  @Test
  void keepsEveryVersionOfAnEventThatMovesIsExtendedAndIsCalledOff() {
    CalendarRead read =
        read(
            calendar(
                version(2, "DTSTART:20240601T190000Z", "DTEND:20240601T220000Z"),
                version(0, "DTSTART:20240601T180000Z", "DTEND:20240601T200000Z"),
                version(1, "DTSTART:20240601T190000Z", "DTEND:20240601T210000Z")));

    assertThat(read.events()).hasSize(3);
    assertThat(read.calendar().events())
        .extracting(Event::end)
        .containsExactly(Instant.parse("2024-06-01T22:00:00Z"));

    CalendarRead cancelled =
        read(
            calendar(
                version(0, "DTSTART:20240601T180000Z", "DTEND:20240601T200000Z"),
                version(
                    3, "DTSTART:20240601T190000Z", "DTEND:20240601T220000Z", "STATUS:CANCELLED")));

    assertThat(cancelled.events().get(1).version().status()).isEqualTo(EventStatus.CANCELLED);
    assertThat(cancelled.calendar().events()).isEmpty();
  }

  private static String version(int sequence, String... more) {
    return event("UID:m1", "SEQUENCE:" + sequence, "SUMMARY:A v B", String.join("\r\n", more));
  }

  @Test
  void readsOccurrencesOfOneSeriesApart() {
    CalendarRead read =
        read(
            calendar(
                event("UID:s", "DTSTART:20240601T180000Z", "DTEND:20240601T200000Z"),
                event(
                    "UID:s",
                    "RECURRENCE-ID:20240608T180000Z",
                    "DTSTART:20240608T190000Z",
                    "DTEND:20240608T210000Z")));

    assertThat(read.calendar().events())
        .extracting(Event::uid)
        .containsExactly("s", "s/20240608T180000Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DTSTART:20240601T180000Z!DTEND:20240601T170000Z|10:7: the event ends at"
            + " 2024-06-01T17:00:00Z, not after its start 2024-06-01T18:00:00Z; swap the two, or"
            + " correct the date",
        "DTSTART:20240601T180000Z|9:9: the event ends at 2024-06-01T18:00:00Z, not after its start"
            + " 2024-06-01T18:00:00Z; swap the two, or correct the date",
        "DTSTART;TZID=Europe/Pariss:20240601T180000!DURATION:PT2H|9:28: time zone 'Europe/Pariss' is"
            + " unknown; did you mean 'Europe/Paris'?",
        "DTSTART;TZID=Middle Earth:20240601T180000!DURATION:PT2H|9:27: time zone 'Middle Earth' is"
            + " unknown; use an IANA name such as Europe/Paris or UTC",
        "DTSTART:tonight!DURATION:PT2H|9:9: 'tonight' is not an iCalendar time; write"
            + " 20240601T180000Z, or a day such as 20240601",
        "DTSTART:20240230T180000Z!DURATION:PT2H|9:9: '20240230T180000Z' is not an iCalendar time;"
            + " write 20240601T180000Z, or a day such as 20240601",
        "DTSTART:20240601T180000Z!DURATION:2 hours|10:10: duration '2 hours' is not one of RFC 5545;"
            + " write PT2H, PT1H45M or P1D",
        "DTSTART:20240331T023000!DURATION:PT2H|9:9: local time 2024-03-31T02:30 does not exist in"
            + " Europe/Paris, clocks go forward then; the next one is 2024-03-31T03:00, or write an"
            + " offset",
        "DTSTART:20241027T023000!DURATION:PT2H|9:9: local time 2024-10-27T02:30 exists twice in"
            + " Europe/Paris, clocks go back then; write 2024-10-27T02:30+02:00 or"
            + " 2024-10-27T02:30+01:00",
        "SUMMARY:x|7:1: the event has no DTSTART; every VEVENT has UID and DTSTART",
        "DTSTART:20240601T180000Z!DURATION:P60D|10:10: the event lasts more than 31 days; correct"
            + " the date, or list its parts",
        "DTSTART:20240601T180000Z!DURATION:PT2H!SEQUENCE:-1|11:10: SEQUENCE '-1' is not a whole"
            + " number; write 0 for the first version, 1 for the next",
        "DTSTART:29990601T180000Z!DURATION:PT2H|9:9: timestamp '2999-06-01T18:00:00Z' is out of"
            + " range; years 1970 to 2199 are read"
      })
  void refusesAnEventThatCannotBeAndKeepsTheOthers(String lines, String message) {
    String bad = event(("UID:x!" + lines).split("!"));
    // Three more lines of head put the bad event into line 7 and its DTSTART into line 9.
    CalendarRead read =
        read(calendar(bad, match("1")).replace("PRODID:", "X-A:1\r\nX-B:2\r\nX-C:3\r\nPRODID:"));

    assertThat(problems(read)).containsExactly("c.ics:" + message);
    assertThat(read.events()).hasSize(1);
  }

  @Test
  void losesNothingButABrokenBlock() {
    CalendarRead read =
        read(
            calendar(
                match("1"),
                "BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:never closed\r\n",
                match("3"),
                event("UID:4", "DTSTART 20240601T180000Z", "DTEND:20240601T200000Z"),
                event("SUMMARY:no identity", "DTSTART:20240601T180000Z", "DURATION:PT1H"),
                match("6"),
                match("7")));

    assertThat(problems(read))
        .containsExactly(
            "c.ics:10: VEVENT is not closed; end it with END:VEVENT, after at most 2000 lines",
            "c.ics:21:8: not an iCalendar line; write NAME:value, or NAME;X=y:value",
            "c.ics:24:1: the event has no UID; every VEVENT has UID and DTSTART");
    assertThat(read.events()).extracting(Event::uid).containsExactly("1", "3", "6", "7");
    assertThat(read.problems().summary("event"))
        .isEqualTo("3 events refused: 2 malformed, 1 missing value");
  }

  @Test
  void readsTheFirstOccurrenceOfARecurrenceAndSaysSo() {
    CalendarRead read =
        read(
            calendar(
                event(
                    "UID:1",
                    "DTSTART:20240601T180000Z",
                    "DURATION:PT2H",
                    "RRULE:FREQ=SECONDLY;COUNT=1000000000")));

    assertThat(problems(read))
        .containsExactly(
            "c.ics:8:7: recurrence (RRULE) is not read yet, only the first occurrence is; list each"
                + " occurrence as an event of its own");
    assertThat(read.events()).hasSize(1);
  }

  @Test
  void takesAHostileTitleAsText() {
    String title = "<img src=x onerror=alert(1)> ${jndi:ldap://x} ' OR 1=1 --";
    CalendarRead read =
        read(
            calendar(
                event("UID:1", "SUMMARY:" + title, "DTSTART:20240601T180000Z", "DURATION:PT2H")));

    assertThat(read.events().get(0).title()).isEqualTo(title);
  }

  @Test
  void readsACalendarWithoutEvents() {
    assertThat(read(calendar()).events()).isEmpty();
    assertThat(read("\uFEFF" + calendar()).notes())
        .containsExactly(folder.resolve("c.ics") + ": holds no events");
  }

  @Test
  void failsOnWhatIsNoCalendar() {
    assertThatThrownBy(() -> read("<html>"))
        .hasMessageEndingWith(
            "c.ics:1: is not an iCalendar file; its first line must be BEGIN:VCALENDAR");
    assertThatThrownBy(() -> read(""))
        .hasMessageEndingWith(
            "c.ics:1: is not an iCalendar file; its first line must be BEGIN:VCALENDAR");
  }

  @Test
  void failsWhenMostEventsAreRefused() {
    assertThatThrownBy(() -> read(calendar(event("UID:1"))))
        .hasMessageContaining("c.ics: of 1 event, 1 event refused: 1 missing value;");
  }

  @Test
  void failsOnAnAbsurdSize() throws IOException {
    Path large = folder.resolve("large.ics");
    Files.write(large, new byte[IcalFile.MAX_BYTES + 1]);

    assertThatThrownBy(() -> IcalFile.read(large, PARIS))
        .hasMessage(
            large + ": has more than 5242880 bytes; split it, or leave out what is long past");
  }

  @Test
  void neverFetchesAZone() {
    assertThat(Configurator.getProperty("net.fortuna.ical4j.timezone.update.enabled"))
        .contains("false");
  }

  @Test
  void neverFailsInAnotherWayOnDamagedFilesOfSeed11() throws IOException {
    Random random = new Random(11);
    byte[] good =
        calendar(match("1"), match("2"), match("3"), version(1, "DTSTART;VALUE=DATE:20240714"))
            .getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve("damaged.ics");
    for (int i = 0; i < 500; i++) {
      byte[] damaged = good.clone();
      for (int hits = random.nextInt(6); hits >= 0; hits--) {
        damaged[20 + random.nextInt(damaged.length - 20)] = (byte) random.nextInt(128);
      }
      Files.write(file, damaged);
      try {
        assertThat(IcalFile.read(file, PARIS).events()).hasSizeLessThanOrEqualTo(4);
      } catch (InputException e) {
        assertThat(e.problems()).isNotEmpty();
      }
    }
  }
}
