package dev.kickoff.jobs.proof.run;

import dev.kickoff.jobs.proof.world.Known;
import dev.kickoff.jobs.proof.world.Sight;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Surroundings;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.override.OperatorOverride;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Stands around a controller's guardrails: sees what they are asked about, and tells them the
 * orders that have been read, for as long as the inbox does not.
 */
final class Witness {
  private final List<Guardrail> guardrails = new ArrayList<>();
  private final Known known;
  private @Nullable Controller brain;
  private @Nullable Situation situation;
  private @Nullable Situation told;
  private @Nullable ControlMemory memory;

  Witness(List<Guardrail> asked, Known known) {
    this.known = known;
    for (Guardrail guardrail : asked) {
      guardrails.add(new Watched(guardrail));
    }
  }

  /** The guardrails to ask. */
  List<Guardrail> guardrails() {
    return guardrails;
  }

  /** The controller that asks them. */
  void brain(Controller controller) {
    brain = controller;
  }

  /** What was seen last. */
  Sight.Judged judged() {
    return new Sight.Judged(
        Objects.requireNonNull(brain),
        Objects.requireNonNull(situation),
        Objects.requireNonNull(memory));
  }

  private Situation told(Situation seen) {
    if (told == null || situation != seen) {
      told = seen.within(told(seen.surroundings()));
    }
    return told;
  }

  private Surroundings told(Surroundings seen) {
    Surroundings all = seen;
    for (OperatorOverride order : known.overrides().overrides()) {
      all = all.with(order);
    }
    return all;
  }

  private final class Watched implements Guardrail {
    private final Guardrail real;

    private Watched(Guardrail real) {
      this.real = real;
    }

    @Override
    public String name() {
      return real.name();
    }

    @Override
    public Verdict check(int proposed, Situation seen, ControlMemory remembered) {
      Situation all = told(seen);
      situation = seen;
      memory = remembered;
      return real.check(proposed, all, remembered);
    }
  }
}
