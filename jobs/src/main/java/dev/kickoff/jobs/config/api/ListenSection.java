package dev.kickoff.jobs.config.api;

import dev.kickoff.connectors.Problem;
import dev.kickoff.jobs.config.api.ApiProgramSettings.Listen;
import dev.kickoff.jobs.config.yaml.NumberRange;
import dev.kickoff.jobs.config.yaml.YamlSection;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The key {@code listen: {host, port, hosts, origins}}: an address (default: 127.0.0.1), a port
 * (default: 8080), names that requests may use, and addresses at which browsers find the console,
 * whose names are taken too.
 *
 * <p>An address that others can reach is refused without {@code oidc}, because the development
 * token serves on this machine only, and without any name, because nobody could ask.
 */
final class ListenSection {
  private static final NumberRange PORT = new NumberRange(0, 65_535, "a port from 0 to 65535");
  private static final int DEFAULT_PORT = 8080;
  private static final String LOOPBACK = "127.0.0.1";
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final Pattern ADDRESS =
      Pattern.compile(OCTET + "(\\." + OCTET + "){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
  private static final Pattern NAME = Pattern.compile("[a-z0-9.-]+|\\[[0-9a-f:.]+]");

  private final YamlSection section;

  private ListenSection(YamlSection section) {
    this.section = section;
  }

  /** Where to listen; empty where that is refused. */
  static Optional<Listen> read(YamlSection root, boolean hasOidc) {
    if (!root.has("listen")) {
      return Optional.of(new Listen(LOOPBACK, DEFAULT_PORT, Set.of(), Set.of()));
    }
    return root.section("listen", "{port: 8080}")
        .flatMap(section -> new ListenSection(section).read(hasOidc));
  }

  private Optional<Listen> read(boolean hasOidc) {
    Optional<String> named = section.text("host");
    int port = PORT.integer(section, "port").orElse(DEFAULT_PORT);
    Set<URI> origins = origins();
    Set<String> hosts = hosts();
    origins.forEach(origin -> hosts.add(origin.getHost().toLowerCase(Locale.ROOT)));
    section.refuseUnknownKeys();
    String host = named.orElse(LOOPBACK);
    Optional<InetAddress> address = address(host);
    if (address.isEmpty()) {
      String what = " '" + Problem.brief(host) + "' is no network address";
      section.refuse("host", what, "write 127.0.0.1, or 0.0.0.0 for every address");
      return Optional.empty();
    }
    if (!address.get().isLoopbackAddress()) {
      open(host, hasOidc, hosts);
    }
    return Optional.of(new Listen(host, port, hosts, origins));
  }

  /** What an address that others can reach needs. */
  private void open(String host, boolean hasOidc, Set<String> hosts) {
    if (!hasOidc) {
      section.refuse(
          "host",
          " " + host + " can be reached by others, and there is no oidc",
          "add oidc: to say who may come in, or listen on 127.0.0.1: the development token is for"
              + " this machine only");
    }
    if (hosts.isEmpty()) {
      section.require("hosts", "[kickoff.example.com], the names under which it is asked");
    }
  }

  private static Optional<InetAddress> address(String host) {
    String literal = host.equals("localhost") ? LOOPBACK : host;
    try {
      return ADDRESS.matcher(literal).matches()
          ? Optional.of(InetAddress.getByName(literal)) // of a literal: no name is looked up
          : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private Set<String> hosts() {
    Set<String> hosts = new HashSet<>();
    for (String written : section.list("hosts")) {
      String host = written.toLowerCase(Locale.ROOT);
      if (NAME.matcher(host).matches()) {
        hosts.add(host);
      } else {
        String what = " has '" + Problem.brief(written) + "', which is no host name";
        section.refuse("hosts", what, "write names without port, such as kickoff.example.com");
      }
    }
    return hosts;
  }

  private Set<URI> origins() {
    Set<URI> origins = new HashSet<>();
    for (String written : section.list("origins")) {
      Optional<URI> origin = origin(written);
      origin.ifPresent(origins::add);
      if (origin.isEmpty()) {
        String what = " has '" + Problem.brief(written) + "', which is no origin of pages";
        section.refuse("origins", what, "write https://kickoff.example.com, without a path");
      }
    }
    return origins;
  }

  private static Optional<URI> origin(String text) {
    try {
      return Optional.of(URI.create(text))
          .filter(uri -> "https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
          .filter(uri -> uri.getHost() != null && uri.getRawUserInfo() == null)
          .filter(uri -> uri.getRawPath().matches("/?"))
          .filter(uri -> uri.getRawQuery() == null && uri.getRawFragment() == null);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
