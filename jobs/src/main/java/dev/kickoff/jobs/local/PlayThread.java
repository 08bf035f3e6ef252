package dev.kickoff.jobs.local;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that keeps a recording up with the clock, and writes the clock down. */
public final class PlayThread implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PlayThread.class);
  private static final long PAUSE_MILLIS = 10;
  private static final long WRITE_EVERY_NANOS = 200_000_000;

  private final DemandPlayer player;
  private final EngineClock clock;
  private final ClockFile file;
  private final Instant until;
  private final Thread thread = new Thread(this::run, "demand-player");
  private final Object pause = new Object();
  private volatile boolean stopping;
  private volatile @Nullable RuntimeException failure;

  public PlayThread(DemandPlayer player, EngineClock clock, ClockFile file, Instant until) {
    this.player = player;
    this.clock = clock;
    this.file = file;
    this.until = until;
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /** Whether the recording has been played to its end. */
  public boolean ended() {
    return clock.isStopped();
  }

  /** Why playing ended early; empty while it goes on and at the end of the recording. */
  public Optional<RuntimeException> failure() {
    return Optional.ofNullable(failure);
  }

  private void run() {
    long writtenAt = System.nanoTime();
    try {
      player.playTo(earlier(clock.instant(), until));
      player.repeatHeartbeat();
      while (!stopping && !clock.isStopped()) {
        Instant now = clock.instant();
        player.publishCalendar(now);
        player.playTo(earlier(now, until));
        if (!now.isBefore(until)) {
          clock.stop();
          LOG.info("the recording has been played to its end, {}", until);
        }
        if (System.nanoTime() - writtenAt > WRITE_EVERY_NANOS) {
          file.write(now);
          writtenAt = System.nanoTime();
        }
        rest();
      }
      file.write(clock.instant());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      failure = e;
      LOG.error("playing has ended", e);
    }
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private void rest() throws InterruptedException {
    synchronized (pause) {
      if (!stopping) {
        pause.wait(PAUSE_MILLIS);
      }
    }
  }

  @Override
  public void close() {
    stopping = true;
    synchronized (pause) {
      pause.notifyAll();
    }
    try {
      thread.join(10_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
