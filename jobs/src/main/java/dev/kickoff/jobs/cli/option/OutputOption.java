package dev.kickoff.jobs.cli.option;

import picocli.CommandLine.Option;

/** The option that says how a result is printed, to be mixed into a command. */
public final class OutputOption {
  /** How a result is printed: for people, or for programs. */
  enum Format {
    TEXT,
    JSON
  }

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "How results are printed: text or json (default: text).")
  private Format format = Format.TEXT;

  /** Whether it is to be read by a program. */
  public boolean isJson() {
    return format == Format.JSON;
  }
}
