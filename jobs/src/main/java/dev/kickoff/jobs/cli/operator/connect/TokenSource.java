package dev.kickoff.jobs.cli.operator.connect;

import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Where the bearer token comes from: a file that was named, the environment, or the development
 * token of this machine, which is shown to this machine only.
 *
 * @param named the file that was named; empty when none was
 */
record TokenSource(Optional<Path> named) {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

  /**
   * The token for a server; empty when there is none.
   *
   * @throws ExitException when the named file cannot be read or is empty
   */
  Optional<String> tokenFor(URI server) {
    if (named.isPresent()) {
      return Optional.of(read(named.get()));
    }
    Optional<String> given = Optional.ofNullable(System.getenv("KICKOFF_TOKEN")).map(String::strip);
    if (given.filter(token -> !token.isEmpty()).isPresent()) {
      return given;
    }
    Path development = Path.of(System.getProperty("user.home"), ".kickoff", "dev-token");
    return isLoopback(server) && Files.isReadable(development)
        ? Optional.of(read(development))
        : Optional.empty();
  }

  private static String read(Path file) {
    try {
      String token = Files.readString(file).strip();
      if (token.isEmpty() || token.lines().count() > 1) {
        throw new ExitException(
            ExitCode.USAGE, "kickoff: " + file + " must hold one line, the token");
      }
      return token;
    } catch (IOException e) {
      throw new ExitException(
          ExitCode.USAGE, "kickoff: the token cannot be read from " + file + ": " + e);
    }
  }

  static boolean isLoopback(URI server) {
    return LOOPBACK.contains(String.valueOf(server.getHost()));
  }
}
