package dev.kickoff.model.control.guardrail.bound;

import static dev.kickoff.model.Scenes.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.Tick;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.Memories;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.demand.KnownPast;
import dev.kickoff.model.override.OperatorOverride.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LargeMovesTest {
  private final LargeMoves guardrail = new LargeMoves();

  private static Tick approving(int standing) {
    return Tick.of(standing, 10).mode(ControlMode.APPROVE);
  }

  private static Tick knowing(int standing, double highest) {
    return approving(standing).around(s -> s.with(new KnownPast(NOON, highest)));
  }

  @ParameterizedTest
  @EnumSource(names = "APPROVE", mode = EnumSource.Mode.EXCLUDE)
  void waitsForNobodyInOtherModes(ControlMode mode) {
    assertThat(Tick.of(100, 10).mode(mode).ask(guardrail, 400))
        .isEqualTo(new Verdict("large-moves", 400, 400, "no move waits for a person in this mode"));
    assertThat(Tick.of(100, 10).mode(mode).ask(guardrail, 1).allowed()).isEqualTo(1);
  }

  @Test
  void raisesWithoutAPersonToOneAndAHalfTimesWhatTheHighestDemandNeeds() {
    assertThat(knowing(50, 100_000).ask(guardrail, 150))
        .isEqualTo(new Verdict("large-moves", 150, 150, "within the pre-approved 150"));
    assertThat(knowing(50, 100_000).ask(guardrail, 151))
        .isEqualTo(
            new Verdict(
                    "large-moves", 151, 150, "151 waits for approval; up to 150 applies without")
                .alarming());
  }

  @Test
  void raisesWithoutAPersonByAHalfWhereThePastIsUnknown() {
    assertThat(approving(51).ask(guardrail, 76).allowed()).isEqualTo(76);
    assertThat(approving(51).ask(guardrail, 77).allowed()).isEqualTo(76);
  }

  @Test
  void neverCutsWhatStands() {
    assertThat(knowing(200, 100_000).ask(guardrail, 200))
        .isEqualTo(new Verdict("large-moves", 200, 200, "within the pre-approved 150"));
    assertThat(knowing(200, 100_000).ask(guardrail, 201))
        .isEqualTo(
            new Verdict(
                    "large-moves", 201, 200, "201 waits for approval; up to 150 applies without")
                .alarming());
  }

  @Test
  void raisesToWhatAPersonApproved() {
    Tick approved = knowing(50, 100_000).order(Kind.APPROVAL, 180);
    assertThat(approved.ask(guardrail, 180).reason()).isEqualTo("within the pre-approved 180");
    assertThat(approved.ask(guardrail, 181).allowed()).isEqualTo(180);
    assertThat(knowing(50, 100_000).order(Kind.APPROVAL, 60).ask(guardrail, 151).allowed())
        .isEqualTo(150);
  }

  @Test
  void dropsWhatGoesBelowHalfOfTheHoursPeak() {
    assertThat(approving(101).ask(guardrail, 51))
        .isEqualTo(new Verdict("large-moves", 51, 51, "a small step"));
    assertThat(approving(101).ask(guardrail, 50))
        .isEqualTo(
            new Verdict("large-moves", 50, 51, "below 51 of the hour's 101 waits for approval"));
    Tick fallen =
        approving(60)
            .remembering(Memories.of(Memories.floor(NOON.minusSeconds(3_600), 140, 1, 60)));
    assertThat(fallen.ask(guardrail, 59).allowed()).isEqualTo(60);
    Tick since =
        approving(60)
            .remembering(Memories.of(Memories.floor(NOON.minusSeconds(3_601), 140, 1, 60)));
    assertThat(since.ask(guardrail, 30).allowed()).isEqualTo(30);
    assertThat(since.ask(guardrail, 29).allowed()).isEqualTo(30);
  }

  @Test
  void lowersWhatAPersonApproved() {
    assertThat(approving(100).order(Kind.APPROVAL, 1).ask(guardrail, 1).allowed()).isEqualTo(1);
  }
}
