package dev.kickoff.jobs.api.security.access;

import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.security.contract.ContractRoute;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the body of a request may be: of a media type that its route takes, and bounded. */
public final class BodyRule {
  /** The most that any route takes. */
  public static final int MOST_BYTES = 5 * 1024 * 1024;

  private static final int MOST_JSON_BYTES = 64 * 1024;
  private static final String JSON = "application/json";

  private BodyRule() {}

  /** Refuses what is too large, or without a declared length. */
  static void checkSize(Context ctx, Optional<ContractRoute> route) {
    if (ctx.header("Transfer-Encoding") != null) {
      throw new Refusal(411, "send the length of the body (Content-Length), not chunks of it");
    }
    Set<String> types = route.map(ContractRoute::consumes).orElse(Set.of());
    long most = types.isEmpty() || types.contains(JSON) ? MOST_JSON_BYTES : MOST_BYTES;
    long length = ctx.req().getContentLengthLong();
    if (length > most) {
      throw new Refusal(
          413, "the body has " + length + " bytes; " + ctx.path() + " takes at most " + most);
    }
  }

  /** Refuses what is of another type than the route takes. */
  static void checkType(Context ctx, ContractRoute route) {
    Set<String> types = route.consumes();
    String type = mediaType(ctx);
    if (ctx.req().getContentLengthLong() > 0 && !types.isEmpty() && !types.contains(type)) {
      throw new Refusal(
          415,
          "the body is '"
              + type
              + "'; "
              + ctx.path()
              + " takes Content-Type "
              + String.join(" or ", new TreeSet<>(types)));
    }
  }

  private static String mediaType(Context ctx) {
    String type = Optional.ofNullable(ctx.contentType()).orElse("");
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
