package dev.kickoff.jobs.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.jobs.proof.fault.FaultPlan;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.run.Parts;
import dev.kickoff.jobs.proof.run.SeedRun;
import dev.kickoff.jobs.proof.story.Story;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The control loop, eight hours a seed, under everything that can go wrong. */
@ExtendWith(QuietLoop.class)
class ProofTest {

  @Test
  void holdsEveryInvariantThrough500SeedsAndPutsEachToTheTest() {
    Proof.Outcome outcome = new Proof(Parts.REAL, Invariants.PENDING).of(1, 500, seed -> {});
    String report = new ProofReport(outcome, Invariants.PENDING, 0, List.of()).text();
    assertThat(outcome.violations()).as(report).isZero();
    assertThat(outcome.ticks()).isGreaterThan(500 * 1_000);
    assertThat(outcome.twice()).isEqualTo(10);
  }

  @Test
  void writesTheSameLogForTheSameSeedAndAnotherForAnother() {
    SeedRun run = new SeedRun(Parts.REAL, Invariants::watching);
    SeedRun.Outcome once = run.of(7);
    assertThat(run.of(7).log()).isEqualTo(once.log());
    assertThat(once.log().lines().count()).isEqualTo(once.ticks() + 1);
    assertThat(run.of(8).log()).isNotEqualTo(once.log());
  }

  @Test
  void followsTheEventWithoutAFaultAndLetsTheFloorFallAfterwards() {
    SeedRun run = new SeedRun(Parts.REAL, Invariants::watching);
    Story story = Story.of(3);
    SeedRun.Outcome outcome = run.of(story, new FaultPlan(List.of()), Story.SECONDS);
    assertThat(outcome.violations()).isEmpty();
    assertThat(outcome.ticks()).isEqualTo(1_920);
    assertThat(outcome.exercised()).containsKeys("event-never-sags", "lowering-is-slow");
  }

  @Test
  void namesEveryInvariantOnceWithASentence() {
    List<Invariant> all = Proof.anyInvariants();
    assertThat(all).extracting(Invariant::name).doesNotHaveDuplicates();
    assertThat(all).extracting(Invariant::sentence).allMatch(s -> s.endsWith("."));
    assertThat(all)
        .extracting(Invariant::name)
        .containsAll(Invariants.PENDING.entries().stream().map(Pending.Entry::invariant).toList());
  }
}
