package dev.kickoff.connectors;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** A {@code moto_server} as a process of ours, on a free port. */
final class MotoProcess implements MotoServer {
  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  private final Process process;
  private final int port;

  private MotoProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static MotoProcess start(Path command) throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Process process =
        new ProcessBuilder(command.toString(), "-H", "127.0.0.1", "-p", String.valueOf(port))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    MotoProcess server = new MotoProcess(process, port);
    server.awaitStart();
    return server;
  }

  private void awaitStart() throws IOException, InterruptedException {
    long until = System.nanoTime() + LONGEST_START.toNanos();
    while (true) {
      try (Socket open = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (ConnectException e) {
        if (!process.isAlive() || System.nanoTime() > until) {
          close();
          throw new IOException("moto_server does not answer on port " + port, e);
        }
        // sleeps because another process opens the port and tells nobody
        Thread.sleep(100);
      }
    }
  }

  @Override
  public URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** A launcher script may have started the server as a child of its own. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
