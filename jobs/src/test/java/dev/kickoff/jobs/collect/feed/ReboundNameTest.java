package dev.kickoff.jobs.collect.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.kickoff.jobs.config.collect.FeedHosts;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A name that stands for a public address when it is judged, and for a private one afterwards. */
class ReboundNameTest {
  private static final String NAME = "rebound.example";

  @Test
  void isConnectedToWhereItWasJudgedAndAskedForOnce(@TempDir Path folder) throws Exception {
    TestTls tls = TestTls.of(NAME, folder);
    InetAddress outside = InetAddress.getByName("127.0.0.2"); // the test takes it for public
    InetAddress inside = InetAddress.getByName("127.0.0.1");
    HttpsServer feed = HttpsServer.create(new InetSocketAddress(outside, 0), 0);
    feed.setHttpsConfigurator(new HttpsConfigurator(tls.context()));
    feed.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write(new byte[] {'o', 'k'});
          }
        });
    feed.start();
    int port = feed.getAddress().getPort();
    Deque<InetAddress> answers = new ArrayDeque<>(List.of(outside, inside, inside));
    FeedGate gate =
        new FeedGate(
            new FeedHosts(List.of(NAME)), host -> List.of(answers.remove()), outside::equals);
    FeedFetch fetch = new FeedFetch(tls.client(), gate, Duration.ofSeconds(10));
    URI url = URI.create("https://" + NAME + ":" + port + "/");
    try (CountingSocket trap = new CountingSocket(inside, port)) {
      assertThat(fetch.fetch(url, false)).asString().isEqualTo("ok");
      assertThat(answers).as("asked once").hasSize(2);
      assertThatThrownBy(() -> fetch.fetch(url, false))
          .as("judged anew")
          .hasMessageContaining("rebound.example is the private address 127.0.0.1");
      assertThat(trap.connections()).isZero();
    } finally {
      feed.stop(0);
    }
  }

  @Test
  void itsSocketsConnectNowhereElse() throws Exception {
    InetAddress inside = InetAddress.getByName("127.0.0.1");
    PinnedHost host = new PinnedHost(NAME, List.of(InetAddress.getByName("127.0.0.2")));
    try (CountingSocket trap = new CountingSocket(inside, 0);
        Socket socket = host.sockets().createSocket()) {
      InetSocketAddress there = new InetSocketAddress(inside, trap.port());
      assertThatThrownBy(() -> socket.connect(there)).hasMessageContaining("no judged address");
      assertThat(trap.connections()).isZero();
    }
    assertThatThrownBy(() -> host.lookup("other.example")).hasMessageContaining("was not judged");
  }
}
