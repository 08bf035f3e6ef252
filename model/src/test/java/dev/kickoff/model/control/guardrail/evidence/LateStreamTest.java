package dev.kickoff.model.control.guardrail.evidence;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Tick;
import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.capacity.PlanBasis;
import dev.kickoff.model.control.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LateStreamTest {
  private final LateStream guardrail = new LateStream();

  private static Tick through(Optional<Instant> through) {
    PlanBasis basis = new PlanBasis(Optional.of(NOON), Optional.of(NOON), through, 0);
    return Tick.of(100, 10).plan(Optional.of(new CapacityPlan("web-asg", basis, List.of(), "d")));
  }

  @Test
  void holdsWhileTheForecastsKnowOnlyDemandOfMoreThanTenMinutesAgo() {
    Instant ten = NOON.minusSeconds(600);
    assertThat(through(Optional.of(ten)).ask(guardrail, 10))
        .isEqualTo(new Verdict("late-stream", 10, 10, "the forecasts know demand of 600 s ago"));
    assertThat(through(Optional.of(ten.minusSeconds(1))).ask(guardrail, 10))
        .isEqualTo(
            new Verdict(
                "late-stream",
                10,
                100,
                "the forecasts know demand of 10 min ago only, so nothing is lowered"));
    assertThat(through(Optional.of(ten.minusSeconds(1))).ask(guardrail, 110).allowed())
        .isEqualTo(110);
  }

  @Test
  void judgesNoStreamThatThePlanDoesNotName() {
    Verdict silent = new Verdict("late-stream", 10, 10, "the plan names no demand");
    assertThat(through(Optional.empty()).ask(guardrail, 10)).isEqualTo(silent);
    assertThat(Tick.of(100, 10).noPlan().ask(guardrail, 10)).isEqualTo(silent);
  }
}
