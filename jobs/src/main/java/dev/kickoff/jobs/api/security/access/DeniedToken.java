package dev.kickoff.jobs.api.security.access;

import io.javalin.http.Context;

/** The note on a request that its token proved nothing: such a request is audited, read or not. */
public final class DeniedToken {
  private static final String ATTRIBUTE = "kickoff.denied-token";

  private DeniedToken() {}

  static void note(Context ctx) {
    ctx.attribute(ATTRIBUTE, Boolean.TRUE);
  }

  public static boolean isNoted(Context ctx) {
    return Boolean.TRUE.equals(ctx.attribute(ATTRIBUTE));
  }
}
