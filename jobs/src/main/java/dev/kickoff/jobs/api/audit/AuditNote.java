package dev.kickoff.jobs.api.audit;

import io.javalin.http.Context;
import java.util.Optional;

/**
 * What a route tells the audit of a request beyond what every request says of itself: the group
 * that it turned out to be about, and what was done in a sentence.
 */
public final class AuditNote {
  private static final String GROUP = "kickoff.audit.group";
  private static final String DETAIL = "kickoff.audit.detail";

  private AuditNote() {}

  /** The group that a request is about. */
  public static void group(Context ctx, String group) {
    ctx.attribute(GROUP, group);
  }

  /** What was done, such as the id that an order got. */
  public static void detail(Context ctx, String detail) {
    ctx.attribute(DETAIL, detail);
  }

  static Optional<String> group(Context ctx) {
    return Optional.ofNullable(ctx.attribute(GROUP));
  }

  static Optional<String> detail(Context ctx) {
    return Optional.ofNullable(ctx.attribute(DETAIL));
  }
}
