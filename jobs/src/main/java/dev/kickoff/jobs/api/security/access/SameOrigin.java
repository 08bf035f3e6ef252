package dev.kickoff.jobs.api.security.access;

import dev.kickoff.jobs.api.http.Refusal;
import io.javalin.http.Context;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which pages of a browser may change something: the console's own, and no other's. */
final class SameOrigin {
  private static final String HTTPS = "https://";

  private final Set<String> declared;

  SameOrigin(Set<URI> declared) {
    this.declared =
        declared.stream()
            .map(uri -> uri.toString().replaceFirst("/$", "").toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /**
   * Refuses what another site had a browser send.
   *
   * @param mustTell whether a request that does not say where it comes from is refused too: with a
   *     cookie it is, for every browser says so
   */
  void requireOwn(Context ctx, boolean mustTell) {
    Optional<String> origin = header(ctx, "Origin");
    Optional<String> site = header(ctx, "Sec-Fetch-Site");
    boolean foreign =
        origin.filter(o -> !isOwn(ctx, o)).isPresent()
            || site.filter(s -> !s.equals("same-origin")).isPresent();
    if (foreign || (mustTell && origin.isEmpty() && site.isEmpty())) {
      throw new Refusal(
          403,
          "a page of another site ("
              + origin.orElse("unknown")
              + ") may change nothing here; use the console, or a program with a bearer token");
    }
  }

  private static Optional<String> header(Context ctx, String name) {
    return Optional.ofNullable(ctx.header(name)).map(value -> value.toLowerCase(Locale.ROOT));
  }

  private boolean isOwn(Context ctx, String origin) {
    return declared.contains(origin) || origin.equals("http://" + ctx.host());
  }

  /** Whether a request came to a name that is declared in https. */
  boolean isSecure(Context ctx) {
    String host = String.valueOf(ctx.host()).toLowerCase(Locale.ROOT);
    return declared.contains(HTTPS + host);
  }
}
