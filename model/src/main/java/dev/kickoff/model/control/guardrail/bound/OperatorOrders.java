package dev.kickoff.model.control.guardrail.bound;

import dev.kickoff.model.control.ControlMemory;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Guardrail;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OperatorOverride.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What operators ordered: a pin before a ceiling, a ceiling before a floor, each before what the
 * plan and the calendar want. Nothing is raised under freeze-out, nothing lowered under freeze-in.
 */
public final class OperatorOrders implements Guardrail {
  @Override
  public String name() {
    return "operator";
  }

  @Override
  public Verdict check(int proposed, Situation situation, ControlMemory memory) {
    List<OperatorOverride> orders =
        situation.surroundings().overrides().inForce(situation.settings().group(), situation.now());
    int standing = Controller.floorBefore(situation, memory);
    int allowed = proposed;
    Optional<OperatorOverride> decisive = Optional.empty();
    for (int i = orders.size() - 1; i >= 0; i--) {
      int after = orders.get(i).applied(allowed, standing);
      decisive = after != allowed ? Optional.of(orders.get(i)) : decisive;
      allowed = after;
    }
    String reason =
        decisive
            .map(OperatorOrders::words)
            .orElse(orders.isEmpty() ? "nothing is ordered" : "as ordered");
    return new Verdict(name(), proposed, allowed, reason);
  }

  /** The most hosts that a pin or a ceiling in force allows; the largest number without one. */
  public static int most(Situation situation) {
    return situation
        .surroundings()
        .overrides()
        .inForce(situation.settings().group(), situation.now())
        .stream()
        .filter(order -> order.kind() == Kind.PIN || order.kind() == Kind.CEILING)
        .mapToInt(OperatorOverride::hosts)
        .min()
        .orElse(Integer.MAX_VALUE);
  }

  private static String words(OperatorOverride order) {
    Kind kind = order.kind();
    String what = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return "%s%s by %s until %s: %s"
        .formatted(
            what,
            kind.countsHosts() ? " " + order.hosts() : "",
            order.author(),
            order.until(),
            order.reason());
  }
}
