package dev.kickoff.model.forecast.quality;

import dev.kickoff.model.demand.DemandMask;
import dev.kickoff.model.demand.DemandMask.Kind;
import dev.kickoff.model.demand.DemandMasks;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.DemandSignals;
import dev.kickoff.model.forecast.track.LocalClock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Masks where errors and latency say that a service was failing while its demand fell.
 *
 * <p>A slot is hidden where demand is under 80 % of its median over the two hours before, and the
 * signals that are measured are bad: errors at a tenth of all requests or more and at five times
 * their median of the day before; latency at three times its median, or five times where errors are
 * not measured. Errors of half of all requests need no latency. Slots that are hidden count for no
 * median. Each slot is known when it ends.
 */
public final class SignalMasks {
  private static final double FALLEN = 0.8;
  private static final double LEAST_ERRORS = 0.1;
  private static final double MOST_FAIL = 0.5;
  private static final double ERRORS_TIMES = 5;
  private static final double LATENCY_TIMES = 3;
  private static final double LATENCY_ALONE_TIMES = 5;
  private static final long DAY_MINUTES = 24 * 60;
  private static final long LEVEL_MINUTES = 120;
  private static final LocalClock ANY = new LocalClock(ZoneOffset.UTC);

  private final Slots demand;
  private final Optional<Trail> errors;
  private final Optional<Trail> latency;

  /** A signal in slots, with the median of what it was lately while all was well. */
  private static final class Trail {
    private final Slots slots;
    private final double[] recent;
    private int next;
    private int count;

    private Trail(Slots slots, int reach) {
      this.slots = slots;
      this.recent = new double[reach];
    }

    private void add(double value) {
      recent[next] = value;
      next = (next + 1) % recent.length;
      count = Math.min(recent.length, count + 1);
    }

    private boolean isAbove(double times, double value) {
      Median usual = new Median(recent.length);
      for (int i = 0; i < count; i++) {
        usual.add(recent[i]);
      }
      return count > 0 && value >= times * usual.get();
    }
  }

  private SignalMasks(DemandSeries series, DemandSignals signals) {
    this.demand = new Slots(series, ANY);
    int day = demand.count(DAY_MINUTES, 2);
    this.errors = signals.errorRate().map(s -> new Trail(new Slots(s, ANY), day));
    this.latency = signals.latencyMs().map(s -> new Trail(new Slots(s, ANY), day));
  }

  /**
   * The masks of a series, also those that become known later.
   *
   * @param signals in the same steps, from the same start
   */
  public static DemandMasks of(DemandSeries series, DemandSignals signals) {
    if (signals.errorRate().isEmpty() && signals.latencyMs().isEmpty()) {
      return DemandMasks.none();
    }
    return new SignalMasks(series, signals).search();
  }

  private DemandMasks search() {
    List<DemandMask> found = new ArrayList<>();
    Trail level = new Trail(demand, demand.count(LEVEL_MINUTES, 2));
    for (int i = 0; i < demand.size(); i++) {
      boolean fell = demand.has(i) && level.count > 0 && !level.isAbove(FALLEN, demand.at(i));
      if (fell && isFailing(i)) {
        Instant end = Instant.ofEpochMilli(demand.millisAt(i + 1));
        found.add(
            new DemandMask(
                Instant.ofEpochMilli(demand.millisAt(i)), end, Kind.OUTAGE, inWords(i), end));
      } else {
        remember(i, level);
      }
    }
    return new DemandMasks(found);
  }

  private void remember(int slot, Trail level) {
    for (Trail trail : List.of(level, errors.orElse(level), latency.orElse(level))) {
      if (trail != level && trail.slots.has(slot)) {
        trail.add(trail.slots.at(slot));
      }
    }
    if (demand.has(slot)) {
      level.add(demand.at(slot));
    }
  }

  private boolean isFailing(int slot) {
    Optional<Trail> failed = errors.filter(trail -> trail.slots.has(slot));
    Optional<Trail> slow = latency.filter(trail -> trail.slots.has(slot));
    boolean slows = slow.isPresent() && isAbove(slow.get(), slot, LATENCY_TIMES);
    if (failed.isEmpty()) {
      return slow.isPresent() && isAbove(slow.get(), slot, LATENCY_ALONE_TIMES);
    }
    double rate = failed.get().slots.at(slot);
    boolean fails = rate >= LEAST_ERRORS && isAbove(failed.get(), slot, ERRORS_TIMES);
    return fails && (slow.isEmpty() || slows || rate >= MOST_FAIL);
  }

  private static boolean isAbove(Trail trail, int slot, double times) {
    return trail.isAbove(times, trail.slots.at(slot));
  }

  private String inWords(int slot) {
    String rate =
        errors
            .filter(trail -> trail.slots.has(slot))
            .map(t -> String.format(Locale.ROOT, "%.0f %% errors, ", 100 * t.slots.at(slot)))
            .orElse("");
    String time =
        latency
            .filter(trail -> trail.slots.has(slot))
            .map(t -> String.format(Locale.ROOT, "latency %.4g ms, ", t.slots.at(slot)))
            .orElse("");
    return rate + time + "and demand fell";
  }
}
