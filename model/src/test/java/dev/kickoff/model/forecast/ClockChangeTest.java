package dev.kickoff.model.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.EventVersion;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.capacity.CapacityPlanner;
import dev.kickoff.model.capacity.CapacityStep;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.capacity.PlanRequest;
import dev.kickoff.model.capacity.PlanningPolicy;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.method.Methods;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People live by the clock on the wall, also on the days on which it is changed. */
class ClockChangeTest {
  private static final Duration STEP = Duration.ofMinutes(5);
  private static final int DAYS = 42;
  private static final LocalTime KICK_OFF = LocalTime.of(20, 0);

  private static double perMinute(ZonedDateTime local, Random random) {
    double hour = local.getHour() + local.getMinute() / 60.0;
    double usual = 1000 + 700 * Math.cos((hour - 13) / 12 * Math.PI);
    boolean match = hour >= 20 && hour < 22;
    return usual * (match ? 4 : 1) * Math.exp(0.03 * random.nextGaussian());
  }

  private static DemandSeries history(ZonedDateTime cutoff) {
    Random random = new Random(5);
    Instant start = cutoff.minusDays(DAYS).toInstant();
    DemandSeries.Builder series = DemandSeries.builder(start, STEP);
    for (Instant at = start; at.isBefore(cutoff.toInstant()); at = at.plus(STEP)) {
      series.set(at, perMinute(at.atZone(cutoff.getZone()), random));
    }
    return series.build();
  }

  private static EventCalendar matches(ZonedDateTime cutoff) {
    List<Event> matches = new ArrayList<>();
    for (int day = -DAYS; day <= 3; day++) {
      ZonedDateTime start =
          cutoff.toLocalDate().plusDays(day).atTime(KICK_OFF).atZone(cutoff.getZone());
      matches.add(
          new Event(
              "match " + start.toLocalDate(),
              "Home - Away",
              "football_match",
              start.toInstant(),
              start.plusHours(2).toInstant(),
              Map.of(),
              EventVersion.FIRST));
    }
    return EventCalendar.of(matches);
  }

  private static DemandForecast forecast(ZonedDateTime cutoff) {
    ForecastDesk desk = new ForecastDesk(Methods.inOrder(cutoff.getZone()));
    return desk.issue(
        new Service("web"),
        ForecastKind.FAR,
        new ForecastRequest(
            cutoff.toInstant(), STEP, Duration.ofHours(60), history(cutoff), matches(cutoff)));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-28,Europe/Paris",
    "2026-10-24,Europe/Paris",
    "2026-03-07,America/New_York",
    "2026-10-31,America/New_York",
    "2026-04-04,Australia/Lord_Howe",
    "2028-02-28,Europe/Paris"
  })
  void theEveningAfterAClockChangeIsForecastAndPlannedAtTheHourOfTheWall(
      LocalDate eve, ZoneId zone) {
    ZonedDateTime cutoff = eve.atTime(18, 0).atZone(zone);
    DemandForecast forecast = forecast(cutoff);
    Instant kickoff = eve.plusDays(1).atTime(KICK_OFF).atZone(zone).toInstant();
    Instant dayAfter = eve.plusDays(1).atTime(LocalTime.NOON).atZone(zone).toInstant();

    Instant morning = eve.plusDays(1).atTime(7, 0).atZone(zone).toInstant();
    assertThat(p50(forecast, morning)).as("an hour off would be 180").isBetween(930.0, 1070.0);

    ForecastStep busiest =
        forecast.steps().stream()
            .filter(step -> !step.from().isBefore(dayAfter))
            .filter(step -> step.from().isBefore(dayAfter.plus(Duration.ofHours(12))))
            .max(Comparator.comparingDouble(step -> step.mean().p50()))
            .orElseThrow();
    assertThat(busiest.from()).isBetween(kickoff, kickoff.plus(Duration.ofHours(2)));
    double before = p50(forecast, kickoff.minus(Duration.ofMinutes(30)));
    double during = p50(forecast, kickoff.plus(Duration.ofMinutes(30)));
    assertThat(during).isGreaterThan(2.5 * before);

    CapacityPlan plan =
        new CapacityPlanner(PlanningPolicy.STANDARD)
            .plan(
                new PlanRequest(
                    "web-asg",
                    new HostProfile(100),
                    LeadTime.constant(Duration.ofMinutes(10)),
                    Optional.empty(),
                    Optional.of(forecast),
                    matches(cutoff)));
    int needed = new HostProfile(100).hostsFor(during);
    CapacityStep launch =
        plan.steps().stream()
            .filter(step -> step.hosts() >= needed)
            .filter(step -> !step.launchAt().isBefore(dayAfter))
            .min(Comparator.comparing(CapacityStep::launchAt))
            .orElseThrow();
    assertThat(launch.launchAt())
        .isBetween(kickoff.minus(Duration.ofMinutes(50)), kickoff.minus(Duration.ofMinutes(10)));
  }

  private static double p50(DemandForecast forecast, Instant at) {
    return forecast.stepAt(at).orElseThrow().mean().p50();
  }
}
