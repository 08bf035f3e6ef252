package dev.kickoff.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.TopicAdmin;
import dev.kickoff.connectors.kafka.TopicEnd;
import dev.kickoff.connectors.kafka.TopicTail.Isolation;
import dev.kickoff.connectors.kafka.TopicWriter;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.calendar.CalendarJournal;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import dev.kickoff.model.calendar.EventVetting;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarPublisherTest {
  private static final Instant KICK_OFF = Instant.parse("2026-06-20T18:00:00Z");
  private static final Instant NOW = KICK_OFF.minus(Duration.ofMinutes(5));

  @TempDir private Path folder;
  private final List<CalendarJournal.Entry> written = new ArrayList<>();

  private final List<EventVetting.Doubt> aside = new ArrayList<>();

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
        aside::add);
  }

  private void write(Event e, boolean own) {
    Event numbered = e.numbered(EventCalendar.of(topic()).revision() + 1);
    written.add(new CalendarJournal.Entry(numbered, own));
  }

  private static Event match(String uid, Instant start, Optional<Instant> knownAt) {
    return new Event(
        uid,
        "Match " + uid,
        "football_match",
        start,
        start.plus(Duration.ofHours(2)),
        Map.of(),
        new EventVersion(knownAt, 0, 0, EventStatus.CONFIRMED));
  }

  private static Event match(String uid, Instant start) {
    return match(uid, start, Optional.empty());
  }

  private static CalendarReading reading(int refused, Event... events) {
    return new CalendarReading(EventCalendar.published(List.of(events)), OptionalInt.of(refused));
  }

  private static void read(CalendarPublisher publisher, Instant now, Event... events) {
    publisher.offer(reading(0, events));
    publisher.publish(now);
  }

  private List<Event> topic() {
    return written.stream().map(CalendarJournal.Entry::version).toList();
  }

  private List<String> standing(Instant at) {
    return EventCalendar.of(topic()).asKnownAt(at).events().stream()
        .map(e -> e.uid() + " " + e.start().toString().substring(11, 16))
        .toList();
  }

  @Test
  void aKickOffMovedFiveMinutesBeforeItIsKnownFromThenOn() {
    CalendarPublisher publisher = publisher();
    Event other = match("b", KICK_OFF.plusSeconds(7200));
    read(publisher, NOW.minusSeconds(600), match("a", KICK_OFF), other);
    read(publisher, NOW, match("a", KICK_OFF.plusSeconds(1800)), other);

    assertThat(topic()).hasSize(3);
    Event moved = topic().get(2);
    assertThat(moved.knownAt()).contains(NOW);
    assertThat(moved.version().sequence()).isEqualTo(1);
    assertThat(moved.version().revision()).isEqualTo(3);
    assertThat(standing(NOW.minusSeconds(1))).containsExactly("a 18:00", "b 20:00");
    assertThat(standing(NOW)).containsExactly("a 18:30", "b 20:00");
  }

  private static Event watchedBy(String uid, Instant start, int viewers) {
    Event plain = match(uid, start);
    return new Event(
        uid,
        plain.title(),
        plain.category(),
        start,
        plain.end(),
        Map.of("viewers", String.valueOf(viewers)),
        plain.version());
  }

  @Test
  void aSlipOfTheHandIsPutAsideAndWhatStoodStands() {
    Event a = watchedBy("a", KICK_OFF, 40_000);
    Event b = watchedBy("b", KICK_OFF.plusSeconds(3600), 50_000);
    Event c = watchedBy("c", KICK_OFF.plusSeconds(7200), 60_000);
    Event d = watchedBy("d", KICK_OFF.plusSeconds(9000), 60_000);
    CalendarPublisher publisher = publisher();
    read(publisher, NOW.minusSeconds(600), a, b, c, d);
    assertThat(publisher.problem()).isEmpty();

    Event slip = watchedBy("d", KICK_OFF.plusSeconds(9600), 600_000);
    Event moved = watchedBy("a", KICK_OFF.plusSeconds(60), 40_000);
    read(publisher, NOW, moved, b, slip);
    assertThat(standing(NOW))
        .as("d as it was, and c is not taken for deleted meanwhile")
        .containsExactly("a 18:01", "b 19:00", "c 20:00", "d 20:30");
    assertThat(publisher.problem())
        .hasValueSatisfying(
            why ->
                assertThat(why)
                    .startsWith("event 'Match d' (d) at 2026-06-20T20:40:00Z is put aside:")
                    .contains("viewers of 600000 is more than three times the highest"));

    read(publisher, NOW.plusSeconds(10), moved, b, slip);
    assertThat(aside).extracting(doubt -> doubt.version().uid()).containsExactly("d");

    Event right = watchedBy("d", KICK_OFF.plusSeconds(9600), 60_000);
    read(publisher, NOW.plusSeconds(20), moved, b, c, right);
    assertThat(standing(NOW.plusSeconds(20))).contains("c 20:00", "d 20:40");
    assertThat(publisher.problem()).isEmpty();
  }

  @Test
  void aSlipOfTheHandInTheFirstReadingOrOneThatBecomesKnownIsPutAside() {
    Event tomorrow = match("a", KICK_OFF);
    Event endless = match("b", KICK_OFF);
    Event announced = match("c", KICK_OFF, Optional.of(NOW.plusSeconds(60)));
    CalendarPublisher publisher = publisher();
    read(publisher, NOW, tomorrow, lasting(endless, 50), lasting(announced, 50));
    assertThat(standing(NOW)).containsExactly("a 18:00");
    assertThat(aside).extracting(doubt -> doubt.version().uid()).containsExactly("b");

    publisher.publish(NOW.plusSeconds(60));
    assertThat(standing(NOW.plusSeconds(60))).containsExactly("a 18:00");
    assertThat(aside).extracting(doubt -> doubt.version().uid()).containsExactly("b", "c");
  }

  private static Event lasting(Event e, int hours) {
    Instant end = e.start().plus(Duration.ofHours(hours));
    return new Event(e.uid(), e.title(), e.category(), e.start(), end, e.attributes(), e.version());
  }

  @Test
  void nothingIsPublishedWhenNothingChangedAlsoAfterARestart() {
    Event a = match("a", KICK_OFF);
    Event announced = match("b", KICK_OFF.plusSeconds(60), Optional.of(NOW.plusSeconds(60)));
    CalendarPublisher publisher = publisher();
    read(publisher, NOW, a, announced);
    read(publisher, NOW.plusSeconds(10), a, announced);
    assertThat(topic()).hasSize(1);

    read(publisher(), NOW.plusSeconds(20), a, announced);
    assertThat(topic()).hasSize(1);

    CalendarPublisher late = publisher();
    read(late, NOW.plusSeconds(90), a, announced);
    assertThat(topic()).hasSize(2);
    assertThat(topic().get(1).knownAt()).as("as its file says").contains(NOW.plusSeconds(60));
    assertThat(topic().get(1).version().revision()).isEqualTo(2);
  }

  @Test
  void addsCallsOffAndBringsBack() {
    Event a = match("a", KICK_OFF);
    Event b = match("b", KICK_OFF.plusSeconds(3600));
    Event c = match("c", KICK_OFF.plusSeconds(7200));
    CalendarPublisher publisher = publisher();
    read(publisher, NOW, a, b);
    read(publisher, NOW.plusSeconds(10), a, c);
    assertThat(standing(NOW.plusSeconds(10))).containsExactly("a 18:00", "c 20:00");
    assertThat(standing(NOW)).containsExactly("a 18:00", "b 19:00");

    read(publisher(), NOW.plusSeconds(20), a, b, c);
    assertThat(standing(NOW.plusSeconds(20))).containsExactly("a 18:00", "b 19:00", "c 20:00");
    assertThat(topic()).extracting(e -> e.version().revision()).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  @Test
  void aMassDeletionChangesNothingAndIsAProblemUntilTheFilesAreRight() {
    Event a = match("a", KICK_OFF);
    Event b = match("b", KICK_OFF.plusSeconds(3600));
    Event c = match("c", KICK_OFF.plusSeconds(7200));
    CalendarPublisher publisher = publisher();
    read(publisher, NOW, a, b, c);
    read(publisher, NOW.plusSeconds(10));
    assertThat(publisher.problem()).get().asString().contains("has none of the 3 events");
    read(publisher, NOW.plusSeconds(20), a);
    assertThat(publisher.problem())
        .get()
        .asString()
        .contains("no longer mentions 2 of the 3 events ahead")
        .contains("STATUS:CANCELLED");
    assertThat(topic()).hasSize(3);

    read(publisher, NOW.plusSeconds(30), a, b);
    assertThat(publisher.problem()).isEmpty();
    assertThat(standing(NOW.plusSeconds(30))).containsExactly("a 18:00", "b 19:00");
  }

  @Test
  void deletesNothingWhilePartsOfTheFilesCannotBeReadThatCouldBe() {
    Event a = match("a", KICK_OFF);
    Event b = match("b", KICK_OFF.plusSeconds(3600));
    CalendarPublisher publisher = publisher();
    read(publisher, NOW, a, b);
    publisher.offer(reading(1, match("a", KICK_OFF.plusSeconds(60))));
    publisher.publish(NOW.plusSeconds(10));

    assertThat(standing(NOW.plusSeconds(10))).containsExactly("a 18:01", "b 19:00");
    assertThat(publisher.problem()).get().asString().startsWith("1 events that the calendar files");

    read(publisher, NOW.plusSeconds(20), match("a", KICK_OFF.plusSeconds(60)));
    assertThat(standing(NOW.plusSeconds(20))).containsExactly("a 18:01");
    assertThat(publisher.problem()).isEmpty();
  }

  @Test
  void anAnnouncementStandsAboveAChangeThatWasHeardOfMeanwhile() {
    Event a = match("a", KICK_OFF);
    Event announced =
        new Event(
            "a",
            "Match a",
            "football_match",
            KICK_OFF.plusSeconds(3600),
            KICK_OFF.plusSeconds(7200),
            Map.of(),
            new EventVersion(Optional.of(NOW.plusSeconds(60)), 1, 0, EventStatus.CONFIRMED));
    CalendarPublisher publisher = publisher();
    read(publisher, NOW, a, announced);
    read(publisher, NOW.plusSeconds(5), match("a", KICK_OFF.plusSeconds(30)), announced);
    read(publisher, NOW.plusSeconds(10), match("a", KICK_OFF.plusSeconds(60)), announced);
    publisher.publish(NOW.plusSeconds(60));

    assertThat(standing(NOW.plusSeconds(10))).containsExactly("a 18:01");
    assertThat(standing(NOW.plusSeconds(60))).containsExactly("a 19:00");
  }

  @Test
  void leavesEventsAloneThatCameInAnotherWayAlsoAfterARestart() {
    try (EmbeddedBroker broker =
            EmbeddedBroker.start(EmbeddedBroker.BrokerSettings.in(folder.resolve("broker")));
        TopicWriter writer = new TopicWriter(broker.bootstrap())) {
      TopicAdmin.ensure(broker.bootstrap(), Topics.DEFAULT_PARTITIONS, 1);
      writer.send(match("api", KICK_OFF));
      writer.flush();
      Event a = match("a", KICK_OFF);
      read(new CalendarPublisher(broker.bootstrap(), writer), NOW, a, match("b", KICK_OFF));
      read(new CalendarPublisher(broker.bootstrap(), writer), NOW.plusSeconds(10), a);
      TopicEnd.readAll(
          broker.bootstrap(),
          Topics.CALENDAR_EVENT,
          Isolation.READ_COMMITTED,
          record ->
              written.add(
                  new CalendarJournal.Entry(Json.decode(record.value(), Event.class), true)));
    }
    assertThat(topic()).hasSize(4);
    assertThat(standing(NOW.plusSeconds(10))).containsExactly("a 18:00", "api 18:00");
  }
}
