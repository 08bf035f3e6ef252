package dev.kickoff.jobs.client;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Whom a client asks and how long it waits; all durations are wall time.
 *
 * @param server such as {@code http://127.0.0.1:8080}; a path is kept before the API's own
 * @param token the bearer token; empty asks without one
 * @param connectTimeout how long a connection may take
 * @param timeout how long an answer may take
 * @param retries how often a request is sent again that could not be delivered, 0 or more
 */
public record ClientSettings(
    URI server, Optional<String> token, Duration connectTimeout, Duration timeout, int retries) {
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(15);
  private static final int RETRIES = 2;

  public ClientSettings {
    String scheme = String.valueOf(server.getScheme());
    if (!(scheme.equals("http") || scheme.equals("https")) || server.getHost() == null) {
      throw new IllegalArgumentException(
          "'" + server + "' is no address of a server; write http://127.0.0.1:8080");
    }
    if (retries < 0) {
      throw new IllegalArgumentException(retries + " retries; it must be 0 or more");
    }
  }

  /** The usual waits: 3 s for a connection, 15 s for an answer, two retries. */
  public static ClientSettings of(URI server, String token) {
    return new ClientSettings(server, Optional.of(token), CONNECT, ANSWER, RETRIES);
  }

  /** As {@link #of}, asking without a token. */
  public static ClientSettings anonymous(URI server) {
    return new ClientSettings(server, Optional.empty(), CONNECT, ANSWER, RETRIES);
  }

  @Override
  public String toString() {
    return "ClientSettings[server="
        + server
        + ", token="
        + (token.isEmpty() ? "none" : "***")
        + "]";
  }
}
