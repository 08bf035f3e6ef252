package dev.kickoff.jobs.api.http;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/**
 * An answer that says what is wrong and what would be right, as RFC 9457 has it.
 *
 * @param type {@code about:blank}: the title is the status
 * @param detail for the person who sent the request
 * @param instance the path that was asked for
 * @param errors what is wrong with each part of the request's body; absent where it is not the body
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    Optional<List<Field>> errors) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * What is wrong with one part of a body.
   *
   * @param pointer JSON Pointer (RFC 6901) to it; empty for the whole body
   */
  public record Field(String pointer, String detail) {}

  /** Answers a request with it. */
  void answer(Context ctx) {
    ctx.status(status).result(ApiJson.write(this)).contentType(MEDIA_TYPE);
  }
}
