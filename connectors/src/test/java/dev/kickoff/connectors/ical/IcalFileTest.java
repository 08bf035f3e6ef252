package dev.kickoff.connectors.ical;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.CalendarRead;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import net.fortuna.ical4j.util.Configurator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IcalFileTest {
  @TempDir Path folder;
  private IcalText ical;

  @BeforeEach
  void nameTheFile() {
    ical = new IcalText(folder);
  }

  @Test
  void readsAMatchWithItsAttributes() {
    CalendarRead read =
        ical.read(
            IcalText.calendar(
                IcalText.event(
                    "UID:m1@league",
                    "DTSTAMP:20240501T000000Z",
                    "SUMMARY:Reds v Blues\\, the final\\; at last",
                    "CATEGORIES:football_match,sport",
                    "DTSTART:20240601T180000Z",
                    "DURATION:PT1H55M",
                    "X-KICKOFF-EXPECTED-AUDIENCE:1200000",
                    "X-KICKOFF-REGION:US-NY",
                    "LOCATION:Stade de France\\, Paris",
                    "X-STAGE:kno",
                    " ckout",
                    "X-KICKOFF-ANNOUNCED-AT:20240510T090000Z",
                    "BEGIN:VALARM",
                    "TRIGGER:-PT30M",
                    "SUMMARY:not the title",
                    "END:VALARM")));

    assertThat(ical.problems(read)).isEmpty();
    Event event = read.events().get(0);
    assertThat(event.uid()).isEqualTo("m1@league");
    assertThat(event.title()).isEqualTo("Reds v Blues, the final; at last");
    assertThat(event.category()).isEqualTo("football_match");
    assertThat(event.start()).isEqualTo(Instant.parse("2024-06-01T18:00:00Z"));
    assertThat(event.duration()).isEqualTo(Duration.ofMinutes(115));
    assertThat(event.knownAt()).contains(Instant.parse("2024-05-10T09:00:00Z"));
    assertThat(event.attributes())
        .containsEntry("expected_audience", "1200000")
        .containsEntry("region", "US-NY")
        .containsEntry("location", "Stade de France, Paris")
        .containsEntry("x_stage", "knockout")
        .containsEntry("categories", "football_match,sport")
        .hasSize(5);
  }

  @Test
  void readsTimesInTheirOwnZoneOrInTheOneGiven() {
    CalendarRead read =
        ical.read(
            IcalText.calendar(
                IcalText.event(
                    "UID:1",
                    "DTSTART;TZID=America/New_York:20240601T180000",
                    "DTEND;TZID=\"/mozilla.org/20050126_1/Europe/London\":20240602T000000"),
                IcalText.event("UID:2", "DTSTART:20240601T180000", "DTEND:20240601T200000"),
                IcalText.event(
                    "UID:3",
                    "DTSTART;TZID=W. Europe Standard Time:20240601T180000",
                    "DURATION:PT1H")));

    assertThat(ical.problems(read)).isEmpty();
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
        ical.read(
            IcalText.calendar(
                IcalText.event("UID:1", "DTSTART;VALUE=DATE:20240331"),
                IcalText.event("UID:2", "DTSTART;VALUE=DATE:20241027", "DTEND;VALUE=DATE:20241028"),
                IcalText.event("UID:3", "DTSTART;VALUE=DATE:20240714", "DURATION:P2D")));

    assertThat(ical.problems(read)).isEmpty();
    assertThat(read.events())
        .extracting(e -> e.duration().toHours())
        .containsExactly(23L, 25L, 48L);
    assertThat(read.events().get(0).start()).isEqualTo(Instant.parse("2024-03-30T23:00:00Z"));
  }

  @Test
  void keepsEveryVersionOfAnEventThatMovesIsExtendedAndIsCalledOff() {
    CalendarRead read =
        ical.read(
            IcalText.calendar(
                IcalText.version(2, "DTSTART:20240601T190000Z", "DTEND:20240601T220000Z"),
                IcalText.version(0, "DTSTART:20240601T180000Z", "DTEND:20240601T200000Z"),
                IcalText.version(1, "DTSTART:20240601T190000Z", "DTEND:20240601T210000Z")));

    assertThat(read.events()).hasSize(3);
    assertThat(read.calendar().events())
        .extracting(Event::end)
        .containsExactly(Instant.parse("2024-06-01T22:00:00Z"));

    CalendarRead cancelled =
        ical.read(
            IcalText.calendar(
                IcalText.version(0, "DTSTART:20240601T180000Z", "DTEND:20240601T200000Z"),
                IcalText.version(
                    3, "DTSTART:20240601T190000Z", "DTEND:20240601T220000Z", "STATUS:CANCELLED")));

    assertThat(cancelled.events().get(1).version().status()).isEqualTo(EventStatus.CANCELLED);
    assertThat(cancelled.calendar().events()).isEmpty();
  }

  @Test
  void readsOccurrencesOfOneSeriesApart() {
    CalendarRead read =
        ical.read(
            IcalText.calendar(
                IcalText.event("UID:s", "DTSTART:20240601T180000Z", "DTEND:20240601T200000Z"),
                IcalText.event(
                    "UID:s",
                    "RECURRENCE-ID:20240608T180000Z",
                    "DTSTART:20240608T190000Z",
                    "DTEND:20240608T210000Z")));

    assertThat(read.calendar().events())
        .extracting(Event::uid)
        .containsExactly("s", "s/20240608T180000Z");
  }

  @Test
  void takesAHostileTitleAsText() {
    String title = "<img src=x onerror=alert(1)> ${jndi:ldap://x} ' OR 1=1 --";
    CalendarRead read =
        ical.read(
            IcalText.calendar(
                IcalText.event(
                    "UID:1", "SUMMARY:" + title, "DTSTART:20240601T180000Z", "DURATION:PT2H")));

    assertThat(read.events().get(0).title()).isEqualTo(title);
  }

  @Test
  void readsACalendarWithoutEvents() {
    assertThat(ical.read(IcalText.calendar()).events()).isEmpty();
    assertThat(ical.read("\uFEFF" + IcalText.calendar()).notes())
        .containsExactly(folder.resolve("c.ics") + ": holds no events");
  }

  @Test
  void neverFetchesAZone() {
    assertThat(Configurator.getProperty("net.fortuna.ical4j.timezone.update.enabled"))
        .contains("false");
  }
}
