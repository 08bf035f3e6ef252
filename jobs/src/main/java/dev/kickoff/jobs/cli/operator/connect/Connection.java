package dev.kickoff.jobs.cli.operator.connect;

import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.client.ClientSettings;
import dev.kickoff.jobs.client.KickoffClient;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say which engine is asked, as whom, and how answers are printed. */
public final class Connection {
  /** How an answer is printed: for people, or for programs. */
  enum Format {
    TABLE,
    JSON
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:KICKOFF_URL:-http://127.0.0.1:8080}",
      description = "The engine's API (default: $KICKOFF_URL or http://127.0.0.1:8080).")
  private URI url = URI.create("http://127.0.0.1:8080");

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = {
        "Holds the bearer token (default: $KICKOFF_TOKEN, or for this machine",
        "~/.kickoff/dev-token)."
      })
  private @Nullable Path tokenFile;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "How answers are printed: table or json (default: table).")
  private Format format = Format.TABLE;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "The time zone shown beside UTC (default: this machine's).")
  private @Nullable ZoneId zone;

  /**
   * A client of the engine that is meant.
   *
   * @throws ExitException when the address or the token cannot be used
   */
  public KickoffClient client() {
    Optional<String> token = new TokenSource(Optional.ofNullable(tokenFile)).tokenFor(url);
    if (token.isPresent() && "http".equals(url.getScheme()) && !TokenSource.isLoopback(url)) {
      err().println("kickoff: the token goes to " + url + " without encryption; use https");
    }
    try {
      return new KickoffClient(
          token
              .map(secret -> ClientSettings.of(url, secret))
              .orElseGet(() -> ClientSettings.anonymous(url)));
    } catch (IllegalArgumentException e) {
      throw new ExitException(ExitCode.USAGE, "kickoff: --url: " + e.getMessage());
    }
  }

  /** Whether answers are to be read by a program. */
  public boolean isJson() {
    return format == Format.JSON;
  }

  /** How times are written. */
  public Times times() {
    return new Times(Optional.ofNullable(zone).orElseGet(ZoneId::systemDefault));
  }

  /** Where data goes. */
  public PrintWriter out() {
    return command.commandLine().getOut();
  }

  /** Where words for people go. */
  public PrintWriter err() {
    return command.commandLine().getErr();
  }

  /** The command that was called. */
  public CommandSpec command() {
    return command;
  }
}
