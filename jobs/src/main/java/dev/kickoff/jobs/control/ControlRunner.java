package dev.kickoff.jobs.control;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that ticks {@link ControlLoop}s in turn: every 15 seconds of engine time, and at news.
 *
 * <p>A failure that is not the fleet's own (the ledger cannot be written, a newer leader has taken
 * over, a rule of ours is broken) ends the loop that it struck: better no decision than one that is
 * not recorded. The others go on.
 */
public final class ControlRunner implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ControlRunner.class);
  private static final Duration EVERY = Duration.ofSeconds(15);
  private static final long LONGEST_WAIT_MILLIS = 100;

  private final List<ControlLoop> loops;
  private final Map<String, RuntimeException> ended = new ConcurrentSkipListMap<>();
  private final InstantSource clock;
  private final Function<Duration, Duration> wallTime;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Thread thread;
  private boolean woken;
  private volatile boolean stopping;
  private volatile @Nullable RuntimeException failure;

  /**
   * @param loops one for each group, ticked in this order
   * @param wallTime how long the wall clock takes for a span of engine time
   */
  public ControlRunner(
      List<ControlLoop> loops, InstantSource clock, Function<Duration, Duration> wallTime) {
    this.loops = new ArrayList<>(loops);
    this.clock = clock;
    this.wallTime = wallTime;
    this.thread = new Thread(this::run, "control-loop");
  }

  /** Starts to tick. */
  public void start() {
    thread.setDaemon(true);
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

  /** Why the last loop ended on its own; empty while one runs and after a normal stop. */
  public Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Why loops ended, by group, while others may go on; empty while all run. */
  public Map<String, RuntimeException> ended() {
    return Map.copyOf(ended);
  }

  private void run() {
    Instant due = Instant.MIN;
    try {
      while (!stopping && failure == null) {
        Instant now = clock.instant();
        if (takeNews() || !now.isBefore(due)) {
          List.copyOf(loops).forEach(this::tick);
          due = nextTick(now);
        } else {
          waitFor(Duration.between(now, due));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Each looks at its own time: one before it may have waited for its group. */
  private void tick(ControlLoop loop) {
    try {
      loop.tick(clock.instant());
    } catch (RuntimeException e) {
      LOG.error("the control loop of {} has ended; nothing of it is changed", loop.group(), e);
      loops.remove(loop);
      ended.put(loop.group(), e);
      failure = loops.isEmpty() ? e : null;
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
