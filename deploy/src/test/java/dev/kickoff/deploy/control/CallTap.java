package dev.kickoff.deploy.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Passes every byte on to the simulated endpoint and back, and knows what was asked. */
final class CallTap implements AutoCloseable {
  private static final Pattern ACTION = Pattern.compile("Action=(\\w+)&");

  private final URI behind;
  private final ServerSocket listening;
  private final List<ByteArrayOutputStream> asked = new CopyOnWriteArrayList<>();

  CallTap(URI behind) throws IOException {
    this.behind = behind;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    daemon(this::accept);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  /** The calls so far that change something, by name. */
  List<String> mutating() {
    List<String> names = new ArrayList<>();
    for (ByteArrayOutputStream connection : asked) {
      Matcher action = ACTION.matcher(connection.toString(StandardCharsets.ISO_8859_1));
      while (action.find()) {
        if (!action.group(1).startsWith("Describe")) {
          names.add(action.group(1));
        }
      }
    }
    return names;
  }

  private void accept() throws IOException {
    while (true) {
      Socket near = listening.accept();
      Socket far = new Socket(behind.getHost(), behind.getPort());
      ByteArrayOutputStream copy = new ByteArrayOutputStream();
      asked.add(copy);
      daemon(() -> pump(near, far, copy));
      daemon(() -> pump(far, near, OutputStream.nullOutputStream()));
    }
  }

  private static void pump(Socket from, Socket to, OutputStream copy) throws IOException {
    byte[] buffer = new byte[8192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        copy.write(buffer, 0, read);
        to.getOutputStream().write(buffer, 0, read);
      }
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  /** A connection that ends takes its thread with it. */
  private static void daemon(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException e) {
                return;
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
