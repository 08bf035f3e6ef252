package dev.kickoff.model.control.guardrail.event;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.Tick;
import dev.kickoff.model.control.Verdict;
import org.junit.jupiter.api.Test;

class EventTailTest {
  private final EventTail guardrail = new EventTail();

  /** So many seconds after the planned end. */
  private static Tick ended(int seconds) {
    return Tick.of(100, 10)
        .calendar(Scenes.match("m", NOON.minusSeconds(115 * 60L).minusSeconds(seconds)));
  }

  @Test
  void holdsForHalfAnHourFromThePlannedEnd() {
    String reason = "Home vs Away has just ended, so nothing is lowered";
    assertThat(ended(0).ask(guardrail, 10)).isEqualTo(new Verdict("event-tail", 10, 100, reason));
    assertThat(ended(1_799).ask(guardrail, 10).allowed()).isEqualTo(100);
    assertThat(ended(1_799).ask(guardrail, 110).allowed()).isEqualTo(110);
    assertThat(ended(1_800).ask(guardrail, 10))
        .isEqualTo(new Verdict("event-tail", 10, 10, "Home vs Away is over and demand has gone"));
  }

  @Test
  void leavesTheTimeBeforeTheEndToTheEventItself() {
    assertThat(ended(-1).ask(guardrail, 10))
        .isEqualTo(new Verdict("event-tail", 10, 10, "no event has just ended"));
  }

  @Test
  void holdsWhileMeasuredDemandNeedsMoreThanSevenTenthsOfTheFloor() {
    assertThat(ended(1_800).demand(70_000).ask(guardrail, 10).allowed()).isEqualTo(10);
    String reason =
        "Home vs Away should be over, but 71 of 100 hosts were needed within 10 min,"
            + " so nothing is lowered";
    assertThat(ended(1_800).demand(70_001).ask(guardrail, 10))
        .isEqualTo(new Verdict("event-tail", 10, 100, reason));
    assertThat(ended(1_800).noDemand().ask(guardrail, 10).allowed()).isEqualTo(10);
  }

  @Test
  void looksTenReadingsBack() {
    double[] rpm = {90_000, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    assertThat(ended(1_800).readings(rpm).ask(guardrail, 10).allowed()).isEqualTo(100);
    double[] longer = {90_000, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
    assertThat(ended(1_800).readings(longer).ask(guardrail, 10).allowed()).isEqualTo(10);
  }

  @Test
  void waitsTwoHoursForOvertimeAtMost() {
    assertThat(ended(9_000 - 1).demand(90_000).ask(guardrail, 10).allowed()).isEqualTo(100);
    assertThat(ended(9_000).demand(90_000).ask(guardrail, 10).allowed()).isEqualTo(10);
  }
}
