package dev.kickoff.jobs.api.security.session;

import dev.kickoff.jobs.api.security.Caller;
import dev.kickoff.jobs.api.security.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The browser sessions of this process: they end after {@link #LASTS}, with the process, or when
 * their caller opens more than {@link #MOST_PER_CALLER}, or all together more than {@link #MOST};
 * the oldest goes first. Only digests of their ids are kept.
 */
public final class Sessions {
  /** How long one lasts, on the wall clock. */
  public static final Duration LASTS = Duration.ofHours(12);

  static final int MOST = 1_000;
  static final int MOST_PER_CALLER = 20;

  private final InstantSource wall;
  private final Map<String, Session> byDigest = new LinkedHashMap<>();

  /**
   * A session just opened.
   *
   * @param id the secret of its cookie
   */
  public record Opened(String id, Session session) {}

  public Sessions(InstantSource wall) {
    this.wall = wall;
  }

  /** Opens one. */
  public synchronized Opened open(Caller caller) {
    Session session = new Session(caller, Secrets.create(), wall.instant().plus(LASTS));
    String id = Secrets.create();
    byDigest.values().removeIf(old -> !old.expiresAt().isAfter(wall.instant()));
    byDigest.put(key(id), session);
    long own = byDigest.values().stream().filter(s -> isOf(s, caller)).count();
    Iterator<Session> oldestFirst = byDigest.values().iterator();
    while (oldestFirst.hasNext() && (own > MOST_PER_CALLER || byDigest.size() > MOST)) {
      boolean mine = isOf(oldestFirst.next(), caller);
      if (mine || byDigest.size() > MOST) {
        oldestFirst.remove();
        own -= mine ? 1 : 0;
      }
    }
    return new Opened(id, session);
  }

  private static boolean isOf(Session session, Caller caller) {
    return session.caller().name().equals(caller.name());
  }

  /** The one of a cookie; empty when there is none, or it has ended. */
  public synchronized Optional<Session> find(String id) {
    Instant now = wall.instant();
    return Optional.ofNullable(byDigest.get(key(id))).filter(s -> s.expiresAt().isAfter(now));
  }

  /** Ends one. */
  public synchronized void end(String id) {
    byDigest.remove(key(id));
  }

  /** By digest: how long a look-up takes tells nothing of the secret. */
  private static String key(String id) {
    return HexFormat.of().formatHex(Secrets.digest(id));
  }
}
