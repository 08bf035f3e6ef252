package dev.kickoff.model.capacity;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Booted hosts to keep in a warm pool, and until when.
 *
 * @param hosts how many, at least 1
 * @param from when they must be asked for so that they wait, booted, before they are needed
 * @param until when the step that they are for begins to be over, after {@code from}
 * @param reason the step they are for
 */
public record WarmReserve(int hosts, Instant from, Instant until, String reason) {
  private static final Duration DAY = Duration.ofDays(1);

  /**
   * Lead times, their p95.
   *
   * @param cold of a new host
   * @param warm of one from the pool
   */
  public record Leads(Duration cold, Duration warm) {}

  /**
   * What the plan of the next day calls for: its largest step beyond what stands.
   *
   * @param standing hosts in service or booting
   * @return empty when the day needs no more than stands, or a pool would save no time
   */
  public static Optional<WarmReserve> of(
      CapacityPlan plan, Instant now, int standing, Leads leads) {
    if (leads.warm().compareTo(leads.cold()) >= 0) {
      return Optional.empty();
    }
    return plan.steps().stream()
        .filter(step -> step.until().isAfter(now) && step.neededAt().isBefore(now.plus(DAY)))
        .max(Comparator.comparingInt(CapacityStep::hosts))
        .filter(step -> step.hosts() > standing)
        .map(
            step ->
                new WarmReserve(
                    step.hosts() - standing,
                    step.neededAt().minus(leads.warm()).minus(leads.cold()),
                    step.until(),
                    step.reason()));
  }
}
