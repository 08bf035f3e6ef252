package dev.kickoff.model.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalendarDiffTest {
  private static final Instant NOON = Fixtures.NOON;
  private static final Event A = Fixtures.match("a", "Reds v Blues");
  private static final Event B = Fixtures.match("b", "Greens v Whites");
  private static final Event C = Fixtures.match("c", "Blacks v Golds");

  private static CalendarDiff diff(List<Event> older, List<Event> newer) {
    return CalendarDiff.between(EventCalendar.published(older), EventCalendar.published(newer));
  }

  @Test
  void namesWhatWasAddedChangedCalledOffAndDeleted() {
    Event d = Fixtures.match("d", "D v E");
    Event changed =
        Fixtures.match("b", "Greens v Whites (final)", NOON.plusSeconds(1800), Map.of("tier", "1"));

    CalendarDiff diff = diff(List.of(A, B, C, d), List.of(changed, Fixtures.cancelled(C), A));

    assertThat(diff.added()).isEmpty();
    assertThat(diff.cancelled()).extracting(Event::uid).containsExactly("c");
    assertThat(diff.deleted()).extracting(Event::uid).containsExactly("d");
    assertThat(diff.changed()).singleElement().satisfies(c -> assertThat(c.fields()).hasSize(4));
    assertThat(diff.changed().get(0).fields())
        .contains(
            new CalendarDiff.Field(
                "start", Optional.of("2026-06-20T12:00:00Z"), Optional.of("2026-06-20T12:30:00Z")),
            new CalendarDiff.Field("attributes.tier", Optional.empty(), Optional.of("1")));
    assertThat(diff.summary()).isEqualTo("0 added, 1 changed, 1 cancelled, 1 deleted");
    assertThat(diff(List.of(A), List.of(A, B)).added()).extracting(Event::uid).containsExactly("b");
  }

  @Test
  void isEmptyWhenOnlyVersionsDiffer() {
    Event again = Fixtures.moved(A, Duration.ZERO, 7, NOON);

    assertThat(diff(List.of(A, B), List.of(B, again)).isEmpty()).isTrue();
  }

  @Test
  void oneWayUndoesTheOtherForRandomCalendarsOfSeed5() {
    Random random = new Random(5);
    for (int i = 0; i < 200; i++) {
      List<Event> one = some(random);
      List<Event> other = some(random);
      CalendarDiff there = diff(one, other);
      CalendarDiff back = diff(other, one);
      assertThat(there.added()).hasSameSizeAs(back.deleted());
      assertThat(there.deleted()).hasSameSizeAs(back.added());
      assertThat(there.changed()).hasSameSizeAs(back.changed());
      assertThat(one.size() + there.added().size() - there.deleted().size())
          .isEqualTo(other.size());
      assertThat(there.isEmpty()).isEqualTo(one.equals(other));
    }
  }

  private static List<Event> some(Random random) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      if (random.nextBoolean()) {
        Instant start = NOON.plusSeconds(60L * random.nextInt(2));
        events.add(Fixtures.match("e" + i, "E v F", start, Map.of()));
      }
    }
    return events;
  }

  @Test
  void suspectsACalendarThatIsEmptyOrLostMostOfWhatIsAhead() {
    EventCalendar three = EventCalendar.published(List.of(A, B, C));
    Instant before = NOON.minusSeconds(60);

    assertThat(CalendarDiff.between(three, EventCalendar.empty()).suspicion(three, before))
        .contains("the new calendar has none of the 3 events there were");
    assertThat(CalendarDiff.between(three, EventCalendar.empty()).suspicion(three, NOON))
        .as("also where all of it is past")
        .isPresent();
    assertThat(diff(List.of(A, B, C), List.of(A)).suspicion(three, before))
        .contains("the new calendar no longer mentions 2 of the 3 events ahead");
    assertThat(diff(List.of(A, B, C), List.of(A)).suspicion(three, NOON)).isEmpty();
    assertThat(diff(List.of(A, B, C), List.of(A, B)).suspicion(three, before)).isEmpty();
  }

  @Test
  void doesNotSuspectEventsCalledOffInSoManyWords() {
    List<Event> off = List.of(A, B, C).stream().map(Fixtures::cancelled).toList();
    EventCalendar three = EventCalendar.published(List.of(A, B, C));

    CalendarDiff diff = CalendarDiff.between(three, EventCalendar.published(off));

    assertThat(diff.cancelled()).hasSize(3);
    assertThat(diff.suspicion(three, NOON.minusSeconds(60))).isEmpty();
  }

  @Test
  void aKickOffMovedFiveMinutesBeforeItIsSeenFromThenOnAndNotEarlier() {
    Instant heard = NOON.minus(Duration.ofMinutes(5));
    Event moved = Fixtures.moved(A, Duration.ofMinutes(30), 1, heard);
    EventCalendar calendar = EventCalendar.published(List.of(A, moved));

    assertThat(calendar.asKnownAt(heard.minusSeconds(1)).events())
        .extracting(Event::start)
        .containsExactly(NOON);
    EventCalendar then = calendar.asKnownAt(heard);
    assertThat(then.events()).extracting(Event::start).containsExactly(NOON.plusSeconds(1800));
    assertThat(then.overlapping(NOON, NOON.plusSeconds(60))).isEmpty();
    assertThat(then.revision()).isGreaterThan(calendar.asKnownAt(heard.minusSeconds(1)).revision());
  }
}
