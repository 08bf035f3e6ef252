package dev.kickoff.model.control;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.control.guardrail.Guardrails;
import dev.kickoff.model.control.surroundings.ServiceHealth;
import dev.kickoff.model.control.surroundings.Surroundings;
import dev.kickoff.model.demand.DemandSeries;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Six hours at the peak in which what is measured fails, or lies. */
class BlackoutTest {
  private static final int FLOOR = 100;
  private static final double PEAK = 90_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Controller controller = new Controller(Guardrails.standard());

  /** What a tick sees. */
  private interface Sight {
    Situation at(Instant now);
  }

  /** What six hours of ticks did: how often it lowered, and when it first called a person. */
  private record Outcome(int lowered, int end, Optional<Instant> calledAt) {}

  private Outcome sixHours(Sight sight) {
    ControlMemory memory = ControlMemory.EMPTY;
    int floor = FLOOR;
    int lowered = 0;
    Optional<Instant> calledAt = Optional.empty();
    for (int tick = 0; tick < 6 * 240; tick++) {
      Instant now = NOON.plusSeconds(15L * tick);
      Situation seen = sight.at(now);
      Situation situation =
          new Situation(
              now,
              seen.settings(),
              Optional.of(Scenes.fleet(now, floor, floor)),
              seen.plan(),
              seen.recent(),
              seen.completeness(),
              seen.calendar(),
              seen.surroundings());
      Decision decision = controller.decide(situation, memory);
      memory = memory.after(decision);
      lowered += decision.change().action() == FloorChange.Action.LOWER ? 1 : 0;
      floor = decision.change().to();
      calledAt =
          calledAt.or(() -> decision.alarms().isEmpty() ? Optional.empty() : Optional.of(now));
    }
    return new Outcome(lowered, floor, calledAt);
  }

  private static DemandSeries measured(Instant now, Instant until, double before, double after) {
    Instant end = now.minusSeconds(20).truncatedTo(ChronoUnit.MINUTES);
    DemandSeries.Builder series = DemandSeries.builder(end.minus(Duration.ofHours(1)), MINUTE);
    for (Instant at = end.minus(Duration.ofHours(1)); at.isBefore(end); at = at.plus(MINUTE)) {
      double value = at.isBefore(until) ? before : after;
      if (value >= 0) {
        series.set(at, value);
      }
    }
    return series.build();
  }

  private static Situation seen(Instant now, CapacityPlan plan, DemandSeries recent) {
    Situation tick = Scenes.tick(now, FLOOR, 10, 0);
    return new Situation(
        now, tick.settings(), tick.fleet(), Optional.of(plan), recent, 1, tick.calendar());
  }

  /**
   * The plan made at noon, before anything failed: the peak goes on for a minute, then it falls.
   */
  private static CapacityPlan lastPlan(Instant now) {
    return Scenes.plan(NOON, now.isBefore(NOON.plus(MINUTE)) ? FLOOR : 10);
  }

  @Test
  void aBlackoutOfMetricsLowersNothingAndIsKnownWithinAMinute() {
    Outcome outcome = sixHours(now -> seen(now, lastPlan(now), measured(now, NOON, PEAK, -1)));
    assertThat(outcome.lowered()).isZero();
    assertThat(outcome.end()).isGreaterThanOrEqualTo(FLOOR);
    Instant expected = NOON.plus(MINUTE).plusSeconds(20);
    assertThat(outcome.calledAt().orElseThrow()).isBeforeOrEqualTo(expected.plusSeconds(60));
  }

  @Test
  void aBlackoutOfZerosLowersNothingThoughForecastsBelieveItAndIsKnownWithinAMinute() {
    Outcome outcome =
        sixHours(
            now ->
                seen(
                    now,
                    Scenes.plan(now, now.isBefore(NOON.plus(MINUTE)) ? FLOOR : 2),
                    measured(now, NOON, PEAK, 0)));
    assertThat(outcome.lowered()).isZero();
    Instant firstZeroKnown = NOON.plus(MINUTE).plusSeconds(20);
    assertThat(outcome.calledAt().orElseThrow()).isBeforeOrEqualTo(firstZeroKnown.plusSeconds(60));
  }

  @Test
  void halfOfTheSourcesMissingLowersNothing() {
    Outcome outcome =
        sixHours(
            now -> {
              Situation s = seen(now, Scenes.plan(now, 10), measured(now, NOON, PEAK, PEAK / 2));
              return new Situation(
                  now, s.settings(), s.fleet(), s.plan(), s.recent(), 0.5, s.calendar());
            });
    assertThat(outcome.lowered()).isZero();
    assertThat(outcome.calledAt()).contains(NOON);
  }

  @Test
  void aServiceThatWaitsAndTakesFewerRequestsIsNotLowered() {
    Outcome outcome =
        sixHours(
            now -> {
              ServiceHealth waiting =
                  new ServiceHealth(
                      now, OptionalDouble.of(0.001), OptionalDouble.of(3), OptionalDouble.of(0.1));
              return seen(now, Scenes.plan(now, 10), measured(now, NOON, PEAK, PEAK / 5))
                  .within(Surroundings.CALM.with(waiting));
            });
    assertThat(outcome.lowered()).isZero();
    assertThat(outcome.calledAt()).contains(NOON);
  }

  @Test
  void withoutAnyOfThatTheSameSixHoursLowerTheFloor() {
    Outcome outcome =
        sixHours(now -> seen(now, Scenes.plan(now, 10), measured(now, NOON, PEAK, 9_000)));
    assertThat(outcome.lowered()).isPositive();
    assertThat(outcome.end()).isEqualTo(10);
  }
}
