package dev.kickoff.model.control.guardrail;

import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.guardrail.bound.GroupBounds;
import dev.kickoff.model.control.guardrail.event.MonotoneThroughEvent;
import dev.kickoff.model.control.guardrail.evidence.MissingDataNeverLowers;
import dev.kickoff.model.control.guardrail.evidence.ReactiveFloor;
import dev.kickoff.model.control.guardrail.pace.LowerStepLimit;
import dev.kickoff.model.control.guardrail.pace.RaiseRamp;
import java.util.List;

/**
 * The guardrails in force, in the order in which they are asked.
 *
 * <p>First what may raise (measured demand), then what forbids lowering, then the two limits on
 * steps, and the hard bounds last so that nothing after them can break them.
 */
public final class Guardrails {
  private Guardrails() {}

  public static List<Guardrail> standard() {
    return List.of(
        new ReactiveFloor(),
        new MissingDataNeverLowers(),
        new MonotoneThroughEvent(),
        new LowerStepLimit(),
        new RaiseRamp(),
        new GroupBounds());
  }
}
