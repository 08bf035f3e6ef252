package dev.kickoff.connectors.awssim;

/** An error reply of the query protocol: the sender's fault, with the code and text AWS sends. */
final class QueryError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  QueryError(int status, String code, String message) {
    super(message);
    this.status = status;
    this.code = code;
  }

  static QueryError validation(String message) {
    return new QueryError(400, "ValidationError", message);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }
}
