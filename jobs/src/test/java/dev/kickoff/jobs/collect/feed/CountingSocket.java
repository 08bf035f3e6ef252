package dev.kickoff.jobs.collect.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A listening socket of this machine that counts who connects to it, and hangs up. */
final class CountingSocket implements AutoCloseable {
  private final ServerSocket server = new ServerSocket();
  private final BlockingQueue<Integer> callers = new LinkedBlockingQueue<>();

  /** Listens at {@code address}; port 0 takes a free one. */
  CountingSocket(InetAddress address, int port) throws IOException {
    server.bind(new InetSocketAddress(address, port));
    Thread thread = new Thread(this::accept, "counting-socket");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!server.isClosed()) {
      try (Socket caller = server.accept()) {
        callers.add(caller.getPort());
      } catch (IOException e) {
        // closed, or a caller that is gone already
      }
    }
  }

  int port() {
    return server.getLocalPort();
  }

  /**
   * How many have connected so far. It calls itself once: callers are taken in their order, so that
   * whoever came before is counted by then.
   */
  int connections() throws InterruptedException {
    int before = 0;
    try (Socket own = new Socket(server.getInetAddress(), port())) {
      while (true) {
        Integer caller = callers.poll(10, TimeUnit.SECONDS);
        if (caller == null) {
          throw new IllegalStateException("the socket no longer accepts");
        }
        if (caller == own.getLocalPort()) {
          return before;
        }
        before++;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
