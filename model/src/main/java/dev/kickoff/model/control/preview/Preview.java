package dev.kickoff.model.control.preview;

import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.capacity.CapacityPlanner;
import dev.kickoff.model.capacity.Shortfall;
import dev.kickoff.model.control.Controller;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.Situation;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.control.preview.Effect.Cost;
import dev.kickoff.model.control.preview.Effect.Fleet;
import dev.kickoff.model.control.preview.Effect.Outlook;
import dev.kickoff.model.control.preview.Effect.Sizes;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OverrideBook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a change would do to a group: the planner and the controller are asked with it and without.
 *
 * <p>Nothing is judged here that they do not judge. Orders that begin later are looked at as if
 * they began now. Where the floor ends up is told for a present that lasts: same plan, same demand,
 * same events, and a group that obeys.
 */
public final class Preview {
  private final CapacityPlanner planner;
  private final Controller controller;

  public Preview(CapacityPlanner planner, Controller controller) {
    this.planner = planner;
    this.controller = controller;
  }

  /**
   * The effect of going from one present to another of the same group and instant.
   *
   * @param now the group as it is
   * @param then the group under the change
   */
  public Effect effect(Present now, Present then) {
    Present begun = then.under(begun(then.orders(), now.orders(), now.situation().now()));
    Situation under = begun.planned(planner);
    Settling settling = Settling.of(under, begun.memory(), controller);
    int standing = now.standing();
    boolean stands = begun.configured().mode().acts() && !under.settings().mode().acts();
    int floor = stands ? standing : settling.floor();
    Ahead before = new Ahead(now.planned(planner), standing);
    Ahead after = new Ahead(then.planned(planner), floor);
    Sizes sizes =
        new Sizes(
            standing,
            floor,
            settling.first().change().wanted(),
            under.fleet().map(f -> new Fleet(f.size().desired(), f.inService())));
    return new Effect(
        begun.configured().group(),
        sizes,
        cost(begun, sizes),
        Risks.of(under, sizes, after),
        reason(sizes, settling, stands),
        isLarge(begun, sizes),
        settling.first().trail(),
        new Outlook(before.steps(), after.steps(), violations(under, settling)));
  }

  private static OverrideBook begun(OverrideBook then, OverrideBook known, Instant now) {
    OverrideBook begun = then;
    for (OperatorOverride order : then.overrides()) {
      if (order.from().isAfter(now) && !known.overrides().contains(order)) {
        Duration length = Duration.between(order.from(), order.until());
        begun = begun.with(order.within(now, now.plus(length)));
      }
    }
    return begun;
  }

  private static Optional<Cost> cost(Present present, Sizes sizes) {
    double price = present.configured().limits().hostHour();
    return price > 0
        ? Optional.of(new Cost(price * sizes.floorNow(), price * sizes.floorThen()))
        : Optional.empty();
  }

  private static boolean isLarge(Present present, Sizes sizes) {
    int move = Math.abs(sizes.floorThen() - sizes.floorNow());
    return move > present.configured().limits().largeMove() * Math.max(1, sizes.floorNow());
  }

  private static String reason(Sizes sizes, Settling settling, boolean stands) {
    Decision first = settling.first();
    if (stands) {
      return "the floor stays %d, whatever is decided; it would decide: %s"
          .formatted(sizes.floorNow(), first.reason());
    }
    String end =
        sizes.floorThen() == sizes.floorNow()
            ? "the floor stays " + sizes.floorNow()
            : "the floor goes from %d to %d within %s"
                .formatted(sizes.floorNow(), sizes.floorThen(), words(settling.after()));
    String recorded =
        first.mode().acts() ? "" : " in what is recorded, as the group forecasts only";
    return end + recorded + "; first " + first.reason();
  }

  private static String words(Duration span) {
    return span.compareTo(Duration.ofMinutes(2)) < 0
        ? span.toSeconds() + " s"
        : span.toMinutes() + " min";
  }

  private static List<String> violations(Situation under, Settling settling) {
    List<String> violations = new ArrayList<>();
    Stream.of(settling.first(), settling.last())
        .flatMap(decision -> decision.alarms().stream())
        .map(Preview::words)
        .forEach(violations::add);
    under
        .plan()
        .map(CapacityPlan::shortfalls)
        .orElse(List.of())
        .forEach(shortfall -> violations.add(words(shortfall)));
    return violations.stream().distinct().toList();
  }

  private static String words(Verdict verdict) {
    return verdict.guardrail() + ": " + verdict.alarm().orElse(verdict.reason());
  }

  private static String words(Shortfall shortfall) {
    return "at %s the plan wants %d hosts and there will be %d: %s"
        .formatted(shortfall.at(), shortfall.wanted(), shortfall.placed(), shortfall.why());
  }
}
