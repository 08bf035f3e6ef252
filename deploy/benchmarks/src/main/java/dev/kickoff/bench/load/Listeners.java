package dev.kickoff.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many listeners of the live stream on one thread. How late a message is for a listener is told
 * from the first listener that got the same message; and from the pause since the clock before.
 */
final class Listeners implements Runnable {
  private static final Pattern CLOCK = Pattern.compile("id: (\\S+)\nevent: (\\w+)\n");
  private static final int KEPT = 200;
  private static final double MILLIS = 1e6;

  private final Selector selector;
  private final List<Listener> listeners = new ArrayList<>();
  private final Map<String, Long> first = new HashMap<>();
  private final List<Double> behind = new ArrayList<>();
  private final List<Double> pauses = new ArrayList<>();
  private volatile boolean stopping;
  private int lost;

  private static final class Listener {
    private final StringBuilder text = new StringBuilder();
    private long lastClock;
  }

  private Listeners(Selector selector) {
    this.selector = selector;
  }

  /** Opens so many at the server of {@code base}. */
  static Listeners open(URI base, String token, int count) throws IOException {
    Listeners all = new Listeners(Selector.open());
    String request =
        "GET /v1/stream HTTP/1.1\r\nHost: %s:%d\r\nAuthorization: Bearer %s\r\n\r\n"
            .formatted(base.getHost(), base.getPort(), token);
    for (int i = 0; i < count; i++) {
      SocketChannel channel =
          SocketChannel.open(new InetSocketAddress(base.getHost(), base.getPort()));
      channel.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII)));
      channel.configureBlocking(false);
      Listener listener = new Listener();
      all.listeners.add(listener);
      channel.register(all.selector, SelectionKey.OP_READ, listener);
    }
    return all;
  }

  @Override
  public void run() {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    try {
      while (!stopping) {
        selector.select(100);
        for (SelectionKey key : selector.selectedKeys()) {
          read(key, buffer.clear());
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException e) {
      throw new IllegalStateException("the listeners have ended", e);
    }
  }

  private void read(SelectionKey key, ByteBuffer buffer) throws IOException {
    int count;
    try {
      count = ((SocketChannel) key.channel()).read(buffer);
    } catch (IOException gone) {
      count = -1;
    }
    if (count < 0) {
      key.cancel();
      key.channel().close();
      lost++;
      return;
    }
    Listener listener = (Listener) key.attachment();
    listener.text.append(StandardCharsets.ISO_8859_1.decode(buffer.flip()));
    note(listener, System.nanoTime());
  }

  private void note(Listener listener, long now) {
    Matcher matcher = CLOCK.matcher(listener.text);
    int end = 0;
    while (matcher.find()) {
      end = matcher.end();
      Long before = first.putIfAbsent(matcher.group(1), now);
      behind.add(before == null ? 0 : (now - before) / MILLIS);
      if (matcher.group(2).equals("clock")) {
        if (listener.lastClock > 0) {
          pauses.add((now - listener.lastClock) / MILLIS);
        }
        listener.lastClock = now;
      }
    }
    listener.text.delete(0, Math.max(end, listener.text.length() - KEPT));
  }

  void stop() {
    stopping = true;
    selector.wakeup();
  }

  String report() {
    return "%d listeners, %d lost; behind the first listener: %s; between two clocks: %s"
        .formatted(listeners.size(), lost, Percentiles.of(behind), Percentiles.of(pauses));
  }
}
