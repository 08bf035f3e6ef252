package dev.kickoff.connectors.awssim.query;

/** An error reply of the query protocol: the sender's fault, with the code and text AWS sends. */
public final class QueryError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  public QueryError(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  public static QueryError validation(String message) {
    return new QueryError(400, "ValidationError", message);
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }
}
