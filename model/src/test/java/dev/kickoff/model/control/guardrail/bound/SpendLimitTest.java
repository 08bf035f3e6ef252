package dev.kickoff.model.control.guardrail.bound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Tick;
import dev.kickoff.model.control.GroupLimits;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.override.OperatorOverride.Kind;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SpendLimitTest {
  private final SpendLimit guardrail = new SpendLimit();

  private static Tick spending(int standing) {
    return Tick.of(standing, 10).limits(Tick.priced(0.5, 30.4));
  }

  @Test
  void waitsForAPersonWhereAnHourCostsMoreThanIsAllowed() {
    assertThat(spending(20).ask(guardrail, 60))
        .isEqualTo(
            new Verdict("spend", 60, 60, "60 hosts cost 30.00 an hour of the 30.40 allowed"));
    assertThat(spending(20).ask(guardrail, 61))
        .isEqualTo(
            new Verdict("spend", 61, 60, "61 hosts cost 30.50 an hour of the 30.40 allowed")
                .alarming());
  }

  @Test
  void neverCutsWhatStandsWhatIsNeededOrWhatWasApproved() {
    assertThat(spending(80).ask(guardrail, 100).allowed()).isEqualTo(80);
    assertThat(spending(20).demand(63_000).ask(guardrail, 100).allowed()).isEqualTo(70);
    assertThat(spending(20).noDemand().ask(guardrail, 100).allowed()).isEqualTo(60);
    assertThat(spending(20).order(Kind.APPROVAL, 90).ask(guardrail, 100).allowed()).isEqualTo(90);
  }

  @Test
  void limitsNothingWithoutAPriceOrALimit() {
    Verdict free = new Verdict("spend", 400, 400, "no spend is limited");
    GroupLimits unlimited =
        new GroupLimits(
            OptionalInt.empty(), OptionalInt.empty(), 0.5, OptionalDouble.empty(), 0, 3, 0.5);
    assertThat(Tick.of(20, 10).limits(unlimited).ask(guardrail, 400)).isEqualTo(free);
    assertThat(Tick.of(20, 10).limits(Tick.priced(0, 30)).ask(guardrail, 400)).isEqualTo(free);
  }
}
