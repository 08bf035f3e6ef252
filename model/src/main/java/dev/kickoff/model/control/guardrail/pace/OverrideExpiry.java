package dev.kickoff.model.control.guardrail.pace;

import dev.kickoff.model.capacity.CapacityStep;
import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.override.OperatorOverride;
import java.time.Duration;
import java.util.List;

/**
 * Says a quarter of an hour before an order ends what follows it.
 *
 * <p>It changes nothing: when the order has ended, the floor goes on from where it stands, through
 * the same steps and ramps as ever.
 */
public final class OverrideExpiry implements Guardrail {
  private static final Duration NOTICE = Duration.ofMinutes(15);

  @Override
  public String name() {
    return "override-expiry";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    List<OperatorOverride> ending =
        situation
            .surroundings()
            .overrides()
            .inForce(situation.settings().group(), situation.now())
            .stream()
            .filter(order -> !order.until().isAfter(situation.now().plus(NOTICE)))
            .toList();
    if (ending.isEmpty()) {
      return pass(proposed, "no order ends soon");
    }
    OperatorOverride order = ending.get(0);
    String then =
        situation
            .plan()
            .flatMap(plan -> plan.inForceAt(order.until()))
            .map(CapacityStep::hosts)
            .map(hosts -> "the plan then wants " + hosts)
            .orElse("no plan reaches that far");
    return pass(
            proposed,
            "%s by %s ends at %s, %s".formatted(order.kind(), order.author(), order.until(), then))
        .alarming();
  }
}
