package dev.kickoff.model.demand.source;

/** A metric that could not be read, with what follows from how it failed. */
public final class MetricSourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What follows from a failure. */
  public enum Kind {
    /** Throttled, timed out or unreachable: asked again later. */
    TRANSIENT,
    /** Not allowed: a person must act. */
    REFUSED,
    /** What is asked for is wrong: a person must act. */
    MISCONFIGURED
  }

  private final Kind kind;

  public MetricSourceException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public MetricSourceException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
