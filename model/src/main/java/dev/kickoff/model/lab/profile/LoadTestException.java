package dev.kickoff.model.lab.profile;

/** A load test from which no profile of a host follows; the message says why and what would do. */
public final class LoadTestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LoadTestException(String message) {
    super(message);
  }
}
