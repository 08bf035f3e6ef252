package dev.kickoff.model.forecast.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.Demands;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventTermsTest {
  private static final Instant KICKOFF = Demands.START.plus(Duration.ofHours(19));
  private static final long TWENTY_PAST = KICKOFF.plus(Duration.ofMinutes(20)).toEpochMilli();

  @Test
  void secondMatchAtTheSameHourAddsLessThanTheFirst() {
    assertThat(heightOf(1)).isCloseTo(1, within(1e-9));
    assertThat(heightOf(2)).isCloseTo(1.4, within(1e-9));
  }

  @Test
  void anyMoreMatchesAddNothing() {
    assertThat(heightOf(3)).isEqualTo(heightOf(2));
    assertThat(heightOf(20)).isEqualTo(heightOf(2));
  }

  /** The sum of the hats twenty minutes after so many matches began together. */
  private static double heightOf(int matches) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < matches; i++) {
      events.add(Demands.match("m" + i, KICKOFF));
    }
    EventCalendar calendar = EventCalendar.of(events);
    Span span = new Span(Demands.START.toEpochMilli(), Demands.FIVE.toMillis(), 288);
    EventTerms terms = EventTerms.of(calendar, span, new LocalClock(ZoneOffset.UTC));
    double[] row = new double[terms.size()];
    assertThat(terms.fill(TWENTY_PAST, terms.near(span, calendar), row)).isTrue();
    return Arrays.stream(row).sum();
  }
}
