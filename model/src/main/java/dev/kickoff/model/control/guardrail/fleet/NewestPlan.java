package dev.kickoff.model.control.guardrail.fleet;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import java.time.Instant;
import java.util.Optional;

/** A plan that is older than one already followed never lowers the floor. */
public final class NewestPlan implements Guardrail {
  @Override
  public String name() {
    return "newest-plan";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    Optional<Instant> issued = situation.plan().flatMap(plan -> plan.basis().nearIssuedAt());
    Optional<Instant> newest = memory.newestPlan();
    return newest.isPresent() && issued.map(newest.get()::isAfter).orElse(true)
        ? hold(
            proposed,
            situation,
            memory,
            "a plan of " + newest.get() + " was followed, this one is older")
        : pass(proposed, "no newer plan was followed");
  }
}
