package dev.kickoff.deploy.console.fake;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was asked.
 *
 * @param path its parts after {@code /v1}, decoded
 * @param text the body where it is not JSON
 * @param who the role of the session, which is also the name
 */
record Request(
    String method,
    List<String> path,
    Map<String, String> queries,
    Map<String, Object> body,
    String text,
    String ifMatch,
    String who) {
  static Request of(HttpExchange exchange, String who) throws IOException {
    List<String> path = new ArrayList<>();
    for (String part :
        exchange.getRequestURI().getRawPath().substring("/v1/".length()).split("/")) {
      path.add(decode(part));
    }
    Map<String, String> queries = new HashMap<>();
    String raw = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    for (String pair : raw.split("&")) {
      int is = pair.indexOf('=');
      if (is > 0) {
        queries.put(pair.substring(0, is), decode(pair.substring(is + 1)));
      }
    }
    byte[] body = exchange.getRequestBody().readAllBytes();
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    boolean text = type != null && type.startsWith("text/");
    return new Request(
        exchange.getRequestMethod(),
        path,
        queries,
        text ? Map.of() : Json.read(body),
        text ? new String(body, StandardCharsets.UTF_8) : "",
        exchange.getRequestHeaders().getFirst("If-Match"),
        who);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  Optional<String> query(String name) {
    return Optional.ofNullable(queries.get(name));
  }
}
