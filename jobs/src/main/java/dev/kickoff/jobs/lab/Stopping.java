package dev.kickoff.jobs.lab;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a long command be interrupted and still keep what it has done: on Ctrl-C it is told to stop,
 * and has ten seconds to write.
 */
public final class Stopping implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CountDownLatch written = new CountDownLatch(1);
  private final Thread hook = new Thread(this::await, "kickoff-stopping");
  private volatile boolean stopped;

  public Stopping() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether to begin nothing more. */
  public boolean isStopped() {
    return stopped;
  }

  private void await() {
    stopped = true;
    try {
      if (!written.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        System.err.println("kickoff: what was done could not be written within ten seconds");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that what was done is written. */
  @Override
  public void close() {
    written.countDown();
    if (!stopped) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
