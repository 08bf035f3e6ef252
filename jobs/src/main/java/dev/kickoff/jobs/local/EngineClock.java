package dev.kickoff.jobs.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The one clock of an engine that plays recorded demand: an anchor, a speed, and a leash.
 *
 * <p>Engine time runs {@code speed} times as fast as the wall clock, but never more than a slack
 * ahead of what the forecasts have reached: speed is a maximum. It never runs backwards. Thread
 * safe.
 */
public final class EngineClock implements InstantSource {
  /** How far engine time may be ahead of the newest forecast. */
  public static final Duration SLACK = Duration.ofMinutes(2);

  private static final double NANOS_PER_MILLI = 1e6;

  private final double speed;
  private final Supplier<Long> nanos;
  private Supplier<Optional<Instant>> reached = Optional::empty;
  private double nowMillis;
  private long readAtNanos;
  private boolean stopped;

  /**
   * A clock that stands at {@code startAt} and starts running at once.
   *
   * @param speed engine seconds per wall second, greater than zero
   */
  public EngineClock(Instant startAt, double speed) {
    this(startAt, speed, System::nanoTime);
  }

  EngineClock(Instant startAt, double speed, Supplier<Long> nanos) {
    if (!(speed > 0) || Double.isInfinite(speed)) {
      throw new IllegalArgumentException("speed " + speed + " must be greater than zero");
    }
    this.speed = speed;
    this.nanos = nanos;
    this.nowMillis = startAt.toEpochMilli();
    this.readAtNanos = nanos.get();
  }

  /**
   * Ties the clock to what the forecasts have reached; empty holds it where it is.
   *
   * @param reached issue time of the newest forecast; called often, must not block
   */
  public synchronized void leash(Supplier<Optional<Instant>> reached) {
    instant();
    this.reached = reached;
  }

  /** Holds the clock for good: the recording has been played. */
  public synchronized void stop() {
    instant();
    stopped = true;
  }

  /** Whether {@link #stop} was called. */
  public synchronized boolean isStopped() {
    return stopped;
  }

  /** Engine seconds per wall second, at most. */
  public double speed() {
    return speed;
  }

  @Override
  public synchronized Instant instant() {
    long read = nanos.get();
    double ran = (read - readAtNanos) / NANOS_PER_MILLI * speed;
    readAtNanos = read;
    if (!stopped) {
      double free = nowMillis + ran;
      double limit =
          reached.get().map(at -> (double) at.plus(SLACK).toEpochMilli()).orElse(nowMillis);
      nowMillis = Math.max(nowMillis, Math.min(free, limit));
    }
    return Instant.ofEpochMilli((long) nowMillis);
  }

  /** How long, on the wall clock, engine time needs for {@code span} at full speed. */
  public Duration wallTimeFor(Duration span) {
    return Duration.ofMillis((long) Math.ceil(span.toMillis() / speed));
  }
}
