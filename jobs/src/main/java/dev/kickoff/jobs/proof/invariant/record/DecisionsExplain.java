package dev.kickoff.jobs.proof.invariant.record;

import dev.kickoff.jobs.proof.invariant.Findings;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.world.Sight;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.Verdict;

/** Every decision has a reason, and its trail leads from what was wanted to what is allowed. */
public record DecisionsExplain() implements Invariant {
  @Override
  public String name() {
    return "decisions-explain";
  }

  @Override
  public String sentence() {
    return "Every decision has a reason, and a trail from what was wanted to what is allowed.";
  }

  @Override
  public void see(Sight sight, Findings findings) {
    if (sight instanceof Sight.Decided decided) {
      Decision decision = decided.decision();
      findings.check(
          this,
          decided.second(),
          !decision.reason().isBlank() && isChained(decision),
          () -> "decision " + decision.key().sequence() + ": " + decision.trail());
    }
  }

  private static boolean isChained(Decision decision) {
    int at = decision.change().wanted();
    for (Verdict verdict : decision.trail()) {
      if (verdict.proposed() != at || verdict.reason().isBlank()) {
        return false;
      }
      at = verdict.allowed();
    }
    return at == decision.change().to();
  }
}
