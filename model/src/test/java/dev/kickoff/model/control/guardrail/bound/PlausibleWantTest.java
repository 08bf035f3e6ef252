package dev.kickoff.model.control.guardrail.bound;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Tick;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.demand.KnownPast;
import dev.kickoff.model.override.OperatorOverride.Kind;
import org.junit.jupiter.api.Test;

class PlausibleWantTest {
  private final PlausibleWant guardrail = new PlausibleWant();

  private static Tick knowing(int standing, double highest) {
    return Tick.of(standing, 10).around(s -> s.with(new KnownPast(NOON, highest)));
  }

  @Test
  void doubtsMoreThanThreeTimesTheHighestDemandEver() {
    assertThat(knowing(20, 50_000).ask(guardrail, 150))
        .isEqualTo(
            new Verdict("plausible-want", 150, 150, "within 3.00 times the highest demand ever"));
    String reason =
        "151 is more than 3.00 times the highest demand of 50,000 rpm needs; approve it, or"
            + " correct the calendar";
    assertThat(knowing(20, 50_000).ask(guardrail, 151))
        .isEqualTo(new Verdict("plausible-want", 151, 150, reason).alarming());
  }

  @Test
  void neverCutsWhatStandsOrWhatMeasuredDemandNeeds() {
    assertThat(knowing(200, 50_000).ask(guardrail, 250).allowed()).isEqualTo(200);
    assertThat(knowing(20, 50_000).demand(180_000).ask(guardrail, 250).allowed()).isEqualTo(200);
    assertThat(knowing(20, 50_000).noDemand().ask(guardrail, 250).allowed()).isEqualTo(150);
  }

  @Test
  void believesWhatAPersonApproved() {
    Tick approved = knowing(20, 50_000).order(Kind.APPROVAL, 180);
    assertThat(approved.ask(guardrail, 180).alarm()).isEmpty();
    assertThat(approved.ask(guardrail, 181).allowed()).isEqualTo(180);
  }

  @Test
  void doubtsNothingWithoutAKnownHighestDemand() {
    Verdict unknown = new Verdict("plausible-want", 400, 400, "no highest demand is known");
    assertThat(Tick.of(20, 10).ask(guardrail, 400)).isEqualTo(unknown);
    assertThat(knowing(20, 0).ask(guardrail, 400)).isEqualTo(unknown);
    assertThat(knowing(20, 0.1).ask(guardrail, 400).allowed()).isEqualTo(20);
  }
}
