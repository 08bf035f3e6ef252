package dev.kickoff.jobs.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that lead inside by some way of writing them: not one connection is attempted. */
class ForgedAddressTest {
  /** What the names of the test stand for; an address stands for itself. */
  private static final Map<String, List<String>> NAMES =
      Map.of(
          "localhost", List.of("127.0.0.1"),
          "localhost.", List.of("127.0.0.1"),
          "metadata.google.internal", List.of("169.254.169.254"),
          "rebound.example", List.of("203.0.114.9", "10.0.0.1"),
          "127.0.0.1.nip.example", List.of("127.0.0.1"),
          "inside.example", List.of("::1"),
          "nothing.example", List.of());

  private final List<URI> attempts = new ArrayList<>();

  private ProxySelector counting() {
    return new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        attempts.add(uri); // asked before every connection
        return List.of(Proxy.NO_PROXY);
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException e) {
        // The attempt has been counted.
      }
    };
  }

  private FeedFetch fetch() {
    return new FeedFetch(
        HttpClient.newBuilder().proxy(counting()).build(),
        ForgedAddressTest::resolve,
        Duration.ofSeconds(5));
  }

  private static List<InetAddress> resolve(String host) throws UnknownHostException {
    List<InetAddress> addresses = new ArrayList<>();
    for (String address : NAMES.getOrDefault(host, List.of(host))) {
      addresses.add(InetAddress.getByName(address));
    }
    return addresses;
  }

  @ParameterizedTest
  @ValueSource(strings = {"https:///etc/passwd", "//127.0.0.1/"})
  void withoutAHostOrASchemeIsRefused(String url) {
    isRefusedBeforeAConnection(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://127.0.0.2/",
        "https://127.255.255.254/",
        "https://127.1/",
        "https://2130706433/",
        "https://0x7f000001/",
        "https://0x7f.0.0.1/",
        "https://0177.0.0.1/",
        "https://017700000001/",
        "https://127.0.0.1./",
        "https://0.0.0.0/",
        "https://0/",
        "https://10.0.0.1/",
        "https://172.16.0.1/",
        "https://172.31.255.255/",
        "https://192.168.1.1/",
        "https://192.168.257/",
        "https://100.64.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://2852039166/latest/meta-data/",
        "https://0xa9fea9fe/",
        "https://0251.0376.0251.0376/",
        "https://192.0.0.1/",
        "https://192.0.2.1/",
        "https://198.18.0.1/",
        "https://198.51.100.1/",
        "https://203.0.113.1/",
        "https://224.0.0.1/",
        "https://240.0.0.1/",
        "https://255.255.255.255/",
        "https://[::1]/",
        "https://[::]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::ffff:a9fe:a9fe]/",
        "https://[::127.0.0.1]/",
        "https://[64:ff9b::a9fe:a9fe]/",
        "https://[64:ff9b:1::a00:1]/",
        "https://[2002:7f00:1::]/",
        "https://[2001:0:a9fe:a9fe::]/",
        "https://[fe80::1]/",
        "https://[fc00::1]/",
        "https://[fd00:ec2::254]/",
        "https://[fec0::1]/",
        "https://[ff02::1]/",
        "https://localhost/",
        "https://localhost./",
        "https://metadata.google.internal/",
        "https://rebound.example/",
        "https://127.0.0.1.nip.example/",
        "https://inside.example/",
        "https://nothing.example/",
        "https://203.0.114.9@127.0.0.1/",
        "https://user:secret@203.0.114.9/",
        "https://203.0.114.9:443@localhost/",
        "http://203.0.114.9/",
        "ftp://203.0.114.9/",
        "file:///etc/passwd",
        "jar:https://203.0.114.9/!/",
        "gopher://127.0.0.1/"
      })
  void isRefusedBeforeAConnection(String url) {
    assertThatThrownBy(() -> fetch().fetch(URI.create(url), false))
        .isInstanceOf(IOException.class)
        .message()
        .doesNotContain("secret");
    assertThat(attempts).isEmpty();
  }

  @Test
  void aPublicAddressIsConnectedToSoThatTheCountMeansSomething() {
    FeedFetch quick =
        new FeedFetch(
            HttpClient.newBuilder().proxy(counting()).build(),
            host -> List.of(InetAddress.getByName("1.1.1.1")),
            Duration.ofMillis(200));
    assertThatThrownBy(() -> quick.fetch(URI.create("https://localhost:1/"), false))
        .isInstanceOf(IOException.class);
    assertThat(attempts).hasSize(1);
  }
}
