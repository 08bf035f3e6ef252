package dev.kickoff.jobs.cli.operator.connect;

import dev.kickoff.jobs.cli.option.ExitCode;
import dev.kickoff.jobs.cli.option.ExitException;
import dev.kickoff.jobs.client.request.Order.Term;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how long an order holds, in engine time. */
public final class TermOptions {
  @Option(
      names = "--for",
      paramLabel = "LENGTH",
      description = "How long, such as 45m or 2h, at most 24h (default: 2h).")
  private @Nullable Duration length;

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Its end instead, such as 2026-06-11T22:00:00Z.")
  private @Nullable Instant until;

  @Option(names = "--from", paramLabel = "TIME", description = "Its beginning (default: now).")
  private @Nullable Instant from;

  /**
   * What was given.
   *
   * @throws ExitException when both a length and an end were
   */
  public Term term() {
    try {
      return new Term(
          Optional.ofNullable(from), Optional.ofNullable(until), Optional.ofNullable(length));
    } catch (IllegalArgumentException e) {
      throw new ExitException(ExitCode.USAGE, "kickoff: --for, --until: " + e.getMessage());
    }
  }
}
