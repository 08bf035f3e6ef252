package dev.kickoff.model.control.guardrail.bound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Tick;
import dev.kickoff.model.control.Verdict;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class GroupBoundsTest {
  private static final OptionalInt NONE = OptionalInt.empty();
  private final GroupBounds guardrail = new GroupBounds();

  private void caps(Tick tick, int at, String whose) {
    String reason = "wanted %d, capped at %d (%s)".formatted(at + 1, at, whose);
    assertThat(tick.ask(guardrail, at).allowed()).isEqualTo(at);
    assertThat(tick.ask(guardrail, at).alarm()).isEmpty();
    assertThat(tick.ask(guardrail, at + 1))
        .isEqualTo(new Verdict("group-bounds", at + 1, at, reason).alarming());
  }

  @Test
  void capsAtTheSmallestOfTheCeilingsAndSaysWhoseItIs() {
    Tick tick = Tick.of(10, 10);
    caps(tick.bounds(2, 300), 300, "the configured maximum");
    caps(tick.size(10, 200, 10), 200, "the group's maximum");
    caps(tick.limits(Tick.sized(OptionalInt.of(90), NONE)), 90, "the quota");
    caps(tick.limits(Tick.sized(NONE, OptionalInt.of(80))), 80, "the largest size tested");
    caps(
        tick.bounds(2, 90).limits(Tick.sized(OptionalInt.of(90), OptionalInt.of(90))),
        90,
        "the configured maximum");
    caps(tick.noFleet(), 400, "the configured maximum");
  }

  @Test
  void liftsToTheConfiguredMinimumWithinTheCeiling() {
    Tick tick = Tick.of(10, 10).bounds(5, 400);
    assertThat(tick.ask(guardrail, 4))
        .isEqualTo(new Verdict("group-bounds", 4, 5, "never below the configured 5"));
    assertThat(tick.ask(guardrail, 5))
        .isEqualTo(new Verdict("group-bounds", 5, 5, "within 5..400"));
    Tick tested = tick.limits(Tick.sized(NONE, OptionalInt.of(3)));
    assertThat(tested.ask(guardrail, 1).allowed()).isEqualTo(3);
  }

  @Test
  void forcesNothingDownThatStandsAboveACeiling() {
    Tick above = Tick.of(120, 10).limits(Tick.sized(NONE, OptionalInt.of(100)));
    String reason = "wanted 130, capped at 100 (the largest size tested), but 120 stand";
    assertThat(above.ask(guardrail, 130))
        .isEqualTo(new Verdict("group-bounds", 130, 120, reason).alarming());
    assertThat(above.ask(guardrail, 110).allowed()).isEqualTo(110);
    assertThat(above.ask(guardrail, 90).allowed()).isEqualTo(90);
  }
}
