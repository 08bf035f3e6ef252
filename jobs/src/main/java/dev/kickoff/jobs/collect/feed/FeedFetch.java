package dev.kickoff.jobs.collect.feed;

import dev.kickoff.jobs.config.collect.FeedHosts;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Fetches calendars over https: at most 5 MB in 10 seconds, three redirects, and from where {@link
 * FeedGate} lets it only, redirects included.
 *
 * <p>Each hop is connected to at an address that was judged, whatever its name stands for by then;
 * the certificate must be of the name. No proxy of the environment is used.
 */
public final class FeedFetch {
  /** No calendar is longer, fetched or read. */
  public static final int MOST_BYTES = 5 << 20;

  private static final int MOST_REDIRECTS = 3;

  private final OkHttpClient client;
  private final FeedGate gate;
  private final Duration timeout;

  /**
   * @param hosts the only ones that are connected to
   */
  public FeedFetch(FeedHosts hosts) {
    this(new OkHttpClient(), new FeedGate(hosts), Duration.ofSeconds(10));
  }

  /**
   * @param client whose certificates are trusted
   * @param timeout for a calendar, its redirects included
   */
  FeedFetch(OkHttpClient client, FeedGate gate, Duration timeout) {
    this.client =
        client
            .newBuilder()
            .followRedirects(false)
            .followSslRedirects(false)
            .proxy(Proxy.NO_PROXY)
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    this.gate = gate;
    this.timeout = timeout;
  }

  /** What one hop gave: a body, or where to go on. */
  private record Answer(byte[] body, Optional<URI> next) {}

  /**
   * What stands at {@code url}.
   *
   * @param allowPrivate whether private addresses are allowed
   * @throws IOException when it cannot be fetched, or must not be
   */
  public byte[] fetch(URI url, boolean allowPrivate) throws IOException {
    long deadline = System.nanoTime() + timeout.toNanos();
    URI at = url;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      PinnedHost host = gate.admit(at, allowPrivate, deadline - System.nanoTime());
      Answer answer = get(at, host, deadline - System.nanoTime());
      if (answer.next().isEmpty()) {
        return answer.body();
      }
      at = answer.next().get();
    }
    throw new IOException(url + " redirects more than " + MOST_REDIRECTS + " times");
  }

  private Answer get(URI url, PinnedHost host, long nanos) throws IOException {
    OkHttpClient pinned =
        client
            .newBuilder()
            .dns(host)
            .socketFactory(host.sockets())
            .callTimeout(Math.max(TimeUnit.NANOSECONDS.toMillis(nanos), 1), TimeUnit.MILLISECONDS)
            .build();
    try (Response response = pinned.newCall(request(url)).execute()) {
      return answer(url, response);
    } catch (Refused e) {
      throw e;
    } catch (InterruptedIOException e) {
      throw new IOException(url + " was not fetched in " + timeout.toSeconds() + " s", e);
    } catch (IOException e) {
      throw new IOException(url + " cannot be fetched: " + e.getMessage(), e);
    }
  }

  private static Request request(URI url) throws IOException {
    try {
      return new Request.Builder()
          .url(url.toASCIIString())
          .header("User-Agent", "kickoff")
          .header("Accept-Encoding", "identity")
          .build();
    } catch (IllegalArgumentException e) {
      throw new Refused(url + " is no address of a calendar", e);
    }
  }

  private static Answer answer(URI url, Response response) throws IOException {
    if (response.code() == 200) {
      return new Answer(body(url, response.body()), Optional.empty());
    }
    String location = response.header("Location", "");
    if (response.code() < 300 || response.code() >= 400 || location.isEmpty()) {
      throw new Refused(url + " answered " + response.code(), null);
    }
    try {
      return new Answer(new byte[0], Optional.of(url.resolve(location)));
    } catch (IllegalArgumentException e) {
      throw new Refused(url + " redirects to what is no address", e);
    }
  }

  private static byte[] body(URI url, ResponseBody body) throws IOException {
    try (InputStream in = body.byteStream()) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new Refused(url + " is over " + MOST_BYTES + " bytes", null);
      }
      return bytes;
    }
  }

  /** What we refuse ourselves, in words that are told as they are. */
  private static final class Refused extends IOException {
    private static final long serialVersionUID = 1;

    Refused(String message, @org.jspecify.annotations.Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
