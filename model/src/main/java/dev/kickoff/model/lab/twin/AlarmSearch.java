package dev.kickoff.model.lab.twin;

import dev.kickoff.model.lab.sim.AlarmSettings;
import dev.kickoff.model.lab.sim.AlarmSettings.Kind;
import dev.kickoff.model.lab.sim.Beat;
import dev.kickoff.model.lab.sim.Rearm;
import dev.kickoff.model.lab.sim.ScalingRule;
import dev.kickoff.model.lab.twin.fit.Watched;
import dev.kickoff.model.lab.twin.reality.Reality;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Tries which alarm would have asked for the launches that happened, seeing what happened: each
 * launch is foretold from the one before it, so that no error is carried on; none counts for more
 * than five minutes.
 *
 * <p>Candidates: periods of 10 s, 1, 2, 3 and 5 minutes, one to five of them, each phase; the
 * planned alarm, whatever its kind; cooldowns of whole minutes up to the shortest time between two
 * launches, where the policy has a cooldown.
 */
final class AlarmSearch {
  private static final List<Duration> LENGTHS =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(3),
          Duration.ofMinutes(5));
  private static final int MOST_PERIODS = 5;
  private static final int LONGEST_COOLDOWN = 15;
  private static final int FAR = 300 / Reality.STEP;

  private final Reality reality;
  private final TwinSettings planned;
  private final Watched watched;

  /**
   * @param planned with the host and the boot as found
   */
  AlarmSearch(Reality reality, TwinSettings planned) {
    this.reality = reality;
    this.planned = planned;
    this.watched = new Watched(reality, planned.group().host());
  }

  /** Every candidate at each phase. */
  List<AlarmFit> all() {
    List<AlarmFit> fits = new ArrayList<>();
    List<Rearm> rearms = rearms();
    for (AlarmSettings alarm : alarms()) {
      int phases =
          alarm.kind() == Kind.PERIODS
              ? Math.max(1, (int) (alarm.length().toSeconds() / Reality.STEP))
              : 1;
      for (int phase = 0; phase < phases; phase++) {
        int[] nextRing = nextRing(alarm, phase);
        for (Rearm rearm : rearms) {
          fits.add(new AlarmFit(alarm, rearm, phase, minutesOff(nextRing, wait(rearm))));
        }
      }
    }
    return fits;
  }

  private List<AlarmSettings> alarms() {
    AlarmSettings own = planned.out().alarm();
    List<AlarmSettings> alarms = new ArrayList<>(List.of(own));
    for (Duration length : LENGTHS) {
      for (int periods = 1; periods <= MOST_PERIODS; periods++) {
        AlarmSettings alarm =
            new AlarmSettings(Kind.PERIODS, length, periods, periods, own.missing());
        if (!alarm.equals(own)) {
          alarms.add(alarm);
        }
      }
    }
    return alarms;
  }

  private List<Rearm> rearms() {
    Rearm own = planned.out().rearm();
    if (own.kind() != Rearm.Kind.COOLDOWN) {
      return List.of(own);
    }
    TreeSet<Duration> cooldowns = new TreeSet<>(List.of(own.cooldown()));
    for (int minutes = 0; minutes <= Math.min(LONGEST_COOLDOWN, shortest()); minutes++) {
      cooldowns.add(Duration.ofMinutes(minutes));
    }
    return cooldowns.stream().map(Rearm::cooldown).toList();
  }

  private double shortest() {
    double shortest = LONGEST_COOLDOWN;
    for (int i = 1; i < reality.launches().size(); i++) {
      int apart = reality.launches().get(i) - reality.launches().get(i - 1);
      shortest = Math.min(shortest, Reality.minutes(apart));
    }
    return shortest;
  }

  /** At each step the next at which the alarm rings; past the end where it does not. */
  private int[] nextRing(AlarmSettings alarm, int phase) {
    Duration shift = Duration.ofSeconds((long) phase * Reality.STEP);
    TwinSettings candidate = planned.withAlarm(alarm, Rearm.AT_ONCE, shift);
    ScalingRule.Decider decider = candidate.out().start(new Beat(Reality.STEP, candidate.draw()));
    int steps = reality.steps();
    boolean[] rings = new boolean[steps];
    for (int step = 0; step < steps; step++) {
      watched.at(step);
      rings[step] = decider.wanted(watched) > watched.desired();
    }
    int[] next = new int[steps + 1];
    next[steps] = steps;
    for (int step = steps - 1; step >= 0; step--) {
      next[step] = rings[step] ? step : next[step + 1];
    }
    return next;
  }

  /** Steps after a launch before there may be another. */
  private int wait(Rearm rearm) {
    Duration wait =
        switch (rearm.kind()) {
          case COOLDOWN -> rearm.cooldown();
          case AFTER_BOOT, WARM_UP -> planned.boot();
          case AT_ONCE -> Duration.ZERO;
        };
    return Math.max(1, (int) (wait.toSeconds() / Reality.STEP));
  }

  /** How far each launch is from the one foretold after the launch before it. */
  private double minutesOff(int[] nextRing, int wait) {
    List<Integer> launches = reality.launches();
    int off = 0;
    int ready = 0;
    for (int launch : launches) {
      off += Math.min(FAR, Math.abs(nextRing[Math.min(ready, reality.steps())] - launch));
      ready = launch + wait;
    }
    boolean full = reality.desired()[reality.steps() - 1] >= planned.group().max();
    if (!full && ready < reality.steps()) {
      off += Math.min(FAR, reality.steps() - nextRing[ready]);
    }
    return Reality.minutes(off) / launches.size();
  }
}
