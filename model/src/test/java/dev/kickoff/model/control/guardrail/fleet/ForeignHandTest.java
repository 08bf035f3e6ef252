package dev.kickoff.model.control.guardrail.fleet;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Tick;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.ControlMemory.ForeignChange;
import dev.kickoff.model.control.Memories;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.fleet.GroupCondition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ForeignHandTest {
  private final ForeignHand guardrail = new ForeignHand();

  private static ForeignChange change(int minutesAgo, int expected, int found) {
    return new ForeignChange(NOON.minusSeconds(60L * minutesAgo), expected, found);
  }

  private static Tick after(ForeignChange... changes) {
    return Tick.of(100, 10).remembering(Memories.disturbed(ControlMemory.EMPTY, changes));
  }

  private static Tick suspending(boolean refreshing, String... processes) {
    return suspending(Tick.of(100, 10), refreshing, processes);
  }

  private static Tick suspending(Tick tick, boolean refreshing, String... processes) {
    return tick.condition(
        new GroupCondition(
            Optional.empty(), new TreeSet<>(List.of(processes)), refreshing, 0, Map.of()));
  }

  @Test
  void adoptsAHigherFloorForAnHour() {
    String reason =
        "somebody else set 100 at 2026-06-10T11:01:00Z where 50 stood, so nothing is lowered";
    assertThat(after(change(59, 50, 100)).ask(guardrail, 10))
        .isEqualTo(new Verdict("foreign-hand", 10, 100, reason));
    assertThat(after(change(60, 50, 100)).ask(guardrail, 10))
        .isEqualTo(new Verdict("foreign-hand", 10, 10, "nobody else changed the group"));
  }

  @Test
  void restoresALowerFloorThreeTimesAndCallsAPerson() {
    String reason =
        "somebody else set 100 at 2026-06-10T11:59:00Z where 150 stood, so nothing is lowered";
    Tick thrice = after(change(9, 150, 100), change(5, 150, 100), change(1, 150, 100));
    assertThat(thrice.ask(guardrail, 150))
        .isEqualTo(new Verdict("foreign-hand", 150, 150, reason).alarming());
    assertThat(thrice.ask(guardrail, 10).allowed()).isEqualTo(100);
  }

  @Test
  void callsAPersonWhileAnyChangeOfTheHourWasLower() {
    assertThat(after(change(9, 150, 100), change(1, 50, 100)).ask(guardrail, 10).alarm())
        .isPresent();
  }

  @Test
  void makesATruceAtTheFourthLowering() {
    ForeignChange down = change(9, 150, 100);
    Tick fought = after(down, down, down, down).demand(108_000);
    String reason = "somebody else lowered the floor 4 times in an hour: truce within 100..120";
    assertThat(fought.ask(guardrail, 150))
        .isEqualTo(new Verdict("foreign-hand", 150, 120, reason).alarming());
    assertThat(fought.ask(guardrail, 110).allowed()).isEqualTo(110);
    assertThat(fought.ask(guardrail, 10).allowed()).isEqualTo(100);
    assertThat(fought.noDemand().ask(guardrail, 150).allowed()).isEqualTo(100);
    assertThat(after(change(61, 150, 100), down, down, down).ask(guardrail, 150).allowed())
        .isEqualTo(150);
  }

  @Test
  void countsOnlyLoweringsTowardsTheTruce() {
    ForeignChange up = change(9, 50, 100);
    assertThat(after(up, up, up, up).ask(guardrail, 150).allowed()).isEqualTo(150);
    ForeignChange same = change(9, 100, 100);
    assertThat(after(same, same, same, same).ask(guardrail, 150).alarm()).isEmpty();
  }

  @Test
  void seesTheChangeThatIsThereNow() {
    Instant before = NOON.minusSeconds(120);
    Tick tick = Tick.of(100, 10).remembering(Memories.of(Memories.floor(before, 150, 150, 150)));
    assertThat(tick.ask(guardrail, 10).reason())
        .isEqualTo("somebody else set 100 at " + NOON + " where 150 stood, so nothing is lowered");
  }

  @Test
  void holdsWhileHostsAreReplaced() {
    assertThat(suspending(true).ask(guardrail, 10))
        .isEqualTo(
            new Verdict(
                "foreign-hand",
                10,
                100,
                "the group's hosts are being replaced, so nothing is lowered"));
    assertThat(suspending(false).ask(guardrail, 10).allowed()).isEqualTo(10);
  }

  @Test
  void callsAPersonWhenLaunchesOrTheScheduleAreSuspended() {
    String reason = "Launch and ScheduledActions of the group is suspended, so nothing is lowered";
    assertThat(suspending(false, "Launch", "ScheduledActions", "AZRebalance").ask(guardrail, 10))
        .isEqualTo(new Verdict("foreign-hand", 10, 100, reason).alarming());
    assertThat(suspending(false, "AZRebalance").ask(guardrail, 10))
        .isEqualTo(new Verdict("foreign-hand", 10, 10, "nobody else changed the group"));
  }

  @Test
  void callsAPersonForSuspendedLaunchesWhateverElseHappened() {
    Verdict adopted = suspending(after(change(9, 50, 100)), false, "Launch").ask(guardrail, 10);
    assertThat(adopted.allowed()).isEqualTo(100);
    assertThat(adopted.alarm())
        .hasValue(
            "somebody else set 100 at 2026-06-10T11:51:00Z where 50 stood, so nothing is"
                + " lowered; Launch of the group is suspended");
    assertThat(suspending(true, "Launch").ask(guardrail, 10).alarm())
        .hasValue(
            "the group's hosts are being replaced, so nothing is lowered;"
                + " Launch of the group is suspended");
  }

  @Test
  void callsAPersonWhenTheMaximumFell() {
    Instant before = NOON.minusSeconds(15);
    Tick remembering =
        Tick.of(100, 10).remembering(Memories.of(Memories.floor(before, 100, 100, 100)));
    // 400 was seen; the scene's own maximum is 400 too.
    assertThat(remembering.ask(guardrail, 10).alarm()).isEmpty();
    Verdict fallen = remembering.size(100, 399, 100).ask(guardrail, 10);
    assertThat(fallen.alarm()).hasValue("the group's maximum fell from 400 to 399");
    assertThat(fallen.allowed()).isEqualTo(10);
  }
}
