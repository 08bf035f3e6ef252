package dev.kickoff.jobs.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.client.document.Fields;
import java.util.List;
import java.util.Optional;

/**
 * The end of a request that did not succeed: the server said why, or could not be reached.
 *
 * <p>{@link #getMessage} is for a person; it has a further line for each field that is wrong.
 */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * What is wrong with one field of the request.
   *
   * @param pointer JSON Pointer into the request's body
   */
  public record FieldError(String pointer, String detail) implements java.io.Serializable {}

  private final Optional<Integer> status;
  private final String title;
  private final String detail;
  private final List<FieldError> errors;

  private ApiException(
      Optional<Integer> status, String title, String detail, List<FieldError> errors) {
    super(message(title, detail, errors));
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.errors = List.copyOf(errors);
  }

  private static String message(String title, String detail, List<FieldError> errors) {
    StringBuilder message = new StringBuilder(title).append(": ").append(detail);
    errors.forEach(e -> message.append("\n  ").append(e.pointer()).append(": ").append(e.detail()));
    return message.toString();
  }

  /** What the server answered; a body that is no problem document is quoted in part. */
  static ApiException answered(int status, String body) {
    JsonNode json = parsed(body);
    Fields problem = new Fields(json);
    return new ApiException(
        Optional.of(status),
        problem.text("title").orElse("status " + status),
        problem.text("detail").orElseGet(() -> quoted(body)),
        problem.list(
            "errors", e -> new FieldError(e.path("pointer").asText(), e.path("detail").asText())));
  }

  private static JsonNode parsed(String body) {
    try {
      return Transport.JSON.readTree(body);
    } catch (JsonProcessingException e) {
      // Some other server answered, such as a proxy; its words are quoted instead.
      return Transport.JSON.createObjectNode();
    }
  }

  private static String quoted(String body) {
    String line = body.strip().replaceAll("\\s+", " ");
    return line.isEmpty() ? "the answer is empty" : line.substring(0, Math.min(200, line.length()));
  }

  /** The server did not answer. */
  static ApiException unreachable(String detail) {
    return new ApiException(Optional.empty(), "not reachable", detail, List.of());
  }

  /** The server answered what cannot be read. */
  static ApiException unreadable(int status, String detail) {
    return new ApiException(Optional.of(status), "the answer cannot be read", detail, List.of());
  }

  /** The message, which is always there. */
  public String words() {
    return message(title, detail, errors);
  }

  /** The HTTP status; empty when there was no answer. */
  public Optional<Integer> status() {
    return status;
  }

  /** What kind of problem it is, in a few words. */
  public String title() {
    return title;
  }

  /** What is wrong and what would be right. */
  public String detail() {
    return detail;
  }

  /** What is wrong with the fields of the request; empty when it is about none of them. */
  public List<FieldError> errors() {
    return errors;
  }
}
