package dev.kickoff.jobs.api.http;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The last answers to reads, given again while nothing has changed and time has hardly passed.
 *
 * <p>Only what does not depend on who asks is kept: who may ask is decided before. Memory is
 * bounded: of too many answers all are forgotten.
 */
public final class AnswerCache {
  private static final int MOST = 200;
  private static final String STAMP = "kickoff.stamp";
  private static final String JSON = "application/json";
  private static final Set<String> PERSONAL =
      Set.of("/v1/session", "/v1/stream", "/v1/audit", "/v1/openapi.yaml");

  private final Supplier<?> state;
  private final AtomicLong changes = new AtomicLong();
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  /** What an answer was made of: all that had changed until then, and the rest. */
  private record Stamp(long changes, Object state) {}

  private record Kept(Stamp stamp, String body) {}

  /**
   * @param state equal as long as time has hardly passed and nothing has changed that is not told
   */
  public AnswerCache(Supplier<?> state) {
    this.state = state;
  }

  /** Notes that something has changed: no answer from before it is given again. */
  public void changed() {
    changes.incrementAndGet();
  }

  /** From now on answers for the handlers that are added after it. */
  public void addTo(Javalin app) {
    app.before(this::look);
    app.after(this::keep);
  }

  private Stamp stamp() {
    return new Stamp(changes.get(), state.get());
  }

  private void look(Context ctx) {
    boolean read = ctx.method().name().equals("GET") && ctx.path().startsWith("/v1/");
    if (!read || PERSONAL.contains(ctx.path())) {
      return;
    }
    Stamp now = stamp();
    Kept last = kept.get(key(ctx));
    if (last != null && last.stamp().equals(now)) {
      ctx.contentType(JSON).result(last.body());
      ctx.skipRemainingHandlers();
    } else {
      ctx.attribute(STAMP, now);
    }
  }

  private void keep(Context ctx) {
    if (!ctx.method().name().equals("GET")) {
      changed();
      return;
    }
    Stamp before = ctx.attribute(STAMP);
    String type = ctx.res().getContentType();
    String body = ctx.result();
    if (before == null
        || ctx.statusCode() != 200
        || body == null
        || type == null
        || !type.startsWith(JSON)
        || ctx.res().getHeader("ETag") != null) {
      return;
    }
    if (kept.size() >= MOST) {
      kept.clear();
    }
    kept.put(key(ctx), new Kept(before, body));
  }

  private static String key(Context ctx) {
    return ctx.path() + "?" + ctx.queryString();
  }
}
