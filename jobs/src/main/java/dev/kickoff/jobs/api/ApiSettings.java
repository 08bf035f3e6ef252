package dev.kickoff.jobs.api;

import dev.kickoff.jobs.api.security.TokenCheck;
import dev.kickoff.jobs.api.security.access.AccessSettings;
import java.util.Optional;
import java.util.Set;

/**
 * Where the API listens.
 *
 * @param host address to bind, {@code 127.0.0.1} unless there is a reason
 * @param port 0 for any free port
 * @param allowedHosts host names, in lower case, that requests may use beside the names of the
 *     loopback; a request with another {@code Host} header is refused (DNS rebinding)
 * @param version of this build, as {@code kickoff_build_info} shows it
 * @param access who may pass and how often
 */
public record ApiSettings(
    String host, int port, Set<String> allowedHosts, String version, AccessSettings access) {
  public ApiSettings {
    allowedHosts = Set.copyOf(allowedHosts);
  }

  /**
   * The loopback only.
   *
   * @param tokens what tells who holds a token
   */
  public static ApiSettings loopback(int port, String version, TokenCheck tokens) {
    return new ApiSettings("127.0.0.1", port, Set.of(), version, AccessSettings.of(tokens));
  }

  /** The version of this build, from the manifest of its jar. */
  public static String thisBuild() {
    return Optional.ofNullable(ApiSettings.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
