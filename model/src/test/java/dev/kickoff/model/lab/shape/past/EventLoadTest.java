package dev.kickoff.model.lab.shape.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandMasks;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.method.Methods;
import dev.kickoff.model.lab.LoadCurve;
import dev.kickoff.model.lab.shape.mix.EventPlace;
import dev.kickoff.model.simulation.MatchDay;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class EventLoadTest {
  private static final MatchDay DAY = MatchDay.DEFAULT;
  private static final Instant NOON = Instant.parse("2026-06-20T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final EventCalendar CALENDAR = EventCalendar.of(DAY.events());

  private static Event last() {
    return CALENDAR.events().get(CALENDAR.events().size() - 1);
  }

  private static EventLoad load(Instant demandEnds, EventCalendar calendar) {
    DemandSeries demand = DAY.minutes(DAY.historyFrom(), demandEnds);
    EventQuestion question =
        new EventQuestion(
            new Service("web"), demand, calendar, DemandMasks.none(), last(), HOUR, HOUR);
    return EventLoad.of(question, Methods.inOrder(ZoneOffset.UTC));
  }

  @Test
  void aMatchToComeIsDrawnFromThePastOnesItResembles() {
    EventLoad load = load(NOON, CALENDAR);
    assertThat(load.outlook().orElseThrow().neighbours()).isNotEmpty();
    assertThat(load.isPast()).isFalse();
    assertThat(load.place()).isEqualTo(new EventPlace(3600, 3600 + 115 * 60));
    LoadCurve median = load.curve(0.5, Duration.ofMinutes(1));
    assertThat(median.span()).isEqualTo(HOUR.plus(HOUR).plusMinutes(115));
    double came = DAY.minutes(last().start(), last().end()).value(112);
    assertThat(median.peak()).isBetween(0.6 * came, 1.4 * came);
    assertThat(median.peak()).isGreaterThan(2 * median.at(0));
  }

  @Test
  void aHigherQuantileIsNowhereLower() {
    EventLoad load = load(NOON, CALENDAR);
    Duration step = Duration.ofSeconds(30);
    LoadCurve lower = load.curve(0.5, step);
    for (double quantile : new double[] {0.9, 0.95, 0.99}) {
      LoadCurve higher = load.curve(quantile, step);
      for (int i = 0; i < higher.size(); i++) {
        assertThat(higher.at(i)).isGreaterThanOrEqualTo(lower.at(i));
      }
      lower = higher;
    }
  }

  @Test
  void ofAnEventThatHasBeenNothingIsUsedThatCameLater() {
    EventLoad before = load(last().start().minus(HOUR), CALENDAR);
    EventLoad afterwards = load(last().end().plus(HOUR), CALENDAR);
    assertThat(afterwards.isPast()).isTrue();
    assertThat(afterwards.curve(0.95, HOUR.dividedBy(60)).values())
        .isEqualTo(before.curve(0.95, HOUR.dividedBy(60)).values());
  }

  @Test
  void anEventThatWasNotAnnouncedYetIsRefused() {
    EventCalendar other = CALENDAR.only(event -> !event.uid().equals(last().uid()));
    assertThatThrownBy(() -> load(NOON, other))
        .hasMessageContaining("the calendar did not hold Reds v Blues yet at 2026-06-20T12:00:00Z");
  }

  @Test
  void anEventBeforeAllDemandOrYearsAfterItIsRefused() {
    assertThatThrownBy(() -> load(DAY.historyFrom(), CALENDAR)).hasMessage("no demand is known");
    Event far = last().movedBy(Duration.ofDays(800));
    EventQuestion question =
        new EventQuestion(
            new Service("web"),
            DAY.minutes(DAY.historyFrom(), NOON),
            CALENDAR.with(far),
            DemandMasks.none(),
            far,
            HOUR,
            HOUR);
    assertThatThrownBy(() -> EventLoad.of(question, Methods.inOrder(ZoneOffset.UTC)))
        .hasMessage(
            "Reds v Blues is more than a year after the demand ends at 2026-06-20T12:00:00Z: add"
                + " newer demand");
  }
}
