package dev.kickoff.connectors.awssim.fault;

import dev.kickoff.model.simulation.SeededNoise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What callers are told when descriptions lag behind; not safe for use by several threads.
 *
 * @param <T> what is described
 */
public final class LaggingView<T> {
  private static final long STREAM = 11;

  private final Duration longest;
  private final SeededNoise noise;
  private final Deque<Kept<T>> kept = new ArrayDeque<>();
  private long descriptions;

  private record Kept<T>(Instant at, T view) {}

  public LaggingView(FaultPlan faults) {
    this.longest = faults.stale();
    this.noise = new SeededNoise(faults.seed(), STREAM);
  }

  /** Remembers how things stand, as long as somebody may still be told so. */
  public void keep(Instant now, T view) {
    if (longest.isZero()) {
      return;
    }
    kept.addLast(new Kept<>(now, view));
    Instant oldest = now.minus(longest);
    while (kept.size() > 1 && second().at().isBefore(oldest)) {
      kept.removeFirst();
    }
  }

  private Kept<T> second() {
    return kept.stream().skip(1).findFirst().orElseThrow();
  }

  /** The latest that is as old as this description's lag; the present without any. */
  public T seenAt(Instant now, T current) {
    if (longest.isZero()) {
      return current;
    }
    keep(now, current);
    long lag = (long) (noise.uniform(descriptions++) * longest.toMillis());
    Instant until = now.minusMillis(lag);
    T seen = current;
    for (Kept<T> past : kept) {
      if (!past.at().isAfter(until)) {
        seen = past.view();
      }
    }
    return seen;
  }
}
