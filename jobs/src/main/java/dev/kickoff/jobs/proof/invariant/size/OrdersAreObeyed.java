package dev.kickoff.jobs.proof.invariant.size;

import dev.kickoff.jobs.proof.invariant.Findings;
import dev.kickoff.jobs.proof.invariant.Invariant;
import dev.kickoff.jobs.proof.story.VirtualTime;
import dev.kickoff.jobs.proof.world.Known;
import dev.kickoff.jobs.proof.world.Scene;
import dev.kickoff.jobs.proof.world.Sight;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OperatorOverride.Kind;
import java.time.Instant;
import java.util.Optional;

/** No call goes against an order in force: the strongest one says where the floor may move. */
public record OrdersAreObeyed(Scene scene) implements Invariant {
  @Override
  public String name() {
    return "orders-are-obeyed";
  }

  @Override
  public String sentence() {
    return "No call moves the floor away from a pin, over a ceiling, under a floor order, or"
        + " against a freeze of one direction (G21).";
  }

  @Override
  public void see(Sight sight, Findings findings) {
    if (sight instanceof Sight.Called call && !call.leader().fenced()) {
      strongest(call.leader().known(), call.leader().askedAt())
          .ifPresent(
              order ->
                  findings.check(
                      this,
                      call.second(),
                      obeys(call, order),
                      () ->
                          call.floorBefore()
                              + " to "
                              + call.request().min()
                              + " against "
                              + order.kind()
                              + " "
                              + order.hosts()));
    } else if (sight instanceof Sight.Decided decided
        && strongest(decided.known(), decided.second()).isPresent()) {
      findings.held(this);
    }
  }

  private Optional<OperatorOverride> strongest(Known known, long second) {
    if (known.overrides().overrides().isEmpty()) {
      return Optional.empty();
    }
    Instant now = VirtualTime.instantOf(second);
    return known.overrides().inForce(scene.story().settings().group(), now).stream()
        .filter(order -> order.kind() != Kind.APPROVAL)
        .findFirst();
  }

  private static boolean obeys(Sight.Called call, OperatorOverride order) {
    int from = call.floorBefore();
    int to = call.request().min();
    return switch (order.kind()) {
      case FREEZE_IN -> to >= from;
      case FREEZE_OUT -> to <= from;
      case PIN -> Math.abs(to - order.hosts()) <= Math.abs(from - order.hosts());
      case CEILING -> to <= Math.max(from, order.hosts());
      case FLOOR -> to >= Math.min(from, Math.min(order.hosts(), call.before().max()));
      case FORECAST_ONLY -> false;
      case FREEZE, FREEZE_EVERYTHING, APPROVAL -> true;
    };
  }
}
