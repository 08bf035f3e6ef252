package dev.kickoff.jobs.api;

import io.javalin.http.Context;

/**
 * An answer that says what is wrong and what would be right, as RFC 9457 has it.
 *
 * @param type {@code about:blank}: the title is the status
 * @param detail for the person who sent the request
 * @param instance the path that was asked for
 */
record Problem(String type, String title, int status, String detail, String instance) {
  static final String MEDIA_TYPE = "application/problem+json";

  static void answer(Context ctx, int status, String title, String detail) {
    Problem problem = new Problem("about:blank", title, status, detail, ctx.path());
    ctx.status(status).result(ApiJson.write(problem)).contentType(MEDIA_TYPE);
  }

  /** A request that cannot be answered as it was asked. */
  static final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRequest(String detail) {
      super(detail);
    }
  }

  /** A request for something that is not there. */
  static final class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotFound(String detail) {
      super(detail);
    }
  }
}
