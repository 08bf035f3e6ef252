package dev.kickoff.model.simulation.fault;

import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.simulation.SeededNoise;
import dev.kickoff.model.simulation.group.Circumstances;
import dev.kickoff.model.simulation.group.GroupShape;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Boots that vary, schedules that run late, and zones that fail, as a seed and a list decide.
 *
 * @param boot how long hosts take, lognormally distributed; empty boots all as their group says
 * @param lateness how late a scheduled action may be carried out, at most, not negative; AWS says
 *     up to two minutes
 * @param outages what zones suffer
 */
public record SeededCircumstances(
    long seed, Optional<LeadTime> boot, Duration lateness, List<ZoneOutage> outages)
    implements Circumstances {
  /** The number of standard deviations below which 95 of 100 normal values lie. */
  private static final double Z95 = 1.6448536269514722;

  private static final long BOOTS = 101;
  private static final long SCHEDULES = 102;

  public SeededCircumstances {
    outages = List.copyOf(outages);
    if (lateness.isNegative()) {
      throw new IllegalArgumentException("lateness " + lateness + " must not be negative");
    }
  }

  /** Whether anything is other than ideal. */
  public boolean isIdeal() {
    return boot.isEmpty() && lateness.isZero() && outages.isEmpty();
  }

  @Override
  public Duration boot(GroupShape shape, long host) {
    if (boot.isEmpty() || boot.get().p50().isZero()) {
      return boot.map(LeadTime::p50).orElse(shape.boot());
    }
    double median = boot.get().p50().toMillis();
    double spread = StrictMath.log(boot.get().p95().toMillis() / median) / Z95;
    double noise = new SeededNoise(seed + shape.group().hashCode(), BOOTS).gaussian(host);
    return Duration.ofMillis(Math.round(median * StrictMath.exp(spread * noise)));
  }

  @Override
  public Optional<String> refusal(GroupShape shape, String zone, Instant at) {
    boolean refused =
        outages.stream()
            .anyMatch(
                outage ->
                    outage.holds(ZoneOutage.What.NO_CAPACITY, zone, at)
                        || outage.holds(ZoneOutage.What.LOST, zone, at));
    return refused
        ? Optional.of(
            ("Could not launch On-Demand Instances. InsufficientInstanceCapacity - We currently do"
                    + " not have sufficient capacity in the Availability Zone you requested (%s)."
                    + " Launching EC2 instance failed.")
                .formatted(zone))
        : Optional.empty();
  }

  @Override
  public boolean isLost(String zone, Instant at) {
    return outages.stream().anyMatch(outage -> outage.holds(ZoneOutage.What.LOST, zone, at));
  }

  @Override
  public Duration lateness(GroupShape shape, String scheduledAction) {
    SeededNoise noise = new SeededNoise(seed, SCHEDULES);
    double share = noise.uniform((shape.group() + "/" + scheduledAction).hashCode());
    return Duration.ofMillis((long) (share * lateness.toMillis()));
  }
}
