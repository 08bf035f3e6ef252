package dev.kickoff.jobs.cli.operator.connect;

import picocli.CommandLine.Option;

/** The option that says why. */
public final class Reason {
  @Option(
      names = {"-r", "--reason"},
      required = true,
      paramLabel = "WHY",
      description = "Why, 10 to 500 characters; everybody sees it.")
  private String reason = "";

  /** What was given. */
  public String text() {
    return reason;
  }
}
