package dev.kickoff.connectors.prometheus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.model.demand.source.MetricSourceException;
import dev.kickoff.model.demand.source.MetricSourceException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A server that speaks the HTTP API of Prometheus.
 *
 * <p>Redirects are not followed, an answer may have 32 MB and take 20 seconds. Safe for several
 * threads.
 */
public final class PrometheusServer {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int MOST_BYTES = 32 << 20;
  private static final int LONGEST = 300;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI base;
  private final Optional<Path> tokenFile;
  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * @param base such as {@code https://prometheus.example}, with the prefix of its API if it has
   *     one
   * @param tokenFile holds a bearer token; read for every call, so that it may be renewed
   */
  public PrometheusServer(URI base, Optional<Path> tokenFile) {
    this.base = base;
    this.tokenFile = tokenFile;
  }

  /** The {@code data} of a range query; both ends are evaluated. */
  JsonNode range(String query, Instant start, Instant end, Duration step) {
    String form =
        "query=%s&start=%d&end=%d&step=%d"
            .formatted(
                URLEncoder.encode(query, StandardCharsets.UTF_8),
                start.getEpochSecond(),
                end.getEpochSecond(),
                step.toSeconds());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(trimmed() + "/api/v1/query_range"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    tokenFile.map(this::token).ifPresent(t -> request.header("Authorization", "Bearer " + t));
    return answer(request.build());
  }

  private String trimmed() {
    String text = base.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private String token(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw failed(Kind.MISCONFIGURED, "token file " + file + " cannot be read: " + e);
    }
  }

  private JsonNode answer(HttpRequest request) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(
            request,
            HttpResponse.BodyHandlers.ofByteArrayConsumer(
                part -> part.filter(p -> body.size() <= MOST_BYTES).ifPresent(body::writeBytes)));
    try {
      int status = answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS).statusCode();
      if (body.size() > MOST_BYTES) {
        throw failed(Kind.MISCONFIGURED, "the answer is over 32 MB; ask for fewer series");
      }
      return data(status, body.toByteArray());
    } catch (ExecutionException e) {
      throw failed(Kind.TRANSIENT, "no answer (" + e.getCause() + "); asked again later");
    } catch (TimeoutException e) {
      throw failed(Kind.TRANSIENT, "no whole answer in " + TIMEOUT.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed(Kind.TRANSIENT, "the call was interrupted");
    } finally {
      answer.cancel(true);
    }
  }

  private JsonNode data(int status, byte[] body) {
    JsonNode tree;
    try {
      tree = JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw failed(kind(status, ""), status + " and no JSON: " + brief(body));
    } catch (IOException e) {
      throw failed(Kind.TRANSIENT, "no answer (" + e + "); asked again later");
    }
    if (tree.path("status").asText().equals("success")) {
      return tree.path("data");
    }
    String type = tree.path("errorType").asText();
    String said = status + " " + type + ": " + tree.path("error").asText(brief(body));
    throw failed(kind(status, type), said);
  }

  private static Kind kind(int status, String errorType) {
    if (status == 401 || status == 403) {
      return Kind.REFUSED;
    }
    boolean passing =
        switch (errorType) {
          case "timeout", "canceled", "internal", "unavailable" -> true;
          case "bad_data", "execution" -> false;
          default -> status == 429 || status >= 500;
        };
    return passing ? Kind.TRANSIENT : Kind.MISCONFIGURED;
  }

  private static String brief(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8).strip();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }

  private MetricSourceException failed(Kind kind, String what) {
    return new MetricSourceException(kind, "Prometheus at " + base + ": " + what);
  }
}
