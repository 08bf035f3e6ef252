package dev.kickoff.model.capacity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/** A staircase within its limits, and what had to be cut off. */
record LimitedPlan(List<CapacityStep> steps, List<Shortfall> shortfalls) {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  static LimitedPlan of(List<CapacityStep> wanted, PlanRequest request) {
    PlanLimits limits = request.limits();
    List<Shortfall> shortfalls = new ArrayList<>();
    List<CapacityStep> placed = new ArrayList<>(wanted.size());
    for (CapacityStep step : wanted) {
      placed.add(placed(step, limits, shortfalls));
    }
    OptionalInt rate = limits.launchesPerMinute();
    return new LimitedPlan(
        rate.isPresent() ? launchedInTime(placed, rate.getAsInt()) : placed, shortfalls);
  }

  private static CapacityStep placed(
      CapacityStep step, PlanLimits limits, List<Shortfall> shortfalls) {
    int most = Math.max(1, limits.most().orElse(step.hosts()));
    if (most >= step.hosts()) {
      return step;
    }
    shortfalls.add(
        new Shortfall(
            step.neededAt(), step.hosts(), most, "capped at " + most + ": " + limits.why()));
    return new CapacityStep(step.launchAt(), step.neededAt(), step.until(), most, step.reason());
  }

  /**
   * Each step asked for so early that its last host is launched when it would be asked for without
   * a limit, or when the launches of the steps after it must begin, if that is earlier. The first
   * step counts as launched: what stands before it is not known here.
   */
  private static List<CapacityStep> launchedInTime(List<CapacityStep> steps, int perMinute) {
    List<CapacityStep> earlier = new ArrayList<>(steps.size());
    Instant nextBegins = Instant.MAX;
    for (int i = steps.size() - 1; i >= 0; i--) {
      CapacityStep step = steps.get(i);
      int hosts = i == 0 ? 0 : Math.max(0, step.hosts() - steps.get(i - 1).hosts());
      Instant unhurried = step.launchAt().plus(MINUTE);
      Instant launched = nextBegins.isBefore(unhurried) ? nextBegins : unhurried;
      long minutes = Math.max(1, -Math.floorDiv(-hosts, perMinute));
      earlier.add(step.launchedAt(launched.minus(MINUTE.multipliedBy(minutes))));
      nextBegins = launched.minusMillis(MINUTE.toMillis() * hosts / perMinute);
    }
    Collections.reverse(earlier);
    return earlier;
  }
}
