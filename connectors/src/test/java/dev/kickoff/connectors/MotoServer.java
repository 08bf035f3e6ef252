package dev.kickoff.connectors;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.testcontainers.containers.GenericContainer;

/** An emulator of AWS by others, on the loopback address: in a container, or as a process. */
interface MotoServer extends AutoCloseable {
  /** The image; it is used where an engine has it, and never fetched. */
  String IMAGE = "motoserver/moto:5.2.1";

  URI uri();

  @Override
  void close();

  /** Forgets all groups. */
  default void reset() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(uri().resolve("/moto-api/reset"))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
  }

  /**
   * A container where an engine has the image; else the command that KICKOFF_MOTO_SERVER names, or
   * the one on the path; empty where there is neither.
   */
  static Optional<MotoServer> start() throws IOException, InterruptedException {
    if (isImagePresent()) {
      return Optional.of(inContainer());
    }
    Optional<Path> named = Optional.ofNullable(System.getenv("KICKOFF_MOTO_SERVER")).map(Path::of);
    Optional<Path> command =
        named.or(
            () ->
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                    .map(folder -> Path.of(folder, "moto_server"))
                    .filter(Files::isExecutable)
                    .findFirst());
    return command.isPresent() ? Optional.of(MotoProcess.start(command.get())) : Optional.empty();
  }

  /** Asks the engine's own command first: the library looks for images on the network. */
  private static boolean isImagePresent() throws InterruptedException {
    try {
      Process docker =
          new ProcessBuilder("docker", "image", "inspect", IMAGE)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return docker.waitFor(10, TimeUnit.SECONDS) && docker.exitValue() == 0;
    } catch (IOException e) {
      return false; // there is no such command, so there is no engine
    }
  }

  private static MotoServer inContainer() {
    GenericContainer<?> container = new GenericContainer<>(IMAGE).withExposedPorts(5000);
    container.start();
    URI uri = URI.create("http://" + container.getHost() + ":" + container.getFirstMappedPort());
    return new MotoServer() {
      @Override
      public URI uri() {
        return uri;
      }

      @Override
      public void close() {
        container.stop();
      }
    };
  }
}
