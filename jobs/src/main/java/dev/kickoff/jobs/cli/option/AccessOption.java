package dev.kickoff.jobs.cli.option;

import dev.kickoff.jobs.api.security.DevToken;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the development token is: the key to a console on the loopback address. */
public final class AccessOption {
  @Option(
      names = "--dev-token",
      paramLabel = "FILE",
      description =
          "The token that opens the console and the API; made when it is missing (default:"
              + " ~/.kickoff/dev-token).")
  private @Nullable Path file;

  /**
   * The token, made when it is missing.
   *
   * @throws ExitException when its file cannot be used, or others can read it
   */
  public DevToken token() {
    try {
      return DevToken.in(file == null ? DevToken.standardFile() : file);
    } catch (IllegalStateException e) {
      throw new ExitException(ExitCode.USAGE, "kickoff: " + e.getMessage());
    } catch (UncheckedIOException e) {
      throw new ExitException(
          ExitCode.USAGE, "kickoff: " + e.getMessage() + "; choose another with --dev-token");
    }
  }

  /**
   * Where the console is, for people: with the token, in the part of the address that no server
   * sees, when it was made just now; else with the word where it is.
   */
  public static String address(DevToken token, int port) {
    String origin = "http://127.0.0.1:" + port;
    return token.created()
        ? origin + "/#token=" + token.token()
        : origin + " (token: " + token.file() + ")";
  }
}
