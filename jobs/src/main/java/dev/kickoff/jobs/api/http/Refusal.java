package dev.kickoff.jobs.api.http;

import io.javalin.http.Context;
import java.util.Map;
import java.util.TreeMap;

/** A request that is refused, with the status and the headers that say why. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Map<Integer, String> TITLES =
      Map.of(
          404, "Not Found",
          405, "Method Not Allowed",
          401, "Unauthorized",
          403, "Forbidden",
          411, "Length Required",
          413, "Content Too Large",
          415, "Unsupported Media Type",
          429, "Too Many Requests",
          503, "Service Unavailable");

  private final int status;
  private final TreeMap<String, String> headers = new TreeMap<>();

  /**
   * A refusal.
   *
   * @param status of the answer, 400 or more
   * @param detail what is wrong and what would be right
   */
  public Refusal(int status, String detail) {
    super(detail);
    this.status = status;
  }

  /** This refusal with one header more. */
  public Refusal with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  public int status() {
    return status;
  }

  /** Answers a request with it. */
  public void answer(Context ctx) {
    headers.forEach(ctx::header);
    Problem.answer(
        ctx, status, TITLES.getOrDefault(status, "Request refused"), String.valueOf(getMessage()));
  }
}
