package dev.kickoff.model.control.preview;

import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.capacity.CapacityStep;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.preview.Effect.Planned;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OperatorOverride.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What is planned for a group in the next two days, as orders leave it.
 *
 * @param situation with its plan; without one nothing is planned
 * @param standing the floor that stands, in hosts: what a freeze keeps
 */
record Ahead(Situation situation, int standing) {
  private static final Duration REACH = Duration.ofHours(48);

  /** Hosts that the plan wants at an instant and orders do not allow. */
  record Lack(Instant at, int wanted, int allowed) {}

  /** The staircase, steps that follow each other alike being one. */
  List<Planned> steps() {
    List<Planned> steps = new ArrayList<>();
    List<Instant> instants = instants();
    for (int i = 0; i + 1 < instants.size(); i++) {
      Instant at = instants.get(i);
      Planned step = new Planned(at, instants.get(i + 1), allowed(at), why(at));
      Planned last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
      if (last != null && last.hosts() == step.hosts()) {
        steps.set(
            steps.size() - 1, new Planned(last.at(), step.until(), last.hosts(), last.reason()));
      } else {
        steps.add(step);
      }
    }
    return steps;
  }

  /** The first of the greatest lacks; empty where orders allow all that is wanted. */
  Optional<Lack> greatestLack() {
    Optional<Lack> greatest = Optional.empty();
    for (Instant at : instants()) {
      int wanted = step(at).map(CapacityStep::hosts).orElse(0);
      int lack = wanted - allowed(at);
      int known = greatest.map(l -> l.wanted() - l.allowed()).orElse(0);
      greatest = lack > known ? Optional.of(new Lack(at, wanted, allowed(at))) : greatest;
    }
    return greatest;
  }

  /** When something changes, from now to the plan's end; empty without a plan. */
  private List<Instant> instants() {
    Instant now = situation.now();
    Instant reach = now.plus(REACH);
    TreeSet<Instant> instants = new TreeSet<>();
    for (CapacityStep step : situation.plan().map(CapacityPlan::steps).orElse(List.of())) {
      instants.add(step.launchAt());
      instants.add(step.until());
    }
    if (instants.isEmpty()) {
      return List.of();
    }
    Instant end = instants.last().isBefore(reach) ? instants.last() : reach;
    for (OperatorOverride order : situation.surroundings().overrides().overrides()) {
      instants.add(order.from());
      instants.add(order.until());
    }
    instants.add(now);
    instants.add(end);
    return instants.stream().filter(at -> !at.isBefore(now) && !at.isAfter(end)).toList();
  }

  private Optional<CapacityStep> step(Instant at) {
    return situation.plan().flatMap(plan -> plan.inForceAt(at));
  }

  private List<OperatorOverride> orders(Instant at) {
    return situation.surroundings().overrides().inForce(situation.settings().group(), at);
  }

  private int allowed(Instant at) {
    List<OperatorOverride> orders = orders(at);
    int hosts = step(at).map(CapacityStep::hosts).orElse(situation.settings().bounds().min());
    for (int i = orders.size() - 1; i >= 0; i--) {
      OperatorOverride order = orders.get(i);
      hosts = holds(order) ? standing : order.applied(hosts, standing);
    }
    return hosts;
  }

  /** Whether nothing moves under an order. */
  private static boolean holds(OperatorOverride order) {
    return order.kind() == Kind.FREEZE_EVERYTHING
        || order.kind() == Kind.FREEZE
        || order.kind() == Kind.FORECAST_ONLY;
  }

  private String why(Instant at) {
    return orders(at).stream()
        .filter(order -> order.kind() != Kind.APPROVAL)
        .findFirst()
        .map(order -> order.reason() + " (" + order.author() + ")")
        .or(() -> step(at).map(CapacityStep::reason))
        .orElse("nothing is planned");
  }
}
