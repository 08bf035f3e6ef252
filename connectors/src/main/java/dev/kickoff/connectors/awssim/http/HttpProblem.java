package dev.kickoff.connectors.awssim.http;

/** What came over a connection is no request that can be read; the connection cannot go on. */
public final class HttpProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  HttpProblem(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The status to answer with, 400 to 499. */
  public int status() {
    return status;
  }
}
