package dev.kickoff.model.fleet;

/** A call to a fleet that failed, classified where it happened. */
public final class FleetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What to do about a failure. */
  public enum Kind {
    /** Throttled, timed out or unreachable: the next tick tries again. */
    TRANSIENT,
    /** Not allowed, or not possible as the group stands: a person must act. */
    REFUSED,
    /** Our own configuration names something that is not there: a person must act. */
    MISCONFIGURED
  }

  private final Kind kind;

  public FleetException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public FleetException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
