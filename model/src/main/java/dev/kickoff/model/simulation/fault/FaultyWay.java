package dev.kickoff.model.simulation.fault;

import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.simulation.SeededNoise;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** Lets calls through, or not, one draw of each kind a call. */
final class FaultyWay {
  /** What a draw is about; each has random numbers of its own. */
  private enum Draw {
    THROTTLED,
    LOST,
    REFUSED,
    PARTIAL,
    STALE,
    LATENCY
  }

  private final VirtualTime time;
  private final long seed;
  private final Function<Instant, FleetFaults> faults;
  private long calls;
  private long changes;
  private long names;

  FaultyWay(VirtualTime time, long seed, Function<Instant, FleetFaults> faults) {
    this.time = time;
    this.seed = seed;
    this.faults = faults;
  }

  long calls() {
    return calls;
  }

  long changes() {
    return changes;
  }

  <T> T read(Supplier<T> call) {
    return through(call, false);
  }

  <T> T change(Supplier<T> call) {
    changes++;
    return through(call, true);
  }

  private <T> T through(Supplier<T> call, boolean changing) {
    calls++;
    FleetFaults now = faults.apply(time.now());
    Duration takes = latency(now.latency());
    boolean late = takes.compareTo(FaultyFleet.CALL_TIMEOUT) > 0;
    pass(late ? FaultyFleet.CALL_TIMEOUT : takes);
    if (draw(Draw.THROTTLED) < now.throttled()) {
      throw new FleetException(FleetException.Kind.TRANSIENT, "Throttling: Rate exceeded");
    }
    if (changing && draw(Draw.REFUSED) < now.refused()) {
      throw new FleetException(FleetException.Kind.REFUSED, "AccessDenied: not authorized");
    }
    T answer = call.get();
    if (late || draw(Draw.LOST) < now.lost()) {
      throw new FleetException(FleetException.Kind.TRANSIENT, "no answer");
    }
    return answer;
  }

  /** By how much a description lags behind. */
  Duration lag() {
    Duration most = faults.apply(time.now()).stale();
    return Duration.ofMillis((long) (draw(Draw.STALE) * most.toMillis()));
  }

  /** Whether the next name of a batch is refused. */
  boolean refusesName() {
    double drawn = new SeededNoise(seed, Draw.PARTIAL.ordinal()).uniform(names++);
    return drawn < faults.apply(time.now()).partial();
  }

  private double draw(Draw what) {
    return new SeededNoise(seed, what.ordinal()).uniform(calls);
  }

  private Duration latency(Duration mean) {
    double times = -StrictMath.log(1 - draw(Draw.LATENCY));
    return Duration.ofMillis((long) (times * mean.toMillis()));
  }

  private void pass(Duration takes) {
    if (!takes.isZero()) {
      time.pass().accept(takes);
    }
  }
}
