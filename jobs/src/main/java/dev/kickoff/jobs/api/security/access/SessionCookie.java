package dev.kickoff.jobs.api.security.access;

import io.javalin.http.Context;
import java.util.Optional;

/** The cookie of a browser session: no script reads it, no other site sends it. */
final class SessionCookie {
  private static final String NAME = "kickoff-session";

  private SessionCookie() {}

  static Optional<String> of(Context ctx) {
    return Optional.ofNullable(ctx.cookie(NAME)).filter(id -> !id.isBlank());
  }

  static void set(Context ctx, String id, long seconds, boolean secure) {
    ctx.header(
        "Set-Cookie",
        NAME
            + "="
            + id
            + "; Path=/; Max-Age="
            + seconds
            + "; HttpOnly; SameSite=Strict"
            + (secure ? "; Secure" : ""));
  }

  static void clear(Context ctx, boolean secure) {
    set(ctx, "", 0, secure);
  }
}
