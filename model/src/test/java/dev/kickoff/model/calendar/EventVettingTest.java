package dev.kickoff.model.calendar;

import static dev.kickoff.model.calendar.SlipCorpus.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.calendar.EventVetting.Doubt;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventVettingTest {
  private static final Instant KICK_OFF = NOW.plus(Duration.ofDays(2));

  private static Optional<String> doubt(EventCalendar known, Event version) {
    return EventVetting.of(known, List.of(version), NOW).doubts().stream()
        .map(Doubt::reason)
        .findFirst();
  }

  private static Event match(String uid, Map<String, String> attributes) {
    return Fixtures.match(uid, "Match " + uid, KICK_OFF, attributes);
  }

  private static Event versioned(Event e, Optional<Instant> knownAt, EventStatus status) {
    return e.as(new EventVersion(knownAt, 1, 0, status));
  }

  private static Event heard(Event e, Instant at) {
    return versioned(e, Optional.of(at), EventStatus.CONFIRMED);
  }

  private static Event lasting(Event e, Duration length) {
    return new Event(
        e.uid(),
        e.title(),
        e.category(),
        e.start(),
        e.start().plus(length),
        e.attributes(),
        e.version());
  }

  private static EventCalendar three(String name, String... values) {
    List<Event> known = new ArrayList<>();
    for (String value : values) {
      known.add(match("known-" + known.size(), Map.of(name, value)));
    }
    return EventCalendar.of(known);
  }

  @Test
  void putsAHundredSlipsOfTheHandAside() {
    SlipCorpus corpus = new SlipCorpus();
    EventCalendar season = corpus.season();
    List<SlipCorpus.Case> slips = corpus.slips();
    assertThat(slips).hasSize(100);
    for (SlipCorpus.Case slip : slips) {
      assertThat(doubt(season, slip.event()))
          .as(slip.event().toString())
          .hasValueSatisfying(reason -> assertThat(reason).contains(slip.reason().orElseThrow()));
    }
  }

  @Test
  void believesTwoHundredEventsAsTheyShouldBe() {
    SlipCorpus corpus = new SlipCorpus();
    EventCalendar season = corpus.season();
    List<SlipCorpus.Case> valid = corpus.valid();
    assertThat(valid).hasSize(200);
    for (SlipCorpus.Case right : valid) {
      assertThat(doubt(season, right.event())).as(right.event().toString()).isEmpty();
    }
    List<Event> all = valid.stream().map(SlipCorpus.Case::event).toList();
    assertThat(EventVetting.of(season, all, NOW).passed()).isEqualTo(all);
  }

  @Test
  void believesASeasonThatWasKnownThroughout() {
    List<Event> season = new SlipCorpus().season().versions();
    assertThat(EventVetting.of(EventCalendar.empty(), season, NOW).doubts()).isEmpty();
  }

  @Test
  void doubtsAKickOffMoreThanADayBeforeItBecameKnown() {
    Instant late = KICK_OFF.plus(Duration.ofDays(1));
    Event match = match("a", Map.of());
    EventCalendar none = EventCalendar.empty();
    Instant after = KICK_OFF.plus(Duration.ofDays(9));
    assertThat(EventVetting.of(none, List.of(heard(match, late)), after).doubts()).isEmpty();
    EventVetting old = EventVetting.of(none, List.of(heard(match, late.plusSeconds(1))), after);
    assertThat(old.doubts())
        .extracting(Doubt::summary)
        .containsExactly(
            "event 'Match a' (a) at 2026-06-03T09:00:00Z is put aside: it began more than a day"
                + " before it became known at 2026-06-04T09:00:01Z; correct it, or give it the"
                + " attribute vouched_by");
    Event knownThroughout = versioned(match, Optional.empty(), EventStatus.CONFIRMED);
    assertThat(EventVetting.of(none, List.of(knownThroughout), after).doubts()).isEmpty();
  }

  @Test
  void believesAWordAddedToAMatchThatIsOver() {
    Event over = match("a", Map.of());
    Event told = heard(match("a", Map.of("stage", "Final")), KICK_OFF.plus(Duration.ofDays(9)));
    assertThat(
            EventVetting.of(EventCalendar.of(List.of(over)), List.of(told), Instant.MAX).doubts())
        .isEmpty();
    Event moved = heard(over.movedBy(Duration.ofDays(-40)), KICK_OFF);
    assertThat(doubt(EventCalendar.of(List.of(over)), heard(moved, NOW)))
        .hasValueSatisfying(why -> assertThat(why).startsWith("it began more than a day"));
  }

  @Test
  void believesWhatIsCalledOffVouchedForOrSaidAlready() {
    Event slip = lasting(match("a", Map.of()), Duration.ofHours(50));
    assertThat(doubt(EventCalendar.empty(), slip)).isPresent();
    assertThat(
            doubt(EventCalendar.empty(), versioned(slip, Optional.of(NOW), EventStatus.CANCELLED)))
        .isEmpty();
    assertThat(doubt(EventCalendar.of(List.of(slip)), slip)).isEmpty();
    Event vouched = lasting(match("a", Map.of("vouched_by", "ada")), Duration.ofHours(50));
    assertThat(doubt(EventCalendar.empty(), vouched)).isEmpty();
    Event nobody = lasting(match("a", Map.of("vouched_by", " ")), Duration.ofHours(50));
    assertThat(doubt(EventCalendar.empty(), nobody)).isPresent();
  }

  @Test
  void doubtsALengthOfMoreThanADayButNotOfWholeDays() {
    Event match = match("a", Map.of());
    assertThat(doubt(EventCalendar.empty(), lasting(match, Duration.ofHours(19)))).isEmpty();
    assertThat(doubt(EventCalendar.empty(), lasting(match, Duration.ofHours(22)))).isEmpty();
    assertThat(doubt(EventCalendar.empty(), lasting(match, Duration.ofHours(25)))).isEmpty();
    assertThat(doubt(EventCalendar.empty(), lasting(match, Duration.ofHours(26))))
        .hasValue("it lasts 26 h, as no football_match has before");
    assertThat(doubt(EventCalendar.empty(), lasting(match, Duration.ofHours(46)))).isPresent();
    assertThat(doubt(EventCalendar.empty(), lasting(match, Duration.ofHours(47)))).isEmpty();
    EventCalendar known = three("stage", "a", "b", "c");
    assertThat(doubt(known, lasting(match, Duration.ofHours(22)))).isPresent();
    assertThat(doubt(three("stage", "a", "b"), lasting(match, Duration.ofHours(22)))).isEmpty();
    EventCalendar long1 = known.with(lasting(match("b", Map.of()), Duration.ofHours(20)));
    assertThat(doubt(long1, lasting(match, Duration.ofHours(50)))).isEmpty();
  }

  @Test
  void doubtsThreeTimesTheHighestOfItsCategory() {
    EventCalendar known = three("Expected-Viewers", "100", "900", "1000");
    assertThat(doubt(known, match("a", Map.of("Expected-Viewers", "3000")))).isEmpty();
    assertThat(doubt(known, match("a", Map.of("Expected-Viewers", "3000.5"))))
        .hasValue(
            "Expected-Viewers of 3000.5 is more than three times the highest of its category so"
                + " far, 1000");
    assertThat(doubt(three("viewers", "1", "2"), match("a", Map.of("viewers", "99")))).isEmpty();
    assertThat(doubt(three("match_day", "1", "2", "3"), match("a", Map.of("match_day", "38"))))
        .isEmpty();
    assertThat(doubt(three("viewers", "1", "2", "many"), match("a", Map.of("viewers", "99"))))
        .isEmpty();
    Event concert =
        new Event(
            "c",
            "c",
            "concert",
            KICK_OFF,
            KICK_OFF.plusSeconds(60),
            Map.of("viewers", "99"),
            EventVersion.FIRST);
    assertThat(doubt(three("viewers", "1", "2", "3"), concert)).isEmpty();
  }

  @Test
  void doubtsAnotherUnitDownwards() {
    EventCalendar known = three("peak", "6000", "6000", "6000");
    assertThat(doubt(known, match("a", Map.of("peak", "100"))))
        .hasValue("peak of 100 is a 60th of the 6000 usual in its category, as in another unit");
    assertThat(doubt(known, match("a", Map.of("peak", "120")))).isEmpty();
    assertThat(doubt(known, match("a", Map.of("peak", "6")))).isPresent();
    assertThat(doubt(known, match("a", Map.of("peak", "1.7")))).isPresent();
    EventCalendar viewers = three("viewers", "6000", "6000", "6000");
    assertThat(doubt(viewers, match("a", Map.of("viewers", "100")))).isEmpty();
    assertThat(doubt(viewers, match("a", Map.of("viewers", "6")))).isPresent();
  }

  @Test
  void doubtsAValueThatNamesAnotherUnitThanItsAttribute() {
    assertThat(doubt(EventCalendar.empty(), match("a", Map.of("peak_rpm", "2000 RPS"))))
        .hasValue("peak_rpm is '2000 RPS', in another unit");
    assertThat(doubt(EventCalendar.empty(), match("a", Map.of("peak_rpm", "2000 rpm")))).isEmpty();
    assertThat(doubt(EventCalendar.empty(), match("a", Map.of("peak", "2000 rps")))).isEmpty();
  }

  @Test
  void doubtsAZoneThatDoesNotExist() {
    EventCalendar none = EventCalendar.empty();
    assertThat(doubt(none, match("a", Map.of("tz", "Mars/Olympus"))))
        .hasValue("there is no time zone 'Mars/Olympus'");
    assertThat(doubt(none, match("a", Map.of("TZ", "Europe/Paris")))).isEmpty();
    assertThat(doubt(none, match("a", Map.of("tz", "+02:00")))).isEmpty();
    assertThat(doubt(none, match("a", Map.of("tz", "")))).isEmpty();
  }

  @Test
  void judgesByWhatPassedBeforeAndNotByWhatDidNot() {
    List<Event> reading = new ArrayList<>();
    String[] viewers = {"100", "100", "100", "9000", "290", "800"};
    for (String value : viewers) {
      Duration week = Duration.ofDays(7L * reading.size());
      reading.add(match("m" + reading.size(), Map.of("viewers", value)).movedBy(week));
    }
    EventVetting vetted = EventVetting.of(EventCalendar.empty(), reading, NOW);
    assertThat(vetted.doubts()).extracting(d -> d.version().uid()).containsExactly("m3");
    assertThat(vetted.passed()).hasSize(5);
  }
}
