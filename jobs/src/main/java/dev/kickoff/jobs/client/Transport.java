package dev.kickoff.jobs.client;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Sends requests and reads answers.
 *
 * <p>A request whose connection fails is sent again, with the same {@code Idempotency-Key}; one
 * that is answered, or that takes too long, never. Redirects are not followed: the token is for
 * this server only.
 */
final class Transport {
  static final ObjectMapper JSON = new ObjectMapper();

  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final int OK_FROM = 200;
  private static final int OK_UNTIL = 300;

  private final ClientSettings settings;
  private final HttpClient http;

  Transport(ClientSettings settings) {
    this.settings = settings;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.connectTimeout())
            .build();
  }

  /** What was answered with a status of success. */
  record Reply(int status, String body) {
    /** The body as a tree, read by {@code reader}. */
    <T> T as(Function<JsonNode, T> reader) {
      try {
        return reader.apply(JSON.readTree(body));
      } catch (JsonProcessingException e) {
        throw ApiException.unreadable(status, "it is no JSON: " + e.getOriginalMessage());
      } catch (IllegalArgumentException e) {
        throw ApiException.unreadable(status, String.valueOf(e.getMessage()));
      }
    }
  }

  /**
   * @throws ApiException when the answer is no success, or none comes
   */
  Reply send(Call call) {
    HttpRequest request = request(call).timeout(settings.timeout()).build();
    HttpResponse<String> response =
        delivered(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (!isSuccess(response.statusCode())) {
      throw ApiException.answered(response.statusCode(), response.body());
    }
    return new Reply(response.statusCode(), response.body());
  }

  /** An answer without an end; the caller closes it. */
  InputStream open(Call call) {
    HttpResponse<InputStream> response =
        delivered(request(call).build(), HttpResponse.BodyHandlers.ofInputStream());
    if (isSuccess(response.statusCode())) {
      return response.body();
    }
    try (InputStream body = response.body()) {
      String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
      throw ApiException.answered(response.statusCode(), text);
    } catch (IOException e) {
      throw ApiException.answered(response.statusCode(), "");
    }
  }

  private static boolean isSuccess(int status) {
    return status >= OK_FROM && status < OK_UNTIL;
  }

  private HttpRequest.Builder request(Call call) {
    String base = settings.server().toString().replaceAll("/+$", "");
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + call.target()));
    settings.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    call.headers().forEach(request::header);
    return request.method(
        call.method(),
        call.body()
            .map(text -> HttpRequest.BodyPublishers.ofString(text, StandardCharsets.UTF_8))
            .orElseGet(HttpRequest.BodyPublishers::noBody));
  }

  private <T> HttpResponse<T> delivered(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    for (int attempt = 0; ; attempt++) {
      try {
        return http.send(request, handler);
      } catch (HttpTimeoutException e) {
        throw ApiException.unreachable(
            settings.server() + " did not answer within " + settings.timeout().toSeconds() + " s");
      } catch (IOException e) {
        if (attempt >= settings.retries()) {
          throw ApiException.unreachable(settings.server() + " (" + said(e) + ")");
        }
        pause(FIRST_PAUSE_MILLIS << attempt);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw ApiException.unreachable("interrupted while waiting for " + settings.server());
      }
    }
  }

  private static String said(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  static void pause(long millis) {
    try {
      // sleeps so that a server that is being restarted is not asked in vain at once
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
