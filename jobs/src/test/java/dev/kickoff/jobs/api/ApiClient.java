package dev.kickoff.jobs.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.jobs.api.http.ApiPart;
import dev.kickoff.jobs.api.security.KnownTokens;
import dev.kickoff.jobs.api.security.Role;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A real server on a free port, and requests to it. */
final class ApiClient implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final KnownTokens tokens = KnownTokens.oneForEachRole();
  private final ApiServer server;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();

  ApiClient(Scene scene, ReadinessCheck... checks) {
    this(scene, app -> {}, checks);
  }

  ApiClient(Scene scene, ApiPart part, ReadinessCheck... checks) {
    server =
        new ApiServer(
                ApiSettings.loopback(0, "1.2.3", tokens),
                scene.views(),
                scene.time(),
                List.of(checks))
            .with(part);
    port = server.start();
  }

  ApiServer server() {
    return server;
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
    HttpRequest request = request(path).method(method, HttpRequest.BodyPublishers.noBody()).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  HttpResponse<String> getIfChanged(String path, String tag)
      throws IOException, InterruptedException {
    HttpRequest request = request(path).header("If-None-Match", tag).build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .header("Authorization", "Bearer " + tokens.of(Role.ADMIN));
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    return JSON.readTree(get(path).body());
  }

  /** The detail of the problem that a path answers with. */
  String detail(String path) throws IOException, InterruptedException {
    return json(path).path("detail").asText();
  }

  /** A live stream, from its first byte. */
  InputStream stream() throws IOException, InterruptedException {
    return http.send(request("/v1/stream").build(), HttpResponse.BodyHandlers.ofInputStream())
        .body();
  }

  /** A live stream that goes on after a message. */
  InputStream stream(String lastId) throws IOException, InterruptedException {
    HttpRequest request = request("/v1/stream").header("Last-Event-ID", lastId).build();
    return http.send(request, HttpResponse.BodyHandlers.ofInputStream()).body();
  }

  /** The answer to a request with any {@code Host}, as it comes over the wire. */
  String rawGet(String path, String host) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String request =
          "GET "
              + path
              + " HTTP/1.1\r\nHost: "
              + host
              + "\r\nAuthorization: Bearer "
              + tokens.of(Role.ADMIN)
              + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
