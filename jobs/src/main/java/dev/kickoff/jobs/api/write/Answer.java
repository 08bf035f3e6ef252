package dev.kickoff.jobs.api.write;

import dev.kickoff.jobs.api.http.ApiJson;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a request that was carried out is answered with, so that it can be given again.
 *
 * @param body JSON
 * @param headers beside the media type
 */
public record Answer(int status, String body, Map<String, String> headers) {
  public Answer {
    headers = Map.copyOf(headers);
  }

  /** A document with status 200. */
  public static Answer ok(Object document) {
    return new Answer(200, ApiJson.write(document), Map.of());
  }

  /** A document that was made and is found at a path from now on. */
  public static Answer created(Object document, String path) {
    return new Answer(201, ApiJson.write(document), Map.of("Location", path));
  }

  /** A document of what waits for a person, found at a path. */
  public static Answer waiting(Object document, String path) {
    return new Answer(202, ApiJson.write(document), Map.of("Location", path));
  }

  /** A name as a segment of a path. */
  public static String segment(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The same with an entity tag. */
  public Answer tagged(String tag) {
    return with("ETag", '"' + tag + '"');
  }

  /** The same with one more header. */
  public Answer with(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Answer(status, body, more);
  }

  /** Answers a request with it. */
  public void to(Context ctx) {
    headers.forEach(ctx::header);
    ctx.status(status).result(body).contentType("application/json");
  }
}
