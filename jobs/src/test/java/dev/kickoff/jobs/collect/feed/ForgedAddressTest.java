package dev.kickoff.jobs.collect.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.jobs.config.collect.FeedHosts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that lead inside by some way of writing them: not one connection is attempted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
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

  private CountingSocket inside;

  @BeforeAll
  void listen() throws IOException {
    inside = new CountingSocket(InetAddress.getByName("0.0.0.0"), 0);
  }

  @AfterAll
  void nobodyHasConnected() throws Exception {
    try (CountingSocket counted = inside) {
      assertThat(counted.connections()).isZero();
    }
  }

  /** Whoever wrote the file has listed every host: the addresses alone must be refused. */
  private static FeedFetch fetch(URI url) {
    String host = url.getHost() == null ? "nobody" : url.getHost().replaceAll("^\\[|]$", "");
    return new FeedFetch(
        new OkHttpClient(),
        new FeedGate(
            new FeedHosts(List.of(host)), ForgedAddressTest::resolve, AddressRule::isPublic),
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
  @ValueSource(
      strings = {
        "https:///etc/passwd",
        "//127.0.0.1/",
        "http://203.0.114.9/",
        "ftp://203.0.114.9/",
        "file:///etc/passwd",
        "jar:https://203.0.114.9/!/",
        "gopher://127.0.0.1/"
      })
  void whatIsNotHttpsOfAHostIsRefused(String url) {
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
        "https://203.0.114.9:443@localhost/"
      })
  void isRefusedBeforeAConnection(String address) {
    URI url =
        URI.create(address.replaceFirst("(^\\w+://[^/:]*[^/]*?)/", "$1:" + inside.port() + "/"));
    assertThatThrownBy(() -> fetch(url).fetch(url, false))
        .isInstanceOf(IOException.class)
        .message()
        .doesNotContain("secret");
  }

  @Test
  void isConnectedToWhereItIsAllowedSoThatTheCountMeansSomething() throws Exception {
    try (CountingSocket own = new CountingSocket(InetAddress.getByName("127.0.0.1"), 0)) {
      URI url = URI.create("https://127.0.0.1.nip.example:" + own.port() + "/");
      assertThatThrownBy(() -> fetch(url).fetch(url, true))
          .hasMessageContaining("cannot be fetched");
      assertThat(own.connections()).isPositive();
    }
  }

  @Test
  void anUnlistedHostIsRefusedBeforeItIsLookedUp() {
    FeedGate gate =
        new FeedGate(
            new FeedHosts(List.of("*.example.org")),
            host -> {
              throw new AssertionError(host + " was looked up");
            },
            AddressRule::isPublic);
    FeedFetch fetch = new FeedFetch(new OkHttpClient(), gate, Duration.ofSeconds(5));
    for (String host : List.of("example.org", "badexample.org", "example.com", "a.example.org.")) {
      assertThatThrownBy(() -> fetch.fetch(URI.create("https://" + host + "/"), true))
          .hasMessageContaining("calendars.hosts does not list " + host);
    }
  }
}
