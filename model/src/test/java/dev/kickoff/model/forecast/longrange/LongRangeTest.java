package dev.kickoff.model.forecast.longrange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.EventStatus;
import dev.kickoff.model.calendar.EventVersion;
import dev.kickoff.model.demand.DemandMasks;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.Demands;
import dev.kickoff.model.forecast.method.Methods;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongRangeTest {
  private static final Instant AT = Demands.START.plus(Duration.ofDays(56));
  private static final List<Event> MATCHES = Demands.matches(77);

  private static LongRangeRequest request(int weeks, DemandSeries demand, EventCalendar calendar) {
    return new LongRangeRequest(
        new Service("web"), AT, weeks, ZoneOffset.UTC, demand, calendar, DemandMasks.none());
  }

  private static LongRangeOutlook outlook(int weeks, DemandSeries demand, List<Event> events) {
    return new LongRange(Methods.inOrder(ZoneOffset.UTC))
        .outlook(request(weeks, demand, EventCalendar.of(events)));
  }

  private static double peak(DemandSeries demand, LocalDate day) {
    return Stretch.of(day, ZoneOffset.UTC).came(demand).orElseThrow();
  }

  /** Half hours, each day as a whole up to a fifth higher or lower. */
  private static DemandSeries unsteady(long seed, int days) {
    Random random = new Random(seed);
    double[] ofDay = new double[days];
    for (int i = 0; i < days; i++) {
      ofDay[i] = Math.exp(0.1 * random.nextGaussian());
    }
    long start = Demands.START.toEpochMilli();
    return Demands.series(
        Duration.ofMinutes(30),
        Duration.ofDays(days),
        at -> Demands.usual(at) * ofDay[(int) ((at - start) / 86_400_000L)]);
  }

  @Test
  void theQuantilesOfTheHighestOfADayHold() {
    int days = 0;
    int below50 = 0;
    int below95 = 0;
    double room = 0;
    for (long seed = 1; seed <= 3; seed++) {
      DemandSeries demand = unsteady(seed, 77);
      for (DayPeak day : outlook(2, demand, List.of()).days()) {
        double came = peak(demand, day.day());
        days++;
        below50 += came <= day.peak().p50() ? 1 : 0;
        below95 += came <= day.peak().p95() ? 1 : 0;
        room += day.peak().p95() / came;
      }
    }
    assertThat(days).isEqualTo(3 * 14);
    assertThat(below50 / (double) days).isBetween(0.25, 0.75);
    assertThat(below95 / (double) days).isBetween(0.88, 1.0);
    assertThat(room / days).isLessThan(1.6);
  }

  @Test
  void nothingAfterTheInstantIsUsed() {
    DemandSeries demand = unsteady(5, 77);
    assertThat(outlook(2, demand.before(AT), MATCHES)).isEqualTo(outlook(2, demand, MATCHES));
  }

  @Test
  void anEventThatIsAnnouncedLaterIsNotKnown() {
    List<Event> events = new ArrayList<>(MATCHES.subList(0, 28));
    EventVersion later =
        new EventVersion(Optional.of(AT.plusSeconds(1)), 0, 99, EventStatus.CONFIRMED);
    events.add(Demands.version("late", AT.plus(Duration.ofHours(30)), later));
    DemandSeries demand = unsteady(6, 77);
    assertThat(outlook(2, demand, events)).isEqualTo(outlook(2, demand, events.subList(0, 28)));
  }

  @Test
  void uncertaintyNeverShrinksWithTheLeadAndAnUntriedWeekIsWidened() {
    List<LeadNote> leads = outlook(8, unsteady(7, 56), List.of()).leads();
    assertThat(leads).extracting(LeadNote::week).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    for (int i = 1; i < leads.size(); i++) {
      assertThat(leads.get(i).p95Factor()).isGreaterThanOrEqualTo(leads.get(i - 1).p95Factor());
    }
    assertThat(leads.get(5).isRehearsed()).isTrue();
    assertThat(leads.get(6).isRehearsed()).isFalse();
    assertThat(leads.get(6).p95Factor()).isGreaterThan(leads.get(5).p95Factor());
  }

  @Test
  void aDayIsNeverBelowTheEventsWithinIt() {
    DemandSeries demand = Demands.noisy(8, Duration.ofDays(56), MATCHES);
    LongRangeOutlook outlook = outlook(2, demand, MATCHES);
    assertThat(outlook.events()).hasSize(7);
    for (EventPeak event : outlook.events()) {
      LocalDate day = event.event().start().atZone(ZoneOffset.UTC).toLocalDate();
      DayPeak ofDay =
          outlook.days().stream().filter(d -> d.day().equals(day)).findFirst().orElseThrow();
      assertThat(ofDay.peak().p50()).isGreaterThanOrEqualTo(event.peak().p50());
      assertThat(ofDay.peak().p99()).isGreaterThanOrEqualTo(event.peak().p99());
      double came = 3 * Demands.usual(event.event().start().toEpochMilli());
      assertThat(event.peak().p50()).isBetween(0.6 * came, 1.6 * came);
    }
  }

  @Test
  void daysAreThoseOfTheZone() {
    ZoneId paris = ZoneId.of("Europe/Paris");
    LongRangeRequest request =
        new LongRangeRequest(
            new Service("web"),
            AT,
            1,
            paris,
            unsteady(9, 56),
            EventCalendar.empty(),
            DemandMasks.none());
    LongRangeOutlook outlook = new LongRange(Methods.inOrder(paris)).outlook(request);
    assertThat(outlook.days()).hasSize(7);
    assertThat(outlook.days().get(0).day()).isEqualTo("2026-04-28");
  }

  @Test
  void moreWeeksThanHistoryHasAreRefused() {
    DemandSeries demand = unsteady(10, 56);
    assertThatThrownBy(() -> request(9, demand, EventCalendar.empty()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--weeks 9 reaches further ahead than history reaches back")
        .hasMessageContaining("ask for 8 at most");
    assertThatThrownBy(() -> request(0, demand, EventCalendar.empty()))
        .hasMessageContaining("--weeks must be 1 or more, was 0");
    DemandSeries young = demand.from(AT.minus(Duration.ofDays(20)));
    assertThatThrownBy(() -> request(1, young, EventCalendar.empty()))
        .hasMessageContaining("needs 3 weeks of history");
    DemandSeries old = demand.before(AT.minus(Duration.ofDays(8)));
    assertThatThrownBy(() -> request(1, old, EventCalendar.empty()))
        .hasMessageContaining("more than a week before --at");
  }
}
