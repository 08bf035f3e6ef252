package dev.kickoff.jobs.api;

import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One listener of the live stream; it is dropped when it falls {@link #BACKLOG} messages behind.
 */
final class StreamClient {
  private static final int BACKLOG = 64;
  private static final long SILENCE_SECONDS = 10;
  private static final String RETRY = "retry: 2000\n\n";
  private static final String STILL_HERE = ": still here\n\n";

  private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(BACKLOG);
  private volatile boolean dropped;

  void offer(String message) {
    if (!queue.offer(message)) {
      drop();
    }
  }

  boolean isDropped() {
    return dropped;
  }

  void drop() {
    dropped = true;
    queue.clear();
    queue.offer(STILL_HERE);
  }

  void writeTo(Context ctx) {
    ctx.res().setStatus(200);
    ctx.res().setContentType("text/event-stream");
    ctx.res().setCharacterEncoding("UTF-8");
    ctx.res().setHeader("Cache-Control", "no-store");
    try {
      ServletOutputStream out = ctx.res().getOutputStream();
      String next = RETRY;
      while (!dropped) {
        out.write(next.getBytes(StandardCharsets.UTF_8));
        out.flush();
        String message = queue.poll(SILENCE_SECONDS, TimeUnit.SECONDS);
        next = message == null ? STILL_HERE : message;
      }
    } catch (IOException gone) {
      drop();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }
}
