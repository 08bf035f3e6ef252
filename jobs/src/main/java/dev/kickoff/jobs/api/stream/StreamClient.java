package dev.kickoff.jobs.api.stream;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * One listener of the live stream; it is dropped when it falls {@link #BACKLOG} chunks behind.
 *
 * <p>Nothing here waits for the network: what it does not take yet is written when the container
 * says that it does. Thread-safe.
 */
final class StreamClient implements WriteListener {
  static final int BACKLOG = 64;

  private final ServletOutputStream out;
  private final Runnable gone;
  private final Queue<byte[]> queue = new ArrayDeque<>();
  private boolean open;
  private boolean unsent;
  private boolean dropped;

  /**
   * @param gone is run once, when it is dropped or has left
   */
  StreamClient(ServletOutputStream out, Runnable gone) {
    this.out = out;
    this.gone = gone;
  }

  /** Takes whole messages, to be written by the next {@link #pump}; the bytes are not changed. */
  synchronized void offer(byte[] chunk) {
    if (dropped) {
      return;
    }
    if (queue.size() >= BACKLOG) {
      drop();
    } else {
      queue.add(chunk);
    }
  }

  synchronized boolean isDropped() {
    return dropped;
  }

  /** Writes as much as the network takes now. */
  synchronized void pump() {
    try {
      while (open && !dropped && (unsent || !queue.isEmpty()) && out.isReady()) {
        byte[] next = queue.poll();
        if (next == null) {
          out.flush();
          unsent = false;
        } else {
          out.write(next);
          unsent = true;
        }
      }
    } catch (IOException | IllegalStateException left) {
      drop();
    }
  }

  @Override
  public synchronized void onWritePossible() {
    open = true;
    pump();
  }

  @Override
  public void onError(Throwable left) {
    drop();
  }

  /** Ends it; what was not written is lost. */
  synchronized void drop() {
    if (dropped) {
      return;
    }
    dropped = true;
    queue.clear();
    gone.run();
  }
}
