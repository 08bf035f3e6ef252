package dev.kickoff.jobs.api.http;

import io.javalin.http.Context;

/**
 * An answer that says what is wrong and what would be right, as RFC 9457 has it.
 *
 * @param type {@code about:blank}: the title is the status
 * @param detail for the person who sent the request
 * @param instance the path that was asked for
 */
public record Problem(String type, String title, int status, String detail, String instance) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public static void answer(Context ctx, int status, String title, String detail) {
    Problem problem = new Problem("about:blank", title, status, detail, ctx.path());
    ctx.status(status).result(ApiJson.write(problem)).contentType(MEDIA_TYPE);
  }

  /** A request that cannot be answered as it was asked. */
  public static final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadRequest(String detail) {
      super(detail);
    }
  }

  /** A request for something that is not there. */
  public static final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotFound(String detail) {
      super(detail);
    }
  }
}
