package dev.kickoff.jobs.api.write;

import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.security.Caller;
import dev.kickoff.model.audit.Fingerprint;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Requests that are sent again with the same {@code Idempotency-Key} are answered as the first time
 * and not carried out again, for a day of wall time.
 *
 * <p>A request that was refused leaves nothing behind: it may be sent again, corrected. In parallel
 * the second waits for the first. Kept in memory, at most {@value #MOST}, the oldest forgotten
 * first; what must not be made twice after a restart either is named after its key.
 */
public final class Idempotency {
  /** The header. */
  public static final String HEADER = "Idempotency-Key";

  private static final int MOST = 10_000;
  private static final int SHORTEST = 8;
  private static final int LONGEST = 100;
  private static final Duration KEPT = Duration.ofDays(1);

  private record Entry(String request, Instant at, CompletableFuture<Answer> answer) {}

  private final InstantSource wall;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  public Idempotency(InstantSource wall) {
    this.wall = wall;
  }

  /** Carries a request out, unless it was already, and answers it. */
  public void answer(Context ctx, Supplier<Answer> action) {
    Optional<String> key = Optional.ofNullable(ctx.header(HEADER));
    key.ifPresent(Idempotency::check);
    key.map(given -> once(ctx, given, action)).orElseGet(action).to(ctx);
  }

  private static void check(String key) {
    if (key.length() < SHORTEST || key.length() > LONGEST) {
      throw new Refusal(
          400,
          "header %s has %d characters; it must have %d to %d"
              .formatted(HEADER, key.length(), SHORTEST, LONGEST));
    }
  }

  private Answer once(Context ctx, String key, Supplier<Answer> action) {
    String name = Fingerprint.of(List.of(Caller.of(ctx).name(), key));
    String query = Optional.ofNullable(ctx.queryString()).orElse("");
    String request = Fingerprint.of(List.of(ctx.method(), ctx.path(), query, ctx.body()));
    while (true) {
      Entry mine = new Entry(request, wall.instant(), new CompletableFuture<>());
      Entry known = enter(name, mine);
      if (known == mine) {
        return carryOut(name, mine, action);
      }
      if (!known.request().equals(request)) {
        throw new Refusal(
            422, "key '" + key + "' was used for another request; take a new one for each request");
      }
      try {
        return known.answer().join().with("Idempotency-Replayed", "true");
      } catch (CompletionException refused) {
        // The first was refused and left nothing behind: this one is tried on its own.
        continue;
      }
    }
  }

  private Answer carryOut(String name, Entry entry, Supplier<Answer> action) {
    try {
      Answer answer = action.get();
      entry.answer().complete(answer);
      return answer;
    } catch (RuntimeException e) {
      synchronized (this) {
        entries.remove(name);
      }
      entry.answer().completeExceptionally(e);
      throw e;
    }
  }

  private synchronized Entry enter(String name, Entry mine) {
    Instant oldest = mine.at().minus(KEPT);
    Iterator<Entry> all = entries.values().iterator();
    while (all.hasNext()) {
      Entry entry = all.next();
      boolean old = entry.at().isBefore(oldest) || entries.size() >= MOST;
      if (!old || !entry.answer().isDone()) {
        break;
      }
      all.remove();
    }
    Entry known = entries.putIfAbsent(name, mine);
    return known == null ? mine : known;
  }
}
