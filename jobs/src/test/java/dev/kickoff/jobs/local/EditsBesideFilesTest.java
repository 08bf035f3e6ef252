package dev.kickoff.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.jobs.calendar.CalendarJournal;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.EventEdit;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What people write into the calendar, beside the files that are read again and again. */
class EditsBesideFilesTest {
  private static final Instant KICK_OFF = Instant.parse("2026-06-20T18:00:00Z");
  private static final Instant NOW = KICK_OFF.minus(Duration.ofMinutes(5));

  private final List<CalendarJournal.Entry> written = new ArrayList<>();

  private CalendarPublisher publisher() {
    return new CalendarPublisher(
        new CalendarPublisher.Log() {
          @Override
          public List<CalendarJournal.Entry> read() {
            return List.copyOf(written);
          }

          @Override
          public void append(List<Event> versions, List<Event> merged) {
            merged.forEach(version -> write(version, false));
            versions.forEach(version -> write(version, true));
          }
        },
        doubt -> {
          throw new AssertionError(doubt.summary());
        });
  }

  private void write(Event e, boolean own) {
    Event numbered = e.numbered(EventCalendar.of(topic()).revision() + 1);
    written.add(new CalendarJournal.Entry(numbered, own));
  }

  private static Event match(String uid, Instant start) {
    return new Event(
        uid,
        "Match " + uid,
        "football_match",
        start,
        start.plus(Duration.ofHours(2)),
        Map.of(),
        new EventVersion(Optional.empty(), 0, 0, EventStatus.CONFIRMED));
  }

  private static void read(CalendarPublisher publisher, Instant now, Event... events) {
    publisher.offer(
        new CalendarReading(EventCalendar.published(List.of(events)), OptionalInt.of(0)));
    publisher.publish(now);
  }

  private List<Event> topic() {
    return written.stream().map(CalendarJournal.Entry::version).toList();
  }

  private static Event titled(Event e, String title) {
    return new Event(e.uid(), title, e.category(), e.start(), e.end(), e.attributes(), e.version());
  }

  private void edited(EventEdit edit, Duration by) {
    write(edit.movedBy(by), false);
  }

  private Event standing(String uid) {
    return EventCalendar.of(topic()).events().stream()
        .filter(event -> event.uid().equals(uid))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void leavesWhatAPersonMovedWhereItIs() {
    CalendarPublisher publisher = publisher();
    read(publisher, NOW, match("a", KICK_OFF));
    edited(new EventEdit(standing("a"), NOW), Duration.ofMinutes(30));
    int before = written.size();
    read(publisher, NOW.plusSeconds(60), match("a", KICK_OFF));
    read(publisher(), NOW.plusSeconds(120), match("a", KICK_OFF));
    assertThat(written).hasSize(before);
    assertThat(standing("a").start()).isEqualTo(KICK_OFF.plusSeconds(1_800));
  }

  @Test
  void aLaterChangeOfTheFileChangesOnlyWhatItChangesOnTopOfThat() {
    CalendarPublisher publisher = publisher();
    read(publisher, NOW, match("a", KICK_OFF));
    edited(new EventEdit(standing("a"), NOW), Duration.ofMinutes(30));
    Event renamed = titled(match("a", KICK_OFF), "Final");
    read(publisher, NOW.plusSeconds(60), renamed);
    assertThat(standing("a").title()).isEqualTo("Final");
    assertThat(standing("a").start()).isEqualTo(KICK_OFF.plusSeconds(1_800));
    int before = written.size();
    read(publisher, NOW.plusSeconds(120), renamed);
    read(publisher(), NOW.plusSeconds(180), renamed);
    assertThat(written).as("nothing more is said").hasSize(before);
    Event later = titled(match("a", KICK_OFF.plusSeconds(7_200)), "Final");
    read(publisher, NOW.plusSeconds(240), later);
    assertThat(standing("a").start()).as("the file's time").isEqualTo(later.start());
  }

  @Test
  void whatAPersonCalledOffStaysOffUntilTheFileGivesItAnotherTime() {
    CalendarPublisher publisher = publisher();
    read(publisher, NOW, match("a", KICK_OFF), match("b", KICK_OFF.plusSeconds(9_000)));
    write(new EventEdit(standing("a"), NOW).cancelled(), false);
    Event b = match("b", KICK_OFF.plusSeconds(9_000));
    read(publisher, NOW.plusSeconds(60), titled(match("a", KICK_OFF), "Final"), b);
    assertThat(EventCalendar.of(topic()).events()).extracting(Event::uid).containsExactly("b");
    read(
        publisher, NOW.plusSeconds(120), titled(match("a", KICK_OFF.plusSeconds(600)), "Final"), b);
    assertThat(standing("a").start()).isEqualTo(KICK_OFF.plusSeconds(600));
  }
}
