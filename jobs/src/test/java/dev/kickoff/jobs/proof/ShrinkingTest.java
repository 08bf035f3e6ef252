package dev.kickoff.jobs.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.jobs.proof.fault.FaultPlan;
import dev.kickoff.jobs.proof.fault.FaultSpan;
import dev.kickoff.jobs.proof.invariant.Findings;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.run.Parts;
import dev.kickoff.jobs.proof.run.SeedRun;
import dev.kickoff.jobs.proof.world.Scene;
import dev.kickoff.jobs.proof.world.Sight;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(QuietLoop.class)
class ShrinkingTest {

  /** Demand of zero is never seen after the first hour: fails by one of the faults alone. */
  private record NeverZero(Scene scene) implements Invariant {
    @Override
    public String name() {
      return "never-zero";
    }

    @Override
    public String sentence() {
      return "Demand is never zero.";
    }

    @Override
    public void see(Sight sight, Findings findings) {
      if (sight instanceof Sight.Decided decided) {
        boolean zero = decided.decision().inputs().demandRpm().filter(d -> d == 0).isPresent();
        findings.check(this, decided.second(), !zero, () -> "zero");
      }
    }
  }

  @Test
  void findsTheOneFaultAndItsShortestSpanAndSaysHowToSeeItAgain() {
    SeedRun run = new SeedRun(Parts.REAL, scene -> List.of(new NeverZero(scene)));
    FaultPlan faults =
        new FaultPlan(
            Stream.of(
                    "metrics-late@3600+600*100",
                    "calls-throttled@4000+900*0",
                    "metrics-zero@7200+3600*437",
                    "kill-idle@9000+1*0",
                    "describe-stale@9000+600*900")
                .map(FaultSpan::parse)
                .toList());
    Shrinking.Reproduction found = new Shrinking(run, 5, "never-zero").of(faults).orElseThrow();
    assertThat(found.faults()).hasSize(1);
    assertThat(found.faults().get(0).fault().label()).isEqualTo("metrics-zero");
    assertThat(found.faults().get(0).seconds()).isLessThanOrEqualTo(60);
    assertThat(found.seconds()).isEqualTo((int) found.violation().second() + 1);
    assertThat(found.command())
        .isEqualTo(
            "kickoff prove --seeds 1 --from 5 --faults "
                + found.faults().get(0)
                + " --until "
                + found.seconds());
  }

  @Test
  void findsNothingWhereNothingFails() {
    SeedRun run = new SeedRun(Parts.REAL, scene -> List.of(new NeverZero(scene)));
    assertThat(new Shrinking(run, 5, "never-zero").of(new FaultPlan(List.of()))).isEmpty();
  }

  @Test
  void readsFaultsAsTheyAreWrittenAndRefusesOthersWithAWord() {
    FaultSpan span = FaultSpan.parse("metrics-zero@7200+300*437");
    assertThat(FaultSpan.parse(span.toString())).isEqualTo(span);
    assertThatThrownBy(() -> FaultSpan.parse("metrics-nil@7200+300*437"))
        .hasMessage("there is no fault 'metrics-nil'");
    assertThatThrownBy(() -> FaultSpan.parse("metrics-zero"))
        .hasMessageContaining("must look like metrics-zero@7200+300*437");
  }
}
