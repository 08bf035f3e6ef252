package dev.kickoff.jobs.api;

import dev.kickoff.jobs.api.http.ApiJson;
import dev.kickoff.jobs.api.http.Problem;
import dev.kickoff.jobs.api.view.ViewChange;
import dev.kickoff.jobs.api.view.ViewListener;
import dev.kickoff.jobs.api.view.ViewTopic;
import io.javalin.http.Context;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * fast the engine plays, and twice a second the status as topic {@code clock}.
 *
 * <p>The data of a message is a JSON array, oldest change first; of several changes with one key
 * only the last is sent. When more came than fits, and when a client comes back, it gets a {@code
 * reset}: it must read again what it shows. Memory is bounded: a client that does not keep up is
 * dropped. Nothing is done while nobody listens.
 */
final class LiveStream implements ViewListener, AutoCloseable {
  static final int MAX_CLIENTS = 32;

  private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
  private static final int MAX_PENDING = 500;
  private static final long TICK_MILLIS = 100;
  private static final int TICKS_PER_CLOCK = 5;

  private final Supplier<?> status;
  private final Function<ViewChange, Object> document;
  private final Map<ViewTopic, Map<String, ViewChange>> pending = new EnumMap<>(ViewTopic.class);
  private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
  private final String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
  private final ScheduledExecutorService ticker =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "kickoff-stream");
            thread.setDaemon(true);
            return thread;
          });
  private boolean overflowed;
  private long messages;
  private long ticks;
  private volatile boolean closed;

  /**
   * @param status what is sent as topic {@code clock}
   * @param document the JSON shape of a change
   */
  LiveStream(Supplier<?> status, Function<ViewChange, Object> document) {
    this.status = status;
    this.document = document;
    var unused =
        ticker.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void changed(ViewChange change) {
    if (clients.isEmpty()) {
      return;
    }
    synchronized (pending) {
      Map<String, ViewChange> changes =
          pending.computeIfAbsent(change.topic(), topic -> new LinkedHashMap<>());
      changes.remove(change.key());
      changes.put(change.key(), change);
      if (changes.size() > MAX_PENDING) {
        pending.clear();
        overflowed = true;
      }
    }
  }

  /** Writes to one client until it goes, is dropped, or the server stops. */
  void serve(Context ctx) {
    if (closed || clients.size() >= MAX_CLIENTS) {
      ctx.header("Retry-After", "10");
      String full =
          "already " + MAX_CLIENTS + " live streams are open; close a console and try again";
      Problem.answer(ctx, 503, "Service Unavailable", closed ? "the server is stopping" : full);
      return;
    }
    StreamClient client = new StreamClient();
    clients.add(client);
    try {
      client.offer(message("clock", ApiJson.write(status.get())));
      if (ctx.header("Last-Event-ID") != null) {
        client.offer(message("reset", "[]"));
      }
      client.writeTo(ctx);
    } finally {
      clients.remove(client);
    }
  }

  private void tick() {
    try {
      Map<ViewTopic, Collection<ViewChange>> taken = new EnumMap<>(ViewTopic.class);
      boolean reset;
      synchronized (pending) {
        pending.forEach((topic, changes) -> taken.put(topic, List.copyOf(changes.values())));
        pending.clear();
        reset = overflowed;
        overflowed = false;
      }
      ticks++;
      if (reset) {
        send("reset", "[]");
      }
      taken.forEach(
          (topic, changes) ->
              send(topic.wireName(), ApiJson.write(changes.stream().map(document).toList())));
      if (ticks % TICKS_PER_CLOCK == 0) {
        send("clock", ApiJson.write(status.get()));
      }
    } catch (RuntimeException e) {
      LOG.warn("The live stream skipped a tick", e);
    }
  }

  private void send(String topic, String data) {
    String message = message(topic, data);
    clients.forEach(client -> client.offer(message));
  }

  private synchronized String message(String topic, String data) {
    messages++;
    return "id: " + run + "-" + messages + "\nevent: " + topic + "\ndata: " + data + "\n\n";
  }

  @Override
  public void close() {
    closed = true;
    ticker.shutdownNow();
    clients.forEach(StreamClient::drop);
  }
}
