package dev.kickoff.jobs.cli.option;

/** The end of a command that did not succeed: an exit code, and lines for a person. */
public final class ExitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitCode code;

  public ExitException(ExitCode code, String message) {
    super(message);
    this.code = code;
  }

  public ExitCode code() {
    return code;
  }
}
