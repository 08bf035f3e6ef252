package dev.kickoff.jobs.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that ticks a {@link ControlLoop}: every 15 seconds of engine time, and at news.
 *
 * <p>A failure that is not the fleet's own (the ledger cannot be written, a newer leader has taken
 * over, a rule of ours is broken) ends it, and {@link #failure} says why: better no decision than
 * one that is not recorded.
 */
public final class ControlRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ControlRunner.class);
  private static final Duration EVERY = Duration.ofSeconds(15);
  private static final long LONGEST_WAIT_MILLIS = 100;

  private final ControlLoop loop;
  private final InstantSource clock;
  private final Function<Duration, Duration> wallTime;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Thread thread;
  private boolean woken;
  private volatile boolean stopping;
  private volatile @Nullable RuntimeException failure;

  /**
   * @param wallTime how long the wall clock takes for a span of engine time
   */
  public ControlRunner(
      ControlLoop loop, InstantSource clock, Function<Duration, Duration> wallTime) {
    this.loop = loop;
    this.clock = clock;
    this.wallTime = wallTime;
    this.thread = new Thread(this::run, "control-loop");
    this.thread.setDaemon(true);
  }

  /** Starts to tick. */
  public void start() {
    thread.start();
  }

  /** Makes the loop look again at once. */
  public void wake() {
    lock.lock();
    try {
      woken = true;
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Why it ended on its own; empty while it runs and after a normal stop. */
  public Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure);
  }

  private void run() {
    Instant due = Instant.MIN;
    try {
      while (!stopping) {
        Instant now = clock.instant();
        if (takeNews() || !now.isBefore(due)) {
          loop.tick(now);
          due = nextTick(now);
        } else {
          waitFor(Duration.between(now, due));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure = e;
      LOG.error("the control loop has ended; nothing is changed any more", e);
    }
  }

  private static Instant nextTick(Instant now) {
    long every = EVERY.toMillis();
    return Instant.ofEpochMilli((Math.floorDiv(now.toEpochMilli(), every) + 1) * every);
  }

  private boolean takeNews() {
    lock.lock();
    try {
      boolean taken = woken;
      woken = false;
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private void waitFor(Duration engineTime) throws InterruptedException {
    long millis = Math.max(1, Math.min(LONGEST_WAIT_MILLIS, wallTime.apply(engineTime).toMillis()));
    lock.lock();
    try {
      if (!woken) {
        news.awaitNanos(millis * 1_000_000);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends after the tick in hand. */
  @Override
  public void close() {
    stopping = true;
    wake();
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
