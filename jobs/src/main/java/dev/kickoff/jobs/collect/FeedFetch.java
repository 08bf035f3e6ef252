package dev.kickoff.jobs.collect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Fetches calendars over https: at most 5 MB in 10 seconds, three redirects, and from public
 * addresses only, redirects included.
 *
 * <p>An address is looked up and judged right before it is connected to, and the runtime keeps a
 * look-up for 30 seconds: a name that changes its address in between is connected to at the one
 * that was judged. No proxy of the environment is used.
 */
final class FeedFetch {
  static final int MOST_BYTES = 5 << 20;
  private static final int MOST_REDIRECTS = 3;

  /**
   * Every way in which some program takes a text for an IPv4 address: hex, octal, too few parts.
   */
  private static final Pattern NUMBER =
      Pattern.compile("(?i)(0x[0-9a-f]*|\\d+)(\\.(0x[0-9a-f]*|\\d+))*\\.?");

  private static final Pattern DOTTED =
      Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

  private final HttpClient client;
  private final Resolver resolver;
  private final Duration timeout;

  /** Who knows the addresses of a host. */
  interface Resolver {
    List<InetAddress> addresses(String host) throws UnknownHostException;
  }

  FeedFetch() {
    this(
        HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build(),
        host -> List.of(InetAddress.getAllByName(host)),
        Duration.ofSeconds(10));
  }

  /**
   * @param client must not follow redirects
   * @param timeout for a calendar, its redirects included
   */
  FeedFetch(HttpClient client, Resolver resolver, Duration timeout) {
    this.client = client;
    this.resolver = resolver;
    this.timeout = timeout;
  }

  /**
   * What stands at {@code url}.
   *
   * @param allowPrivate whether private addresses are allowed
   * @throws IOException when it cannot be fetched, or must not be
   */
  byte[] fetch(URI url, boolean allowPrivate) throws IOException {
    long deadline = System.nanoTime() + timeout.toNanos();
    URI at = url;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      requireAllowed(at, allowPrivate);
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      HttpResponse<Void> answer = get(at, body, deadline - System.nanoTime());
      int status = answer.statusCode();
      if (status == 200 && body.size() <= MOST_BYTES) {
        return body.toByteArray();
      }
      if (status == 200) {
        throw new IOException(at + " is over " + MOST_BYTES + " bytes");
      }
      String location = answer.headers().firstValue("Location").orElse("");
      if (status < 300 || status >= 400 || location.isEmpty()) {
        throw new IOException(at + " answered " + status);
      }
      at = redirected(at, location);
    }
    throw new IOException(url + " redirects more than " + MOST_REDIRECTS + " times");
  }

  private static URI redirected(URI from, String location) throws IOException {
    try {
      return from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new IOException(from + " redirects to what is no address", e);
    }
  }

  private void requireAllowed(URI url, boolean allowPrivate) throws IOException {
    if (!"https".equals(url.getScheme()) || url.getHost() == null) {
      throw new IOException(url + " is refused: only https is fetched");
    }
    if (url.getRawUserInfo() != null) {
      throw new IOException(
          url.getHost() + " is refused: an address must not hold a name or a password");
    }
    String host = url.getHost().replaceAll("^\\[|]$", "");
    if (NUMBER.matcher(host).matches() && !DOTTED.matcher(host).matches()) {
      throw new IOException(
          host + " is refused: write an address as four numbers, such as 203.0.113.7");
    }
    List<InetAddress> addresses = resolver.addresses(host);
    if (addresses.isEmpty()) {
      throw new IOException(host + " has no address");
    }
    for (InetAddress address : addresses) {
      if (!allowPrivate && !AddressRule.isPublic(address)) {
        throw new IOException(
            "%s is refused: %s is the private address %s; write allowPrivate: true if it is meant"
                .formatted(url, host, address.getHostAddress()));
      }
    }
  }

  private HttpResponse<Void> get(URI url, ByteArrayOutputStream body, long nanos)
      throws IOException {
    CompletableFuture<HttpResponse<Void>> answer =
        client.sendAsync(
            HttpRequest.newBuilder(url).header("User-Agent", "kickoff").build(),
            HttpResponse.BodyHandlers.ofByteArrayConsumer(
                part -> part.filter(p -> body.size() <= MOST_BYTES).ifPresent(body::writeBytes)));
    try {
      return answer.get(nanos, TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new IOException(url + " cannot be fetched: " + e.getCause(), e);
    } catch (TimeoutException e) {
      throw new IOException(url + " was not fetched in " + timeout.toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while fetching " + url, e);
    } finally {
      answer.cancel(true);
    }
  }
}
