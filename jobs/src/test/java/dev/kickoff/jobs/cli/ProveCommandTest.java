package dev.kickoff.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.jobs.proof.Invariants;
import dev.kickoff.jobs.proof.Pending;
import dev.kickoff.jobs.proof.run.Parts;
import dev.kickoff.model.control.guardrail.bound.GroupBounds;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProveCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int prove(ProveCommand command, String... args) {
    return Main.commandLine(List.of(command))
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(args);
  }

  @Test
  void saysInJsonHowManySeedsTicksAndViolationsThereWere() throws Exception {
    int code = prove(new ProveCommand(), "prove", "--seeds", "2", "--from", "5", "-o", "json");
    JsonNode json = new ObjectMapper().readTree(out.toString());
    assertThat(code).as(out.toString()).isZero();
    assertThat(json.get("seeds").asLong()).isEqualTo(2);
    assertThat(json.get("ticks").asLong()).isGreaterThan(1_000);
    assertThat(json.get("violations").asLong()).isZero();
    assertThat(json.get("invariants").get("caps-hold").asLong()).isPositive();
  }

  @Test
  void failsWithTheSmallestReproductionAndTheCommandToSeeItAgain() {
    ProveCommand unguarded =
        new ProveCommand(
            Parts.REAL.guardedBy(() -> List.of(new GroupBounds())), new Pending(List.of()));
    assertThat(prove(unguarded, "prove", "--seeds", "1", "--from", "3")).isEqualTo(99);
    assertThat(out.toString())
        .contains("VIOLATION: seed 3, ")
        .containsPattern("smallest for [a-z-]+: ")
        .containsPattern("kickoff prove --seeds 1 --from 3 --faults \\S+ --until \\d+");
    assertThat(err.toString()).contains("violations");
  }

  @Test
  void runsOneSeedWithTheFaultsThatAreGivenAndPrintsItsLog() {
    int code =
        prove(
            new ProveCommand(),
            "prove",
            "--seeds",
            "1",
            "--from",
            "3",
            "--faults",
            "metrics-zero@600+300*0,kill-idle@900+1*0",
            "--until",
            "1200");
    assertThat(code).as(out.toString()).isZero();
    assertThat(out.toString().lines().filter(l -> l.contains(" leader 1 saw ")).count())
        .isBetween(58L, 62L);
    assertThat(out.toString()).contains(" leader 2 saw ").contains(" demand 0.0 ");
  }

  @Test
  void saysWhatIsWrongWithFaultsThatItDoesNotKnow() {
    assertThat(prove(new ProveCommand(), "prove", "--seeds", "1", "--faults", "rain@1+1*1"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--faults: there is no fault 'rain'");
    assertThat(prove(new ProveCommand(), "prove", "--seeds", "2", "--faults", "none")).isEqualTo(2);
    assertThat(err.toString()).contains("--faults needs --seeds 1");
    assertThat(Invariants.PENDING.why("caps-hold")).isEmpty();
  }
}
