package dev.kickoff.jobs.proof.run;

import dev.kickoff.jobs.proof.world.Sight;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sees what a controller's first guardrail is asked about, and changes nothing. */
final class Witness {
  private final List<Guardrail> guardrails;
  private @Nullable Controller brain;
  private @Nullable Situation situation;
  private @Nullable ControlMemory memory;

  Witness(List<Guardrail> asked) {
    guardrails = new ArrayList<>(asked);
    guardrails.set(0, new First(guardrails.get(0)));
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

  private final class First implements Guardrail {
    private final Guardrail real;

    private First(Guardrail real) {
      this.real = real;
    }

    @Override
    public String name() {
      return real.name();
    }

    @Override
    public Verdict check(int proposed, Situation seen, ControlMemory remembered) {
      situation = seen;
      memory = remembered;
      return real.check(proposed, seen, remembered);
    }
  }
}
