package dev.kickoff.model.control;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Scenes;
import dev.kickoff.model.Tick;
import dev.kickoff.model.control.ControlMemory.ForeignChange;
import dev.kickoff.model.control.ControlMemory.RememberedFloor;
import dev.kickoff.model.control.ControlMemory.Seen;
import dev.kickoff.model.control.surroundings.Standby;
import dev.kickoff.model.fleet.ScheduledSize;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ControlMemoryTest {
  private static final Controller AS_WANTED = new Controller(List.of());

  private static Instant in(long seconds) {
    return NOON.plusSeconds(seconds);
  }

  /** The memory after a tick that does as the plan wants. */
  private static ControlMemory then(ControlMemory memory, Tick tick) {
    return memory.after(AS_WANTED.decide(tick.situation(), memory));
  }

  private static ControlMemory then(ControlMemory memory, long second, int standing, int want) {
    return then(memory, Tick.at(in(second), standing, want));
  }

  private static Tick scheduled(long second, int standing, ScheduledSize... due) {
    return Tick.at(in(second), standing, 50)
        .around(s -> s.with(new Standby(List.of(due), Optional.empty())));
  }

  private static Optional<ForeignChange> foreign(ControlMemory memory, long second, int found) {
    return memory.foreignChange(in(second), Optional.of(Scenes.fleet(in(second), found, found)));
  }

  @Test
  void knowsNothingBeforeTheFirstDecision() {
    ControlMemory none = ControlMemory.EMPTY;
    assertThat(none.lastAt()).isEmpty();
    assertThat(none.lastFloor()).isEmpty();
    assertThat(none.lastMoveAt()).isEmpty();
    assertThat(none.lastRaiseAt()).isEmpty();
    assertThat(none.shortSince()).isEmpty();
    assertThat(foreign(none, 0, 7)).isEmpty();
  }

  @Test
  void foldsDecisionsAlikeInARowIntoOne() {
    ControlMemory memory = then(then(then(ControlMemory.EMPTY, 0, 50, 50), 15, 50, 50), 30, 50, 50);
    Seen seen = new Seen(50, 400, 50);
    assertThat(memory.recent())
        .containsExactly(new RememberedFloor(NOON, in(30), 50, 50, 50, true, Optional.of(seen)));
    assertThat(memory.sequence()).isEqualTo(3);
    assertThat(memory.lastAt()).hasValue(in(30));
  }

  @Test
  void foldsNothingThatDiffers() {
    ControlMemory memory = then(ControlMemory.EMPTY, 0, 50, 50);
    assertThat(then(memory, 15, 50, 51).recent()).hasSize(2);
    assertThat(then(memory, 15, 51, 50).recent()).hasSize(2);
    assertThat(then(memory, Tick.at(in(15), 50, 50).inService(49)).recent()).hasSize(2);
    assertThat(then(memory, Tick.at(in(15), 50, 50).mode(ControlMode.FORECAST_ONLY)).recent())
        .hasSize(2);
    Controller holding = new Controller(List.of(new HoldAt(50)));
    Tick wanting = Tick.at(in(15), 50, 60);
    ControlMemory held = memory.after(holding.decide(wanting.situation(), memory));
    assertThat(held.recent()).hasSize(2);
    ControlMemory raised = then(held, Tick.at(in(30), 50, 60));
    assertThat(raised.recent()).hasSize(3);
  }

  /** Allows so many hosts, whatever is proposed. */
  private record HoldAt(int hosts) implements Guardrail {
    @Override
    public String name() {
      return "test";
    }

    @Override
    public Verdict check(int proposed, Situation situation, ControlMemory memory) {
      return new Verdict(name(), proposed, hosts, "a test");
    }
  }

  @Test
  void startsAFoldAnewWhenItIsOlderThanTheWindow() {
    long window = ControlMemory.WINDOW.toSeconds();
    ControlMemory memory = then(ControlMemory.EMPTY, 0, 50, 50);
    assertThat(then(memory, window, 50, 50).recent()).hasSize(1);
    ControlMemory later = then(then(memory, 15, 50, 50), window + 1, 50, 50);
    assertThat(later.recent()).hasSize(2);
  }

  @Test
  void forgetsFloorsAndForeignChangesThatAreOlderThanTheWindow() {
    long window = ControlMemory.WINDOW.toSeconds();
    ControlMemory memory = then(then(ControlMemory.EMPTY, 0, 50, 60), 60, 10, 10);
    assertThat(memory.foreign()).containsExactly(new ForeignChange(in(60), 60, 10));
    ControlMemory within = then(memory, 60 + window, 10, 11);
    assertThat(within.recent()).hasSize(2);
    assertThat(within.foreign()).hasSize(1);
    assertThat(then(memory, window, 10, 11).recent()).hasSize(3);
    ControlMemory beyond = then(memory, 61 + window, 10, 11);
    assertThat(beyond.recent()).hasSize(1);
    assertThat(beyond.foreign()).isEmpty();
  }

  @Test
  void takesAFloorThatNobodyOfOursSetForForeign() {
    ControlMemory memory = then(ControlMemory.EMPTY, 0, 50, 60);
    assertThat(foreign(memory, 120, 60)).as("as decided").isEmpty();
    assertThat(foreign(memory, 120, 50)).as("as it stood, the call failed").isEmpty();
    assertThat(foreign(memory, 120, 55)).hasValue(new ForeignChange(in(120), 60, 55));
    assertThat(foreign(memory, 120, 55).orElseThrow().isLower()).isTrue();
    assertThat(foreign(memory, 120, 65).orElseThrow().isLower()).isFalse();
    assertThat(new ForeignChange(NOON, 60, 60).isLower()).isFalse();
    assertThat(memory.foreignChange(in(120), Optional.empty())).isEmpty();
  }

  @Test
  void recognisesTheEchoOfItsOwnChangesForFortyFiveSeconds() {
    ControlMemory memory = then(then(ControlMemory.EMPTY, 0, 50, 60), 15, 60, 70);
    assertThat(foreign(memory, 45, 50)).as("what stood before").isEmpty();
    assertThat(foreign(memory, 46, 50)).isPresent();
    ControlMemory twice = then(memory, 30, 70, 80);
    assertThat(foreign(twice, 60, 60)).as("what was decided").isEmpty();
    assertThat(foreign(twice, 61, 60)).isPresent();
  }

  @Test
  void blamesNobodyWhereItDoesNotAct() {
    Tick watching = Tick.of(50, 60).mode(ControlMode.FORECAST_ONLY);
    assertThat(foreign(then(ControlMemory.EMPTY, watching), 120, 7)).isEmpty();
  }

  @Test
  void recognisesWhatAScheduledActionSetWhenItFellDue() {
    ScheduledSize raise = ScheduledSize.floor("raise", in(300), 80);
    ControlMemory memory = then(ControlMemory.EMPTY, scheduled(0, 50, raise));
    assertThat(memory.due()).containsExactly(raise);
    assertThat(foreign(memory, 300, 80)).isEmpty();
    assertThat(foreign(memory, 300, 79)).isPresent();
    assertThat(foreign(memory, 255, 80)).as("its owner's clock is a little ahead").isEmpty();
    assertThat(foreign(memory, 254, 80)).as("not yet due").isPresent();
  }

  @Test
  void recognisesNothingByAScheduledCeiling() {
    ScheduledSize ceiling =
        new ScheduledSize(
            "max", in(0), OptionalInt.empty(), OptionalInt.of(80), OptionalInt.empty());
    assertThat(foreign(then(ControlMemory.EMPTY, scheduled(0, 50, ceiling)), 60, 80)).isPresent();
  }

  @Test
  void remembersScheduledActionsForTenMinutesAfterTheyFellDue() {
    ScheduledSize raise = ScheduledSize.floor("raise", NOON, 80);
    ControlMemory memory = then(ControlMemory.EMPTY, scheduled(0, 50, raise));
    assertThat(then(memory, 599, 50, 50).due()).containsExactly(raise);
    assertThat(then(memory, 600, 50, 50).due()).isEmpty();
  }

  @Test
  void keepsTheNewerOfTwoScheduledActionsOfOneName() {
    ScheduledSize raise = ScheduledSize.floor("raise", in(300), 80);
    ScheduledSize other = ScheduledSize.floor("other", in(300), 70);
    ScheduledSize moved = ScheduledSize.floor("raise", in(360), 90);
    ControlMemory memory = then(ControlMemory.EMPTY, scheduled(0, 50, raise, other));
    assertThat(then(memory, scheduled(15, 50, moved)).due()).containsExactly(other, moved);
  }

  @Test
  void knowsWhenTheFloorMovedAndRose() {
    ControlMemory memory = then(then(ControlMemory.EMPTY, 0, 50, 60), 15, 60, 55);
    memory = then(memory, 30, 55, 55);
    assertThat(memory.lastRaiseAt()).hasValue(NOON);
    assertThat(memory.lastMoveAt()).hasValue(in(15));
    assertThat(memory.lastFloor()).hasValue(55);
    assertThat(then(ControlMemory.EMPTY, 0, 50, 50).lastMoveAt()).isEmpty();
    assertThat(then(ControlMemory.EMPTY, 0, 50, 50).lastRaiseAt()).isEmpty();
    assertThat(then(ControlMemory.EMPTY, 0, 50, 40).lastRaiseAt()).isEmpty();
    assertThat(then(ControlMemory.EMPTY, 0, 50, 60).lastRaiseAt()).hasValue(NOON);
  }

  @Test
  void countsAndMeasuresFromAnInstantOn() {
    ControlMemory memory = then(then(ControlMemory.EMPTY, 0, 50, 40), 60, 40, 30);
    assertThat(memory.loweringsSince(NOON)).isEqualTo(2);
    assertThat(memory.loweringsSince(in(1))).isEqualTo(1);
    assertThat(memory.loweringsSince(in(61))).isZero();
    assertThat(then(memory, 120, 30, 30).loweringsSince(in(61))).isZero();
    assertThat(memory.highestSince(NOON)).hasValue(50);
    assertThat(memory.highestSince(in(1))).hasValue(40);
    assertThat(then(memory, 120, 30, 90).highestSince(in(61))).hasValue(90);
    assertThat(memory.highestSince(in(61))).isEmpty();
    assertThat(memory.mostWantedSince(NOON)).hasValue(40);
    assertThat(memory.mostWantedSince(in(1))).hasValue(30);
    assertThat(memory.lowestSince(NOON)).hasValue(30);
    assertThat(then(memory, 120, 30, 70).lowestSince(in(61))).hasValue(70);
    assertThat(memory.lowestSince(in(61))).isEmpty();
  }

  @Test
  void knowsSinceWhenTooFewHostsServe() {
    ControlMemory memory = then(ControlMemory.EMPTY, 0, 50, 50);
    assertThat(memory.shortSince()).isEmpty();
    memory = then(memory, Tick.at(in(15), 50, 50).inService(49));
    memory = then(memory, Tick.at(in(30), 50, 50).inService(48));
    assertThat(memory.shortSince()).hasValue(in(15));
    assertThat(then(memory, 45, 50, 50).shortSince()).isEmpty();
    Tick watching = Tick.of(50, 50).inService(49).mode(ControlMode.FORECAST_ONLY);
    assertThat(then(ControlMemory.EMPTY, watching).shortSince()).isEmpty();
    assertThat(then(ControlMemory.EMPTY, Tick.of(50, 50).noFleet()).shortSince()).isEmpty();
  }

  @Test
  void keepsTheIssueOfTheNewestPlanThatWasFollowed() {
    ControlMemory memory = then(ControlMemory.EMPTY, 60, 50, 50);
    assertThat(memory.newestPlan()).hasValue(in(60));
    Tick older = Tick.at(in(75), 50, 50).plan(Optional.of(Scenes.plan(NOON, 50)));
    assertThat(then(memory, older).newestPlan()).hasValue(in(60));
    assertThat(then(memory, older.noPlan()).newestPlan()).hasValue(in(60));
    assertThat(then(memory, 120, 50, 50).newestPlan()).hasValue(in(120));
  }
}
