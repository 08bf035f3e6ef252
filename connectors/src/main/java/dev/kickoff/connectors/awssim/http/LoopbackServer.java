package dev.kickoff.connectors.awssim.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small HTTP/1.1 server on the loopback address, one thread a connection.
 *
 * <p>The one in the JDK cannot be used: it always answers with the wall clock in its Date header.
 */
public final class LoopbackServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LoopbackServer.class);
  private static final int MOST_CONNECTIONS = 64;
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration LINGER = Duration.ofSeconds(1);
  private static final long MOST_DRAINED_BYTES = 1024 * 1024;

  private final ServerSocket listener;
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      new ThreadPoolExecutor(
          1,
          MOST_CONNECTIONS + 1,
          1,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> {
            Thread thread = new Thread(task, "awssim");
            thread.setDaemon(true);
            return thread;
          },
          new ThreadPoolExecutor.AbortPolicy());

  private final Function<HttpRequest, HttpReply> handler;
  private final Function<HttpProblem, HttpReply> failure;

  /**
   * Starts to listen.
   *
   * @param port 0 takes a free one
   * @param failure the reply to what was no request; the connection ends with it
   */
  public LoopbackServer(
      int port, Function<HttpRequest, HttpReply> handler, Function<HttpProblem, HttpReply> failure)
      throws IOException {
    this.handler = handler;
    this.failure = failure;
    this.listener = new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
    threads.execute(this::accept);
  }

  /** Where it listens. */
  public URI uri() {
    return URI.create(
        "http://" + listener.getInetAddress().getHostAddress() + ":" + listener.getLocalPort());
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        serve(listener.accept());
      } catch (IOException e) {
        if (!listener.isClosed()) {
          LOG.warn("cannot accept a connection", e);
        }
      }
    }
  }

  private void serve(Socket connection) throws IOException {
    connections.add(connection);
    try {
      threads.execute(() -> converse(connection));
    } catch (RejectedExecutionException e) {
      connections.remove(connection);
      connection.close();
    }
  }

  private void converse(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      connection.setSoTimeout((int) IDLE.toMillis());
      InputStream in = new BufferedInputStream(connection.getInputStream());
      OutputStream out = connection.getOutputStream();
      try {
        boolean goesOn = true;
        while (goesOn && !listener.isClosed()) {
          goesOn = answer(in, out);
        }
      } catch (HttpProblem e) {
        failure.apply(e).write(out, false);
        connection.shutdownOutput();
        drain(connection, in);
      }
    } catch (IOException e) {
      LOG.debug("connection ended", e);
    } finally {
      connections.remove(connection);
    }
  }

  private boolean answer(InputStream in, OutputStream out) throws IOException {
    Optional<HttpRequest> request = HttpRequest.read(in, out);
    if (request.isEmpty()) {
      return false;
    }
    boolean keepAlive =
        !request.get().headers().getOrDefault("connection", "").equalsIgnoreCase("close");
    handler.apply(request.get()).write(out, keepAlive);
    return keepAlive;
  }

  /** Closing on unread bytes would reset the connection and take the reply away with it. */
  private static void drain(Socket connection, InputStream in) throws IOException {
    connection.setSoTimeout((int) LINGER.toMillis());
    in.skipNBytes(MOST_DRAINED_BYTES);
  }

  /** Stops listening and ends every connection. */
  @Override
  public void close() {
    try {
      listener.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      LOG.debug("closing", e);
    }
    threads.shutdownNow();
  }
}
