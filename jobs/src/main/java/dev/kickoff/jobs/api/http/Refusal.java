package dev.kickoff.jobs.api.http;

import static java.util.Map.entry;

import dev.kickoff.jobs.api.http.Problem.Field;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A request that is refused, with the status and the headers that say why. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final Map<Integer, String> TITLES =
      Map.ofEntries(
          entry(400, "Bad Request"),
          entry(401, "Unauthorized"),
          entry(403, "Forbidden"),
          entry(404, "Not Found"),
          entry(405, "Method Not Allowed"),
          entry(409, "Conflict"),
          entry(411, "Length Required"),
          entry(412, "Precondition Failed"),
          entry(413, "Content Too Large"),
          entry(415, "Unsupported Media Type"),
          entry(422, "Unprocessable Content"),
          entry(428, "Precondition Required"),
          entry(429, "Too Many Requests"),
          entry(500, "Internal Server Error"),
          entry(503, "Service Unavailable"));

  private final int status;
  private final TreeMap<String, String> headers = new TreeMap<>();
  private final transient List<Field> fields;

  /**
   * A refusal.
   *
   * @param status of the answer, 400 or more
   * @param detail what is wrong and what would be right
   */
  public Refusal(int status, String detail) {
    this(status, detail, List.of());
  }

  private Refusal(int status, String detail, List<Field> fields) {
    super(detail);
    this.status = status;
    this.fields = List.copyOf(fields);
  }

  /** 422: a body that says what cannot be; at least one field. */
  public static Refusal body(List<Field> fields) {
    Field first = fields.get(0);
    String where = first.pointer().isEmpty() ? "the body" : first.pointer();
    String more = fields.size() > 1 ? " (and " + (fields.size() - 1) + " more)" : "";
    return new Refusal(422, where + " " + first.detail() + more, fields);
  }

  /** 422: one field of a body says what cannot be. */
  public static Refusal field(String pointer, String detail) {
    return body(List.of(new Field(pointer, detail)));
  }

  /** 409: what is asked for does not go with what stands. */
  public static Refusal conflict(String detail) {
    return new Refusal(409, detail);
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
    String title = TITLES.getOrDefault(status, "Request refused");
    Optional<List<Field>> told = Optional.of(fields).filter(all -> !all.isEmpty());
    new Problem("about:blank", title, status, String.valueOf(getMessage()), ctx.path(), told)
        .answer(ctx);
  }
}
