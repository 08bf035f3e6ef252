package dev.kickoff.model.control.guardrail.event;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.Tick;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventWindowTest {
  private static final Instant KICK_OFF = NOON;
  private static final Duration NOTICE = Duration.ofHours(3);
  private static final Event MATCH = version(1, Optional.empty(), KICK_OFF, EventStatus.CONFIRMED);

  private static Event version(
      int number, Optional<Instant> knownAt, Instant start, EventStatus status) {
    Event match = Scenes.match("m", start);
    return new Event(
        "m",
        "version " + number,
        match.category(),
        start,
        match.end(),
        Map.of(),
        new EventVersion(knownAt, number, number, status));
  }

  private static Optional<String> at(Instant now, Duration lead, Event... versions) {
    return EventWindow.at(Tick.at(now, 10, 10).lead(lead).calendar(versions).situation())
        .map(Event::title);
  }

  private static Optional<String> at(Instant now, Event... versions) {
    return at(now, Duration.ofMinutes(10), versions);
  }

  @Test
  void beginsHalfAnHourBeforeKickOffAndEndsWithTheEvent() {
    assertThat(at(KICK_OFF.minusSeconds(1_801), MATCH)).isEmpty();
    assertThat(at(KICK_OFF.minusSeconds(1_800), MATCH)).hasValue("version 1");
    assertThat(at(MATCH.end().minusSeconds(1), MATCH)).hasValue("version 1");
    assertThat(at(MATCH.end(), MATCH)).isEmpty();
  }

  @Test
  void beginsALaunchAndAQuarterOfAnHourBeforeWhereThatIsLonger() {
    Duration slow = Duration.ofMinutes(20);
    assertThat(at(KICK_OFF.minusSeconds(2_101), slow, MATCH)).isEmpty();
    assertThat(at(KICK_OFF.minusSeconds(2_100), slow, MATCH)).isPresent();
    Duration quick = Duration.ofMinutes(14);
    assertThat(at(KICK_OFF.minusSeconds(1_801), quick, MATCH)).isEmpty();
    assertThat(at(KICK_OFF.minusSeconds(1_800), quick, MATCH)).isPresent();
  }

  @Test
  void keepsTheOldWindowOfAnEventThatMovesAtShortNotice() {
    Instant known = KICK_OFF.minus(NOTICE).plusSeconds(1);
    Event later = version(2, Optional.of(known), KICK_OFF.plus(NOTICE), EventStatus.CONFIRMED);
    assertThat(at(KICK_OFF, MATCH, later)).hasValue("version 1");
    Event early =
        version(
            2, Optional.of(KICK_OFF.minus(NOTICE)), KICK_OFF.plus(NOTICE), EventStatus.CONFIRMED);
    assertThat(at(KICK_OFF, MATCH, early)).isEmpty();
    Event always = version(2, Optional.empty(), KICK_OFF.plus(NOTICE), EventStatus.CONFIRMED);
    assertThat(at(KICK_OFF, MATCH, always)).isEmpty();
    assertThat(at(KICK_OFF.plus(NOTICE), MATCH, early)).hasValue("version 2");
  }

  @Test
  void keepsTheWindowOfAnEventThatIsCalledOffAtShortNotice() {
    Event off =
        version(2, Optional.of(KICK_OFF.minusSeconds(300)), KICK_OFF, EventStatus.CANCELLED);
    assertThat(at(KICK_OFF, MATCH, off)).hasValue("version 1");
    Event inTime =
        version(
            2, Optional.of(KICK_OFF.minus(Duration.ofDays(1))), KICK_OFF, EventStatus.CANCELLED);
    assertThat(at(KICK_OFF, MATCH, inTime)).isEmpty();
  }

  @Test
  void takesNothingBackForWhatAnEarlierRevisionSaid() {
    Event first =
        version(
            1, Optional.of(KICK_OFF.plusSeconds(60)), KICK_OFF.plus(NOTICE), EventStatus.CONFIRMED);
    Event second = version(2, Optional.empty(), KICK_OFF.plus(NOTICE), EventStatus.CANCELLED);
    assertThat(at(KICK_OFF.plus(NOTICE), first, second)).isEmpty();
    Event other = Scenes.match("n", KICK_OFF.plus(NOTICE).plus(NOTICE));
    Event renumbered =
        new Event(
            "n",
            "other",
            other.category(),
            other.start(),
            other.end(),
            Map.of(),
            new EventVersion(Optional.of(KICK_OFF), 9, 9, EventStatus.CONFIRMED));
    Event gone = version(2, Optional.empty(), KICK_OFF, EventStatus.CANCELLED);
    assertThat(at(KICK_OFF, MATCH, gone, renumbered)).isEmpty();
  }

  @Test
  void givesWholeDaysNoWindow() {
    Event day =
        new Event(
            "d",
            "holiday",
            "holiday",
            KICK_OFF.minus(Duration.ofHours(10)),
            KICK_OFF.plus(Duration.ofHours(14)),
            Map.of(),
            EventVersion.FIRST);
    assertThat(at(KICK_OFF, day)).isEmpty();
  }
}
