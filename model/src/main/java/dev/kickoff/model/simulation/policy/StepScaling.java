package dev.kickoff.model.simulation.policy;

import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import dev.kickoff.model.simulation.group.SimulatedGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/**
 * Step scaling on utilization, as <a
 * href="https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-scaling-simple-step.html">EC2 Auto
 * Scaling</a> does it on two alarms.
 *
 * <p>Utilization is demand over what the hosts in service carry, at most 1, as a CPU's is; hosts
 * still warming up do not count. The high alarm rings while every minute of the alarm period is at
 * or above the threshold, the low one while every minute of the scale-in period is at or below the
 * threshold less 0.2; a period with a gap rings neither. The newest minute's distance from the
 * alarm's threshold chooses the step: +10 % below 0.1, +20 % below 0.2, +30 % beyond; -10 % below
 * 0.1, -20 % beyond. Percentages are of the hosts in service, so breaches of one step during one
 * warm-up launch once; above one host they are cut to whole hosts, and one host is the least. While
 * hosts warm up nothing is scaled in. Step scaling has no cooldown.
 */
final class StepScaling {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final double LOW_BELOW_HIGH = 0.2;
  private static final double BAND = 0.1;
  private static final int[] OUT_PERCENT = {10, 20, 30};
  private static final int[] IN_PERCENT = {10, 20};
  private static final double ROUNDING = 1e-9;

  private final ReactiveSettings settings;
  private final HostProfile profile;
  private final Deque<Reading> readings = new ArrayDeque<>();
  private OptionalInt servingBefore = OptionalInt.empty();

  private record Reading(Instant until, double utilization) {}

  /** A policy whose threshold is the target of {@code settings}, with its periods. */
  StepScaling(ReactiveSettings settings, HostProfile profile) {
    this.settings = settings;
    this.profile = profile;
  }

  /**
   * Takes in one minute's demand and changes the group where that is due.
   *
   * @return the new desired capacity; empty when it stays
   */
  OptionalInt observe(SimulatedGroup group, Instant minuteEnd, double requestsPerMinute) {
    int serving = servingBefore.orElse(group.inService());
    double carried = profile.requestsPerMinute() * serving;
    double utilization = requestsPerMinute == 0 ? 0 : Math.min(1, requestsPerMinute / carried);
    readings.addLast(new Reading(minuteEnd, utilization));
    int before = group.size().desired();
    int wanted = Math.max(group.size().min(), Math.min(group.size().max(), wanted(group)));
    if (wanted != before) {
      group.setDesired(minuteEnd, wanted);
    }
    servingBefore = OptionalInt.of(group.inService());
    return wanted == before ? OptionalInt.empty() : OptionalInt.of(wanted);
  }

  private int wanted(SimulatedGroup group) {
    int desired = group.size().desired();
    int current = group.inService();
    double newest = readings.getLast().utilization();
    double high = settings.target();
    double low = high - LOW_BELOW_HIGH;
    forget();
    if (rings(settings.alarm(), high, 1)) {
      return Math.max(desired, current + hosts(current, OUT_PERCENT, newest - high));
    }
    boolean calm = group.pending() == 0 && rings(settings.scaleIn(), low, -1);
    return calm ? current - hosts(current, IN_PERCENT, low - newest) : desired;
  }

  /** Whether each minute of the period is known and on one side of the threshold, or at it. */
  private boolean rings(Duration period, double threshold, int side) {
    Instant from = readings.getLast().until().minus(period);
    long breaching =
        readings.stream()
            .filter(reading -> reading.until().isAfter(from))
            .filter(reading -> side * (reading.utilization() - threshold) >= -ROUNDING)
            .count();
    return breaching >= minutes(period);
  }

  private static int hosts(int current, int[] percents, double breach) {
    int band = (int) Math.floor(breach / BAND + ROUNDING);
    int percent = percents[Math.max(0, Math.min(percents.length - 1, band))];
    return Math.max(1, current * percent / 100);
  }

  private void forget() {
    Duration longest =
        settings.alarm().compareTo(settings.scaleIn()) > 0 ? settings.alarm() : settings.scaleIn();
    Instant from = readings.getLast().until().minus(MINUTE.multipliedBy(minutes(longest)));
    while (!readings.getFirst().until().isAfter(from)) {
      readings.removeFirst();
    }
  }

  private static long minutes(Duration period) {
    return (period.toSeconds() + 59) / 60;
  }
}
