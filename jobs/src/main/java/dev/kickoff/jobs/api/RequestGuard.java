package dev.kickoff.jobs.api;

import dev.kickoff.jobs.api.http.Refusal;
import io.javalin.http.Context;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * What holds for every request: it names a host that is ours (DNS rebinding), and every answer
 * forbids the browser whatever the console does not need.
 */
final class RequestGuard {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String CONTENT_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
          + "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

  private final Set<String> hosts = new HashSet<>(LOOPBACK);

  RequestGuard(ApiSettings settings) {
    hosts.addAll(settings.allowedHosts());
  }

  void check(Context ctx) {
    ctx.header("Content-Security-Policy", CONTENT_POLICY);
    ctx.header("X-Content-Type-Options", "nosniff");
    ctx.header("Referrer-Policy", "no-referrer");
    ctx.header("Cross-Origin-Resource-Policy", "same-origin");
    ctx.header("Cache-Control", "no-store");
    String host = ctx.header("Host");
    if (host == null || !hosts.contains(name(host))) {
      throw new Refusal(
          403,
          "host '"
              + host
              + "' is not this server; use http://localhost:"
              + ctx.port()
              + " or add the name to the API's allowed hosts");
    }
  }

  private static String name(String host) {
    return host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
  }
}
