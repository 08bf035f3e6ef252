package dev.kickoff.jobs.collect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Against a server of this machine, whose name a resolver of the test takes for a public one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedFetchTest {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final List<String> resolved = new ArrayList<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private HttpsServer server;
  private SSLContext tls;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    tls = tls(folder.resolve("keys.p12"));
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(tls));
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/events.ics", exchange -> answer(exchange, 200, "BEGIN:VCALENDAR"));
    server.createContext("/big", exchange -> answer(exchange, 200, "x".repeat((5 << 20) + 1)));
    server.createContext("/gone", exchange -> answer(exchange, 404, ""));
    redirect("/moved", "/events.ics");
    redirect("/inside", "https://metadata.internal/latest");
    redirect("/plain", "http://localhost/events.ics");
    redirect("/round", "/round");
    server.createContext("/stalls", this::stall);
    server.start();
  }

  @AfterAll
  void stop() {
    released.countDown();
    server.stop(0);
  }

  private static SSLContext tls(Path keys) throws Exception {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                keys.toString())
            .redirectErrorStream(true)
            .start();
    assertThat(made.waitFor()).as("keytool").isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
    own.init(store, PASSWORD);
    TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
    trusted.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    try (exchange) {
      byte[] bytes = text.getBytes(UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
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

  private void stall(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write('B');
      exchange.getResponseBody().flush();
      released.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String fetch(String path, Duration timeout) throws IOException {
    FeedFetch fetch =
        new FeedFetch(
            HttpClient.newBuilder().sslContext(tls).build(),
            host -> {
              resolved.add(host);
              return List.of(
                  InetAddress.getByName(host.equals("localhost") ? "1.1.1.1" : "169.254.169.254"));
            },
            timeout);
    URI url = URI.create("https://localhost:" + server.getAddress().getPort() + path);
    return new String(fetch.fetch(url, false), UTF_8);
  }

  private String fetch(String path) throws IOException {
    return fetch(path, Duration.ofSeconds(10));
  }

  @Test
  void fetchesACalendarAlsoWhereItMoved() throws IOException {
    assertThat(fetch("/events.ics")).isEqualTo("BEGIN:VCALENDAR");
    assertThat(fetch("/moved")).isEqualTo("BEGIN:VCALENDAR");
  }

  @Test
  void followsNoRedirectInsideNorToPlainHttp() {
    assertThatThrownBy(() -> fetch("/inside"))
        .hasMessageContaining("metadata.internal is the private address 169.254.169.254");
    assertThat(resolved).contains("metadata.internal");
    assertThatThrownBy(() -> fetch("/plain")).hasMessageContaining("only https is fetched");
    assertThatThrownBy(() -> fetch("/round")).hasMessageContaining("more than 3 times");
  }

  @Test
  void fetchesNothingTooLongTooLateOrGone() {
    assertThatThrownBy(() -> fetch("/big")).hasMessageContaining("is over 5242880 bytes");
    assertThatThrownBy(() -> fetch("/gone")).hasMessageContaining("answered 404");
    assertThatThrownBy(() -> fetch("/stalls", Duration.ofSeconds(1)))
        .hasMessageContaining("was not fetched in 1 s");
  }

  @Test
  void privateAddressesAreFetchedOnlyWhereTheyAreAllowed() {
    FeedFetch fetch = new FeedFetch();
    URI url = URI.create("https://127.0.0.1:1/events.ics");
    assertThatThrownBy(() -> fetch.fetch(url, false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("write allowPrivate: true if it is meant");
    assertThatThrownBy(() -> fetch.fetch(url, true)).hasMessageContaining("cannot be fetched");
  }
}
