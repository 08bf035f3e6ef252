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

  public static void answer(Context ctx, int status, String title, String detail) {
    write(ctx, new Problem("about:blank", title, status, detail, ctx.path(), Optional.empty()));
  }

  /** Answers with a refusal. */
  public static void answer(Context ctx, Refused refused) {
    Optional<List<Field>> errors = Optional.of(refused.fields).filter(all -> !all.isEmpty());
    write(
        ctx,
        new Problem(
            "about:blank",
            refused.title,
            refused.status,
            String.valueOf(refused.getMessage()),
            ctx.path(),
            errors));
  }

  private static void write(Context ctx, Problem problem) {
    ctx.status(problem.status).result(ApiJson.write(problem)).contentType(MEDIA_TYPE);
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

  /** A request that was understood and is not carried out. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String title;
    private final transient List<Field> fields;

    private Refused(int status, String title, String detail, List<Field> fields) {
      super(detail);
      this.status = status;
      this.title = title;
      this.fields = List.copyOf(fields);
    }

    /** 422: a body that says what cannot be; at least one field. */
    public static Refused body(List<Field> fields) {
      Field first = fields.get(0);
      String where = first.pointer().isEmpty() ? "the body" : first.pointer();
      String more = fields.size() > 1 ? " (and " + (fields.size() - 1) + " more)" : "";
      String detail = where + " " + first.detail() + more;
      return new Refused(422, "Unprocessable Content", detail, fields);
    }

    /** 422: one field of a body says what cannot be. */
    public static Refused field(String pointer, String detail) {
      return body(List.of(new Field(pointer, detail)));
    }

    /** 409: what is asked for does not go with what stands. */
    public static Refused conflict(String detail) {
      return new Refused(409, "Conflict", detail, List.of());
    }

    /** Any other status, with its customary title. */
    public static Refused because(int status, String title, String detail) {
      return new Refused(status, title, detail, List.of());
    }

    public int status() {
      return status;
    }
  }
}
