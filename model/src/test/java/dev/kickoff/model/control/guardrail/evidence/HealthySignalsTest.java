package dev.kickoff.model.control.guardrail.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Tick;
import dev.kickoff.model.control.Verdict;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class HealthySignalsTest {
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final OptionalDouble UNKNOWN = OptionalDouble.empty();
  private final HealthySignals guardrail = new HealthySignals();

  private static Tick answering(Duration age, double errors, double latency) {
    return Tick.of(100, 10).health(age, OptionalDouble.of(errors), OptionalDouble.of(latency));
  }

  private void lowers(Tick tick) {
    assertThat(tick.ask(guardrail, 10))
        .isEqualTo(new Verdict("healthy-signals", 10, 10, "the service answers well"));
  }

  private void holds(Tick tick, String why) {
    String reason = why + ", so nothing is lowered";
    assertThat(tick.ask(guardrail, 10))
        .isEqualTo(new Verdict("healthy-signals", 10, 100, reason).alarming());
    assertThat(tick.ask(guardrail, 120).allowed()).isEqualTo(120);
  }

  @Test
  void lowersAtTwoPercentOfErrorsAndHalfMoreLatencyButNotAbove() {
    lowers(answering(FRESH, 0.02, 1.5));
    holds(answering(FRESH, 0.021, 1), "2.1 % of requests fail");
    holds(answering(FRESH, 0, 1.6), "latency is 1.6 times as usual");
  }

  @Test
  void holdsOnWhatIsNoNumber() {
    holds(answering(FRESH, Double.NaN, 1), "NaN % of requests fail");
    holds(answering(FRESH, 0, Double.NaN), "latency is NaN times as usual");
  }

  @Test
  void holdsWhenTheSignalsHaveStoppedForFourMinutes() {
    lowers(answering(Duration.ofMinutes(4), 0, 1));
    holds(
        answering(Duration.ofSeconds(241), 0, 1),
        "latency and errors were last measured 241 s ago");
  }

  @Test
  void judgesBySignalsThatAreMeasured() {
    lowers(Tick.of(100, 10).health(FRESH, UNKNOWN, UNKNOWN));
    assertThat(Tick.of(100, 10).ask(guardrail, 10))
        .isEqualTo(new Verdict("healthy-signals", 10, 10, "no second signal is measured"));
  }

  @Test
  void holdsWhileFewerHostsServeThanDemandNeeds() {
    assertThat(Tick.of(100, 10).demand(45_000).inService(49).ask(guardrail, 60))
        .isEqualTo(
            new Verdict(
                "healthy-signals",
                60,
                100,
                "49 hosts serve a demand that needs 50, so nothing is lowered"));
    assertThat(Tick.of(100, 10).demand(45_000).inService(50).ask(guardrail, 60).allowed())
        .isEqualTo(60);
    assertThat(Tick.of(100, 10).noDemand().inService(0).ask(guardrail, 60).allowed()).isEqualTo(60);
    assertThat(Tick.of(100, 10).demand(45_000).noFleet().ask(guardrail, 60).allowed())
        .isEqualTo(60);
  }
}
