package dev.kickoff.model.control.guardrail.bound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Tick;
import dev.kickoff.model.control.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ZoneSpreadTest {
  private static final Map<String, Integer> THREE = Map.of("a", 10, "b", 10, "c", 10);
  private final ZoneSpread guardrail = new ZoneSpread();

  private static Tick spread(int want, int lost) {
    return Tick.of(30, want).inService(THREE).limits(Tick.losing(lost));
  }

  @Test
  void liftsTheWantToWhatTheZonesThatAreLeftMustCarry() {
    assertThat(spread(41, 1).ask(guardrail, 41))
        .isEqualTo(new Verdict("zone-spread", 41, 62, "2 of 3 zones must carry it: at least 62"));
    assertThat(spread(41, 2).ask(guardrail, 41).allowed()).isEqualTo(123);
    assertThat(spread(41, 1).ask(guardrail, 70).allowed()).isEqualTo(70);
  }

  @Test
  void sparesNoZoneWhereNoneMayBeLostOrTooFewServe() {
    Verdict none = new Verdict("zone-spread", 41, 41, "no zone needs to be spared");
    assertThat(spread(41, 0).ask(guardrail, 41)).isEqualTo(none);
    assertThat(spread(41, 3).ask(guardrail, 41)).isEqualTo(none);
    assertThat(spread(41, 1).noFleet().ask(guardrail, 41)).isEqualTo(none);
  }

  @Test
  void goesByMeasuredDemandWithoutAPlan() {
    assertThat(spread(41, 1).noPlan().demand(36_000).ask(guardrail, 30).allowed()).isEqualTo(60);
    assertThat(spread(41, 1).noPlan().noDemand().ask(guardrail, 30).allowed()).isEqualTo(30);
    assertThat(spread(41, 1).demand(45_000).ask(guardrail, 30).allowed()).isEqualTo(75);
  }

  @Test
  void callsAPersonWhenLessThanATenthOfTheCeilingIsLeft() {
    Tick tick = Tick.of(30, 10).size(30, 100, 30);
    assertThat(tick.ask(guardrail, 90).alarm()).isEmpty();
    String reason = "no zone needs to be spared; less than a tenth of the ceiling of 100 is left";
    assertThat(tick.ask(guardrail, 91))
        .isEqualTo(new Verdict("zone-spread", 91, 91, reason).alarming());
    assertThat(tick.ask(guardrail, 100).alarm()).isPresent();
    assertThat(tick.ask(guardrail, 101).alarm()).isEmpty();
    Tick lifted = Tick.of(30, 61).size(30, 100, 30).inService(THREE).limits(Tick.losing(1));
    assertThat(lifted.ask(guardrail, 61).alarm())
        .hasValue(
            "2 of 3 zones must carry it: at least 92;"
                + " less than a tenth of the ceiling of 100 is left");
  }
}
