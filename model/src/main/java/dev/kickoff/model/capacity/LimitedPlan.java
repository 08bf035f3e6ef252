package dev.kickoff.model.capacity;

import dev.kickoff.model.forecast.DemandForecast;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A staircase within its limits, and what had to be cut off. */
record LimitedPlan(List<CapacityStep> steps, List<Shortfall> shortfalls) {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  static LimitedPlan of(List<CapacityStep> wanted, PlanRequest request) {
    PlanLimits limits = request.limits();
    if (limits.most().isEmpty() && limits.launchesPerMinute().isEmpty()) {
      return new LimitedPlan(wanted, List.of());
    }
    List<CapacityStep> steps = new ArrayList<>(wanted.size());
    List<Shortfall> shortfalls = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      CapacityStep step = wanted.get(i);
      int placed = Math.max(1, Math.min(step.hosts(), limits.most().orElse(step.hosts())));
      if (placed < step.hosts()) {
        shortfalls.add(
            new Shortfall(
                step.neededAt(),
                step.hosts(),
                placed,
                "capped at " + placed + ": " + limits.why()));
      }
      int before = i == 0 ? placed : Math.min(placed, wanted.get(i - 1).hosts());
      Duration launching = launching(placed - before, limits);
      Instant launchAt = step.launchAt().minus(launching);
      steps.add(new CapacityStep(launchAt, step.neededAt(), step.until(), placed, step.reason()));
      late(step, placed, launchAt, request).ifPresent(shortfalls::add);
    }
    return new LimitedPlan(steps, shortfalls);
  }

  /** How much longer than one host so many take at the launch rate. */
  private static Duration launching(int hosts, PlanLimits limits) {
    if (hosts <= 0 || limits.launchesPerMinute().isEmpty()) {
      return Duration.ZERO;
    }
    return MINUTE.multipliedBy(-Math.floorDiv(-hosts, limits.launchesPerMinute().getAsInt()) - 1L);
  }

  /** What is missing of a step that should have been launched before the forecast was made. */
  private static Optional<Shortfall> late(
      CapacityStep step, int placed, Instant launchAt, PlanRequest request) {
    Instant now = request.near().or(request::far).map(DemandForecast::issuedAt).orElse(launchAt);
    if (request.limits().launchesPerMinute().isEmpty()
        || !launchAt.isBefore(now)
        || step.launchAt().isBefore(now)) {
      return Optional.empty();
    }
    long minutes = -Math.floorDiv(-Duration.between(launchAt, now).toMillis(), MINUTE.toMillis());
    int rate = request.limits().launchesPerMinute().getAsInt();
    int missing = (int) Math.min(placed, minutes * rate);
    return Optional.of(
        new Shortfall(
            step.neededAt(),
            placed,
            placed - missing,
            "at most " + rate + " launches a minute leave too little time"));
  }
}
