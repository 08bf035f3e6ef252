package dev.kickoff.model.control;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.control.guardrail.Guardrails;
import dev.kickoff.model.control.guardrail.evidence.MissingDataNeverLowers;
import dev.kickoff.model.demand.DemandSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Eight hours of random wants, gaps and blackouts around one event, and what must always hold. */
class GuardrailInvariantTest {
  private final Controller controller = new Controller(Guardrails.standard());

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void holdsEveryInvariantAtEveryTick(long seed) {
    Random random = new Random(seed);
    Instant kickOff = NOON.plus(Duration.ofMinutes(60 + random.nextInt(240)));
    EventCalendar calendar = EventCalendar.of(List.of(Scenes.match("m", kickOff)));
    ControlMemory memory = ControlMemory.EMPTY;
    int floor = 2 + random.nextInt(100);
    int want = floor;
    for (int tick = 0; tick < 8 * 60; tick++) {
      Instant now = NOON.plusSeconds(60L * tick);
      want = random.nextInt(20) == 0 ? 1 + random.nextInt(450) : want;
      Situation situation = situation(random, now, new int[] {floor, want}, calendar);
      Decision decision = controller.decide(situation, memory);
      assertThat(controller.decide(situation, memory)).isEqualTo(decision);
      check(decision, situation, memory);
      memory = memory.after(decision);
      floor = decision.change().to();
    }
  }

  private static Situation situation(
      Random random, Instant now, int[] floorAndWant, EventCalendar calendar) {
    int fault = random.nextInt(12);
    double rpm = random.nextInt(8) == 0 ? 0 : random.nextDouble() * 60_000;
    Instant through = fault == 0 ? now.minus(Duration.ofMinutes(5)) : now;
    DemandSeries recent =
        fault == 1
            ? DemandSeries.empty(now, Duration.ofMinutes(1))
            : Scenes.steady(through, 30, rpm);
    Instant plannedAt = fault == 2 ? now.minus(Duration.ofMinutes(9)) : now;
    return new Situation(
        now,
        Scenes.settings(ControlMode.FORECAST_AND_SCALE),
        fault == 3
            ? Optional.empty()
            : Optional.of(Scenes.fleet(now, floorAndWant[0], floorAndWant[0])),
        fault == 4 ? Optional.empty() : Optional.of(Scenes.plan(plannedAt, floorAndWant[1])),
        recent,
        fault == 5 ? 0.9 : 1,
        calendar);
  }

  private static void check(Decision decision, Situation situation, ControlMemory memory) {
    FloorChange change = decision.change();
    assertThat(change.to()).as("within bounds").isBetween(2, 400);
    if (MissingDataNeverLowers.lack(situation).isPresent()) {
      assertThat(change.to()).as("missing data never lowers").isGreaterThanOrEqualTo(change.from());
    }
    Instant start = situation.calendar().events().get(0).start();
    Instant end = situation.calendar().events().get(0).end();
    Instant now = situation.now();
    if (!now.isBefore(start.minusSeconds(1800)) && now.isBefore(end.plusSeconds(1800))) {
      assertThat(change.to()).as("monotone in the event").isGreaterThanOrEqualTo(change.from());
    }
    int peak = Math.max(change.from(), memory.highestSince(now.minusSeconds(300)).orElse(0));
    assertThat(change.to())
        .as("lower step")
        .isGreaterThanOrEqualTo(Math.min(change.from(), peak - Math.max(1, peak / 10)));
    assertThat(decision.reason()).as("every decision has a reason").isNotBlank();
    assertThat(decision.trail().get(0).proposed()).isEqualTo(change.wanted());
    for (int i = 1; i < decision.trail().size(); i++) {
      assertThat(decision.trail().get(i).proposed())
          .isEqualTo(decision.trail().get(i - 1).allowed());
    }
    assertThat(decision.trail().get(decision.trail().size() - 1).allowed()).isEqualTo(change.to());
  }
}
