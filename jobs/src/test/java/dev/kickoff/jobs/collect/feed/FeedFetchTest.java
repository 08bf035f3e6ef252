package dev.kickoff.jobs.collect.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsServer;
import dev.kickoff.jobs.config.collect.FeedHosts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.ExtendedSSLSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Against a server of this machine, whose address the test takes for a public one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedFetchTest {
  private static final FeedHosts HOSTS =
      new FeedHosts(List.of("feeds.example", "other.example", "*.internal.example"));

  private final List<String> resolved = new ArrayList<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private HttpsServer server;
  private TestTls tls;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    tls = TestTls.of("feeds.example", folder);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls.context()));
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/events.ics", exchange -> answer(exchange, 200, "BEGIN:VCALENDAR"));
    server.createContext("/asked", exchange -> answer(exchange, 200, asked(exchange)));
    server.createContext("/large", exchange -> stream(exchange, FeedFetch.MOST_BYTES));
    server.createContext("/too-large", exchange -> stream(exchange, FeedFetch.MOST_BYTES + 1));
    server.createContext("/gone", exchange -> answer(exchange, 404, ""));
    redirect("/moved", "/events.ics");
    redirect("/inside", "https://metadata.internal.example/latest");
    redirect("/unlisted", "https://elsewhere.example/events.ics");
    redirect("/plain", "http://feeds.example/events.ics");
    redirect("/round", "/round");
    server.createContext("/drips", this::drip);
    server.start();
  }

  @AfterAll
  void stop() {
    released.countDown();
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    try (exchange) {
      byte[] bytes = text.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** Which name the client asked for, in the handshake and in the request. */
  private static String asked(HttpExchange exchange) {
    ExtendedSSLSession session = (ExtendedSSLSession) ((HttpsExchange) exchange).getSSLSession();
    return session.getRequestedServerNames() + " " + exchange.getRequestHeaders().getFirst("Host");
  }

  /** Without a length beforehand, so that only counting helps. */
  private static void stream(HttpExchange exchange, int bytes) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write(new byte[bytes]);
    }
  }

  private void redirect(String path, String location) {
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Location", location);
          answer(exchange, 302, "");
        });
  }

  /** Never silent for long, and never done. */
  private void drip(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      do {
        exchange.getResponseBody().write('B');
        exchange.getResponseBody().flush();
      } while (!released.await(20, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<InetAddress> resolve(String host) throws java.net.UnknownHostException {
    resolved.add(host);
    boolean inside = host.endsWith(".internal.example");
    return List.of(InetAddress.getByName(inside ? "169.254.169.254" : "127.0.0.1"));
  }

  private String fetch(String host, String path, Duration timeout) throws IOException {
    FeedGate gate = new FeedGate(HOSTS, this::resolve, InetAddress::isLoopbackAddress);
    URI url = URI.create("https://" + host + ":" + server.getAddress().getPort() + path);
    return new String(new FeedFetch(tls.client(), gate, timeout).fetch(url, false), UTF_8);
  }

  private String fetch(String path) throws IOException {
    return fetch("feeds.example", path, Duration.ofSeconds(10));
  }

  @Test
  void fetchesACalendarAlsoWhereItMoved() throws IOException {
    assertThat(fetch("/events.ics")).isEqualTo("BEGIN:VCALENDAR");
    assertThat(fetch("/moved")).isEqualTo("BEGIN:VCALENDAR");
    assertThat(fetch("/large")).hasSize(FeedFetch.MOST_BYTES);
  }

  @Test
  void asksForTheNameAtTheAddressThatWasJudged() throws IOException {
    assertThat(fetch("/asked"))
        .contains("value=feeds.example")
        .endsWith(" feeds.example:" + server.getAddress().getPort());
  }

  @Test
  void refusesACertificateOfAnotherName() {
    assertThatThrownBy(() -> fetch("other.example", "/events.ics", Duration.ofSeconds(10)))
        .hasMessageContaining("other.example not verified");
  }

  @Test
  void followsNoRedirectInsideNorElsewhereNorToPlainHttp() {
    assertThatThrownBy(() -> fetch("/inside"))
        .hasMessageContaining("metadata.internal.example is the private address 169.254.169.254");
    assertThatThrownBy(() -> fetch("/unlisted"))
        .hasMessageContaining("calendars.hosts does not list elsewhere.example");
    assertThat(resolved).doesNotContain("elsewhere.example");
    assertThatThrownBy(() -> fetch("/plain")).hasMessageContaining("only https is fetched");
    assertThatThrownBy(() -> fetch("/round")).hasMessageContaining("more than 3 times");
  }

  @Test
  void fetchesNothingTooLongTooLateOrGone() {
    assertThatThrownBy(() -> fetch("/too-large")).hasMessageContaining("is over 5242880 bytes");
    assertThatThrownBy(() -> fetch("/gone")).hasMessageContaining("answered 404");
    assertThatThrownBy(() -> fetch("feeds.example", "/drips", Duration.ofSeconds(1)))
        .hasMessageContaining("was not fetched in 1 s");
  }

  @Test
  void aNameThatTakesTooLongToLookUpIsGivenUp() {
    FeedGate gate =
        new FeedGate(
            HOSTS,
            host -> {
              try {
                released.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return List.of();
            },
            InetAddress::isLoopbackAddress);
    FeedFetch fetch = new FeedFetch(tls.client(), gate, Duration.ofMillis(100));
    assertThatThrownBy(() -> fetch.fetch(URI.create("https://feeds.example/"), false))
        .hasMessage("feeds.example was not looked up in time");
  }

  @Test
  void usesNoProxyOfTheEnvironment() throws IOException {
    ProxySelector before = ProxySelector.getDefault();
    try {
      ProxySelector.setDefault(new NoProxyIsAsked());
      assertThat(fetch("/events.ics")).isEqualTo("BEGIN:VCALENDAR");
    } finally {
      ProxySelector.setDefault(before);
    }
  }

  private static final class NoProxyIsAsked extends ProxySelector {
    @Override
    public List<Proxy> select(URI uri) {
      throw new AssertionError("the proxy of the environment was asked about " + uri);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
      throw new AssertionError(e);
    }
  }
}
