package dev.kickoff.model.override;

import dev.kickoff.model.capacity.CapacityPlan;
import dev.kickoff.model.capacity.CapacityStep;
import dev.kickoff.model.override.OperatorOverride.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was planned for an event before it was changed, kept as floors until somebody confirms the
 * change.
 *
 * <p>Within an event's window the floor only ever rises (guardrail 2), so what is kept at an
 * instant is the most that the plan asked for from the window's beginning to there. Each floor
 * lasts from its step to the window's end; they are orders like others, so that pins, ceilings and
 * freezes come before them. At most {@link #MOST} of them: where the plan has more steps, several
 * are raised together, the earlier counting.
 *
 * @param uid of the event
 * @param from beginning of its window before the change, or now where that is later
 * @param until end of that window, at most {@link OperatorOverride#LONGEST} after {@code from}
 */
public record KeptPlan(String uid, Instant from, Instant until) {
  /** The most floors that keep one plan. */
  public static final int MOST = 12;

  private static final String PREFIX = "kept/";
  private static final Duration GRID = Duration.ofMinutes(5);

  public KeptPlan {
    if (!until.isAfter(from)
        || Duration.between(from, until).compareTo(OperatorOverride.LONGEST) > 0) {
      throw new IllegalArgumentException(
          "a plan is kept from "
              + from
              + " until "
              + until
              + ", at most "
              + OperatorOverride.LONGEST);
    }
  }

  /**
   * The orders that keep a plan; none where it asks for nothing within the window.
   *
   * @param plan as it was before the change
   * @param known the orders that are known: theirs are not overwritten
   * @param author who changed the event
   * @param reason why, in the author's words
   */
  public List<OperatorOverride> orders(
      CapacityPlan plan, OverrideBook known, String author, String reason) {
    NavigableMap<Instant, Integer> steps = rising(plan);
    List<OperatorOverride> orders = new ArrayList<>();
    int number = of(uid, known).stream().mapToInt(KeptPlan::number).max().orElse(0);
    for (Map.Entry<Instant, Integer> step : steps.entrySet()) {
      number++;
      orders.add(
          new OperatorOverride(
              PREFIX + uid + "/" + number,
              Optional.of(plan.group()),
              Kind.FLOOR,
              step.getValue(),
              step.getKey(),
              until,
              author,
              reason));
    }
    return orders;
  }

  /** The orders that keep what was planned for an event, whichever change they are from. */
  public static List<OperatorOverride> of(String uid, OverrideBook known) {
    return known.overrides().stream().filter(order -> isFor(uid, order)).toList();
  }

  /** Whether an order keeps what was planned for some event. */
  public static boolean isKept(OperatorOverride order) {
    return order.id().startsWith(PREFIX);
  }

  private static boolean isFor(String uid, OperatorOverride order) {
    String id = order.id();
    return isKept(order) && id.substring(PREFIX.length(), id.lastIndexOf('/')).equals(uid);
  }

  private static int number(OperatorOverride order) {
    return Integer.parseInt(order.id().substring(order.id().lastIndexOf('/') + 1));
  }

  /** The most asked for so far, at each instant at which that rises; at most {@link #MOST}. */
  private NavigableMap<Instant, Integer> rising(CapacityPlan plan) {
    Duration grid = GRID;
    NavigableMap<Instant, Integer> steps = rising(plan, Duration.ofMillis(1));
    while (steps.size() > MOST) {
      steps = rising(plan, grid);
      grid = grid.multipliedBy(2);
    }
    return steps;
  }

  private NavigableMap<Instant, Integer> rising(CapacityPlan plan, Duration grid) {
    NavigableMap<Instant, Integer> wanted = new TreeMap<>();
    for (CapacityStep step : plan.steps()) {
      Instant launch = step.launchAt().isBefore(from) ? from : step.launchAt();
      if (launch.isBefore(until) && step.until().isAfter(from)) {
        long cell = Duration.between(from, launch).toMillis() / grid.toMillis();
        wanted.merge(from.plus(grid.multipliedBy(cell)), step.hosts(), Math::max);
      }
    }
    NavigableMap<Instant, Integer> rising = new TreeMap<>();
    int most = 0;
    for (Map.Entry<Instant, Integer> step : wanted.entrySet()) {
      if (step.getValue() > most) {
        most = step.getValue();
        rising.put(step.getKey(), most);
      }
    }
    return rising;
  }
}
