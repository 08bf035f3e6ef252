package dev.kickoff.jobs.api;

import dev.kickoff.jobs.api.http.ApiPart;
import dev.kickoff.jobs.api.security.TokenCheck;
import dev.kickoff.jobs.api.security.access.AccessSettings;
import dev.kickoff.jobs.api.security.access.AccessSettings.Limits;
import dev.kickoff.jobs.api.security.limit.Allowance;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** A real server of which the door is what matters, and requests with any token and headers. */
public final class Door implements AutoCloseable {
  public static final Allowance PLENTY = new Allowance(1_000_000, 1_000_000);
  public static final Limits GENEROUS = new Limits(PLENTY, PLENTY, PLENTY, PLENTY);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final ApiServer server;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();

  public Door(TokenCheck tokens, ApiPart... parts) {
    this(new AccessSettings(tokens, Set.of(), GENEROUS), parts);
  }

  public Door(AccessSettings access, ApiPart... parts) {
    Scene scene = new Scene();
    ApiSettings settings =
        new ApiSettings("127.0.0.1", 0, Set.of("kickoff.example.com"), "1.2.3", access);
    server = new ApiServer(settings, scene.views(), scene.time(), List.of());
    for (ApiPart part : parts) {
      server.with(part);
    }
    port = server.start();
  }

  public String origin() {
    return "http://127.0.0.1:" + port;
  }

  public List<String> routes() {
    return server.routes();
  }

  /** The answer to a request; writes carry an empty object; an empty token sends none. */
  public HttpResponse<String> send(String method, String path, String token)
      throws IOException, InterruptedException {
    String[] headers = token.isEmpty() ? new String[0] : bearer(token);
    return request(
        method, path, method.equals("POST") || method.equals("PUT") ? "{}" : "", headers);
  }

  public static String[] bearer(String token) {
    return new String[] {"Authorization", "Bearer " + token};
  }

  public HttpResponse<String> request(String method, String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin() + path)).timeout(PATIENCE);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    if (body.isEmpty()) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request.method(method, HttpRequest.BodyPublishers.ofString(body));
      if (!List.of(headers).contains("Content-Type")) {
        request.header("Content-Type", "application/json");
      }
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  public int streamStatus(String token) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(origin() + "/v1/stream")).headers(bearer(token)).build();
    HttpResponse<InputStream> answer =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    answer.body().close();
    return answer.statusCode();
  }

  /** The answer to what a page of {@code https://host} posts, as it comes over the wire. */
  public String rawPost(String path, String host, String json) throws IOException {
    String head =
        "POST %s HTTP/1.1\r\nHost: %s\r\nOrigin: https://%s\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n";
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String request = head.formatted(path, host, host, json.length()) + json;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
