package dev.kickoff.jobs.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.kickoff.jobs.client.request.Body;
import dev.kickoff.jobs.client.request.Filter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One request.
 *
 * @param target path and query, encoded
 * @param headers beside the token
 * @param body empty for none
 */
record Call(String method, String target, Map<String, String> headers, Optional<String> body) {

  /** A read. */
  static Call get(String path, Filter filter) {
    Map<String, String> headers = Map.of("Accept", "application/json, application/problem+json");
    return new Call("GET", path + query(filter), headers, Optional.empty());
  }

  /** A write without a body, with a key of its own: sent again it is answered as the first time. */
  static Call write(String method, String path, Filter filter) {
    Map<String, String> headers = Map.of("Idempotency-Key", UUID.randomUUID().toString());
    return new Call(method, path + query(filter), headers, Optional.empty());
  }

  /** With a JSON body. */
  Call with(Body json) {
    try {
      return with("application/json", Transport.JSON.writeValueAsString(json.fields()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request cannot be written as JSON", e);
    }
  }

  /** With a body of any kind. */
  Call with(String contentType, String text) {
    return new Call(method, target, headers("Content-Type", contentType), Optional.of(text));
  }

  /** With a further header. */
  Call with(Map.Entry<String, String> header) {
    return new Call(method, target, headers(header.getKey(), header.getValue()), body);
  }

  private Map<String, String> headers(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return more;
  }

  /** A part of a path, percent-encoded. */
  static String part(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String query(Filter filter) {
    return filter.parameters().isEmpty()
        ? ""
        : filter.parameters().entrySet().stream()
            .map(e -> part(e.getKey()) + "=" + part(e.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }
}
