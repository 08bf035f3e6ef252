package dev.kickoff.connectors;

import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * A {@code moto_server} on a free port of the loopback address: an emulator of AWS by others. Its
 * command is that of the variable KICKOFF_MOTO_SERVER, or the one on the path.
 */
final class MotoServer implements AutoCloseable {
  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  private final Process process;
  private final int port;

  private MotoServer(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Optional<Path> command() {
    Optional<Path> named = Optional.ofNullable(System.getenv("KICKOFF_MOTO_SERVER")).map(Path::of);
    return named.or(
        () ->
            Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "moto_server"))
                .filter(Files::isExecutable)
                .findFirst());
  }

  static MotoServer start(Path command) throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Process process =
        new ProcessBuilder(command.toString(), "-H", "127.0.0.1", "-p", String.valueOf(port))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    MotoServer server = new MotoServer(process, port);
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

  URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Forgets all groups. */
  void reset() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri().resolve("/moto-api/reset"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
  }

  /** A launcher script may have started the server as a child of its own. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
  }
}
