package dev.kickoff.jobs.cli.option;

/** What the process tells the shell; scripts rely on the numbers. */
public enum ExitCode {
  OK(0),
  /** A fault of ours. */
  INTERNAL(1),
  /** Wrong options, or an input or configuration that cannot be used. */
  USAGE(2),
  /** A guardrail said no. */
  REFUSED(3),
  NOT_AUTHORISED(4),
  /** AWS, Kafka or another system did not do its part. */
  OUTSIDE_FAILED(5),
  /** Everything ran, but the result is not good enough. */
  QUALITY_GATE_MISSED(99);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
