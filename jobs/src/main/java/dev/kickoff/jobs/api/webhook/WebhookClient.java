package dev.kickoff.jobs.api.webhook;

import dev.kickoff.jobs.api.webhook.Attempt.Result;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Posts messages to one receiver, signed as Standard Webhooks has it. Only an answer of 2xx within
 * 15 seconds is a delivery; redirects are not followed.
 */
final class WebhookClient {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /** The document, or the receiver as such, is refused: the same bytes will not fare better. */
  private static final Set<Integer> FINAL = Set.of(400, 410, 413, 415, 422);

  private final WebhookSettings hook;
  private final InstantSource wall;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private volatile @Nullable CompletableFuture<HttpResponse<Void>> underWay;

  WebhookClient(WebhookSettings hook, InstantSource wall) {
    this.hook = hook;
    this.wall = wall;
  }

  /** Tries once; each attempt is signed anew, for its own time. */
  Attempt post(WebhookMessage message) throws InterruptedException {
    CompletableFuture<HttpResponse<Void>> answer =
        http.sendAsync(request(message), HttpResponse.BodyHandlers.discarding());
    underWay = answer;
    try {
      return judge(answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      return failed("did not answer in " + PATIENCE.toSeconds() + " s");
    } catch (CancellationException e) {
      return failed("was not waited for");
    } catch (ExecutionException e) {
      return failed("could not be told: " + e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private HttpRequest request(WebhookMessage message) {
    long now = wall.instant().getEpochSecond();
    String signatures =
        hook.keys().stream()
            .map(key -> key.sign(message.id(), now, message.body()))
            .collect(Collectors.joining(" "));
    return HttpRequest.newBuilder(hook.url())
        .header("Content-Type", "application/json")
        .header("User-Agent", "kickoff")
        .header("webhook-id", message.id())
        .header("webhook-timestamp", String.valueOf(now))
        .header("webhook-signature", signatures)
        .POST(HttpRequest.BodyPublishers.ofByteArray(message.body()))
        .build();
  }

  private Attempt judge(HttpResponse<Void> answer) {
    int status = answer.statusCode();
    if (status >= 200 && status < 300) {
      return new Attempt(Result.DELIVERED, "answered " + status, Optional.empty());
    }
    Result result = FINAL.contains(status) ? Result.REFUSED : Result.FAILED;
    Optional<Duration> pause = answer.headers().firstValue("Retry-After").flatMap(this::pause);
    return new Attempt(result, "answered " + status, pause);
  }

  /** Seconds, or a date (RFC 9110, 10.2.3); five minutes at most. */
  private Optional<Duration> pause(String retryAfter) {
    try {
      Duration asked =
          retryAfter.matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(retryAfter))
              : Duration.between(wall.instant(), date(retryAfter));
      return Optional.of(asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant date(String text) {
    return ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
  }

  private static Attempt failed(String words) {
    return new Attempt(Result.FAILED, words, Optional.empty());
  }

  /** Ends the attempt that is under way, from another thread. */
  void cancel() {
    CompletableFuture<HttpResponse<Void>> now = underWay;
    if (now != null) {
      now.cancel(true);
    }
  }
}
