package dev.kickoff.jobs.api.stream;

import dev.kickoff.jobs.api.http.ApiJson;
import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.view.ViewChange;
import dev.kickoff.jobs.api.view.ViewListener;
import io.javalin.http.Context;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes of the views as server-sent events: at most ten messages a second of each topic, however
 * fast the engine plays, two where more than {@value #MANY} listen, and twice a second the status
 * as topic {@code clock}.
 *
 * <p>The data of a message is a JSON array, oldest change first; of several changes with one key
 * only the last is sent. A client that comes back with the id of its last message gets what it
 * missed; where that is not all kept, and when more came than fits, it gets a {@code reset}: it
 * must read again what it shows. One thread serves all; a client that does not keep up is dropped.
 * Nothing is done while nobody has listened for half a minute.
 */
public final class LiveStream implements ViewListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
  private static final long TICK_MILLIS = 100;
  private static final int TICKS_PER_CLOCK = 5;
  private static final int FEW = 50;
  private static final int MANY = 200;
  private static final int TICKS_REMEMBERED = 300;
  private static final int CHARS_PER_CLOCK = 16_384;
  private static final byte[] RETRY = "retry: 2000\n\n".getBytes(StandardCharsets.UTF_8);

  private final Supplier<?> status;
  private final Function<ViewChange, Object> document;
  private final int capacity;
  private final PendingChanges pending = new PendingChanges();
  private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
  private final MessageRing ring =
      new MessageRing(Long.toString(System.currentTimeMillis(), Character.MAX_RADIX));
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "kickoff-stream");
            thread.setDaemon(true);
            return thread;
          });
  private long ticks;
  private int ticksToClock;
  private int ticksAlone = TICKS_REMEMBERED;
  private volatile boolean listening;
  private volatile boolean closed;

  /**
   * @param status what is sent as topic {@code clock}
   * @param document the JSON shape of a change
   * @param capacity the most clients at once
   */
  public LiveStream(Supplier<?> status, Function<ViewChange, Object> document, int capacity) {
    this.status = status;
    this.document = document;
    this.capacity = capacity;
    var unused =
        ticker.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void changed(ViewChange change) {
    if (listening) {
      pending.add(change);
    }
  }

  /** Makes the request's sender a client until it goes, is dropped, or the server stops. */
  public void serve(Context ctx) throws IOException {
    if (closed || clients.size() >= capacity) {
      ctx.header("Retry-After", "10");
      String full = "already " + capacity + " live streams are open; close a console and try again";
      new Refusal(503, closed ? "the server is stopping" : full).answer(ctx);
      return;
    }
    ctx.res().setStatus(200);
    ctx.res().setContentType("text/event-stream");
    ctx.res().setCharacterEncoding("UTF-8");
    ctx.res().setHeader("Cache-Control", "no-store");
    AsyncContext request = ctx.req().startAsync(ctx.req(), ctx.res());
    request.setTimeout(0);
    CompletableFuture<Void> over = new CompletableFuture<>();
    ServletOutputStream out = ctx.res().getOutputStream();
    StreamClient client = new StreamClient(out, () -> over.complete(null));
    var unused = over.whenComplete((nothing, failure) -> clients.remove(client));
    out.setWriteListener(client);
    join(client, Optional.ofNullable(ctx.header("Last-Event-ID")));
    ctx.future(() -> over);
  }

  private synchronized void join(StreamClient client, Optional<String> lastId) {
    client.offer(RETRY);
    client.offer(ring.message("clock", ApiJson.write(status.get())));
    lastId.ifPresent(id -> resume(client, id));
    listening = true;
    clients.add(client);
    if (closed) {
      client.drop();
    }
  }

  private void resume(StreamClient client, String lastId) {
    ByteArrayOutputStream missed = new ByteArrayOutputStream();
    ring.since(lastId)
        .ifPresentOrElse(
            messages -> messages.forEach(missed::writeBytes),
            () -> missed.writeBytes(ring.message("reset", "[]")));
    client.offer(missed.toByteArray());
  }

  private void tick() {
    try {
      int every = ticksPerChunk(clients.size());
      if (listening && ++ticks % every == 0) {
        byte[] chunk = nextChunk(every);
        if (chunk.length > 0) {
          clients.forEach(client -> client.offer(chunk));
          clients.forEach(StreamClient::pump);
        }
      }
    } catch (RuntimeException e) {
      LOG.warn("The live stream skipped a tick", e);
    }
  }

  /**
   * Many listeners are written to less often, each with more: a write costs more than its bytes.
   */
  static int ticksPerChunk(int listeners) {
    return listeners <= FEW ? 1 : listeners <= MANY ? 2 : TICKS_PER_CLOCK;
  }

  /** Everything that is to be sent now; and whether somebody still listens. */
  private synchronized byte[] nextChunk(int every) {
    ticksAlone = clients.isEmpty() ? ticksAlone + every : 0;
    if (ticksAlone > TICKS_REMEMBERED) {
      listening = false;
      pending.take();
      ring.forget();
      return new byte[0];
    }
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    PendingChanges.Taken taken = pending.take();
    if (taken.overflowed()) {
      ring.forget();
      chunk.writeBytes(ring.keep("reset", "[]"));
    }
    taken
        .changes()
        .forEach(
            (topic, changes) ->
                chunk.writeBytes(
                    ring.keep(
                        topic.wireName(), ApiJson.write(changes.stream().map(document).toList()))));
    ticksToClock -= every;
    if (ticksToClock <= 0 && !clients.isEmpty()) {
      String clock = ApiJson.write(status.get());
      chunk.writeBytes(ring.message("clock", clock));
      ticksToClock = TICKS_PER_CLOCK * (1 + clock.length() / CHARS_PER_CLOCK);
    }
    return chunk.toByteArray();
  }

  @Override
  public void close() {
    closed = true;
    ticker.shutdownNow();
    clients.forEach(StreamClient::drop);
  }
}
