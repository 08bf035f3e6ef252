package dev.kickoff.jobs.api.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StreamPartsTest {
  private static final byte[] CHUNK = "data: 1\n\n".getBytes(StandardCharsets.UTF_8);

  /** A network that takes nothing until it is told to. */
  private static final class Network extends ServletOutputStream {
    private boolean ready;
    private int bytes;

    @Override
    public boolean isReady() {
      return ready;
    }

    @Override
    public void setWriteListener(WriteListener listener) {}

    @Override
    public void write(int b) {
      bytes++;
    }
  }

  private final AtomicInteger gone = new AtomicInteger();
  private final Network network = new Network();
  private final StreamClient client = new StreamClient(network, gone::incrementAndGet);

  @Test
  void aListenerThatDoesNotKeepUpIsDroppedOnce() {
    for (int i = 0; i < StreamClient.BACKLOG; i++) {
      client.offer(CHUNK);
      client.pump();
    }
    assertThat(client.isDropped()).isFalse();
    client.offer(CHUNK);
    client.offer(CHUNK);
    assertThat(client.isDropped()).isTrue();
    assertThat(gone).hasValue(1);
    assertThat(network.bytes).isZero();
  }

  @Test
  void whatTheNetworkDidNotTakeIsWrittenWhenItDoes() {
    client.offer(CHUNK);
    client.offer(CHUNK);
    client.pump();
    assertThat(network.bytes).isZero();
    network.ready = true;
    client.pump();
    assertThat(network.bytes).as("before the container has opened it").isZero();
    client.onWritePossible();
    assertThat(network.bytes).isEqualTo(2 * CHUNK.length);
  }

  @Test
  void theRingGivesBackWhatCameAfterAMessageOrSaysThatItCannot() {
    MessageRing ring = new MessageRing("run");
    ring.keep("minute", "[1]");
    ring.keep("minute", "[2]");
    ring.message("clock", "{}");
    assertThat(texts(ring.since("run-1").orElseThrow()))
        .containsExactly("id: run-2\nevent: minute\ndata: [2]\n\n");
    assertThat(ring.since("run-3").orElseThrow()).isEmpty();
    assertThat(ring.since("run-4")).isEmpty();
    assertThat(ring.since("other-1")).isEmpty();
    assertThat(ring.since("run-x")).isEmpty();
    for (int i = 0; i < 1_000; i++) {
      ring.keep("minute", "[3]");
    }
    assertThat(ring.since("run-1")).isEmpty();
    assertThat(ring.since("run-2").orElseThrow()).hasSize(1_000);
    ring.forget();
    assertThat(ring.since("run-2")).isEmpty();
  }

  @Test
  void manyListenersAreWrittenToLessOftenButStillTwiceASecond() {
    assertThat(List.of(1, 50, 51, 201, 2_000).stream().map(LiveStream::ticksPerChunk))
        .containsExactly(1, 1, 2, 5, 5);
  }

  private static List<String> texts(List<byte[]> messages) {
    return messages.stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).toList();
  }

  @Test
  void refusesMoreListenersThanItCanServe() throws Exception {
    try (LiveStream stream = new LiveStream(() -> "now", change -> change, 2)) {
      Javalin app = Javalin.create(config -> config.showJavalinBanner = false);
      app.get("/", stream::serve);
      app.start("127.0.0.1", 0);
      try {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest request =
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + app.port())).build();
        HttpResponse<InputStream> first = http.send(request, BodyHandlers.ofInputStream());
        assertThat(first.body().read()).isEqualTo('r');
        assertThat(http.send(request, BodyHandlers.ofInputStream()).statusCode()).isEqualTo(200);
        HttpResponse<String> third = http.send(request, BodyHandlers.ofString());
        assertThat(third.statusCode()).isEqualTo(503);
        assertThat(third.body()).contains("already 2 live streams are open");
      } finally {
        stream.close();
        app.stop();
      }
    }
  }
}
