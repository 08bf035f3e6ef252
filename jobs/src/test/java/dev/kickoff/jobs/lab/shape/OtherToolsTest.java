package dev.kickoff.jobs.lab.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The exported files, run unchanged by the tools that they are for, where these are on the path;
 * {@link ExportTest} compares them with files that were.
 */
class OtherToolsTest {
  private static final Shape SHORT = Loads.divided("2s:1200,1s:600", 1);

  @TempDir private Path folder = Path.of("");
  private final Map<String, Integer> requests = new ConcurrentHashMap<>();
  private HttpServer server;

  OtherToolsTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
  }

  @BeforeEach
  void serve() {
    server.createContext(
        "/",
        exchange -> {
          requests.merge(exchange.getRequestURI().getPath(), 1, Integer::sum);
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private static String tool(String name) {
    Optional<Path> found =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(Pattern.quote(File.pathSeparator)))
            .map(each -> Path.of(each).resolve(name))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(
        found.isPresent(), name + " is not on the path: its file was compared, and is not run");
    return found.get().toString();
  }

  private String run(String... command) throws IOException, InterruptedException {
    Path log = folder.resolve("log.txt");
    Process process =
        new ProcessBuilder(List.of(command))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(90, TimeUnit.SECONDS);
    process.destroyForcibly();
    String said = Files.readString(log);
    assertThat(ended).as(said).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }

  private String written(ShapeFiles.Format format, String name) throws IOException {
    Path file = folder.resolve(name);
    new ShapeFiles(format, 60).write(file, SHORT);
    return Files.isRegularFile(file) ? file.toString() : "";
  }

  private void askedForBoth() {
    assertThat(requests.keySet()).containsExactlyInAnyOrder("/", "/play-on");
    int all = requests.values().stream().mapToInt(Integer::intValue).sum();
    assertThat(all).as("of the 35 requests of the load").isBetween(10, 70);
  }

  @Test
  void locustRunsTheFileUnchanged() throws IOException, InterruptedException {
    String locust = tool("locust");
    String file = written(ShapeFiles.Format.LOCUST, "locustfile.py");
    List<String> command = new ArrayList<>(List.of(locust, "-f", file, "--headless"));
    command.addAll(List.of("--host", address(), "--only-summary"));
    assertThat(run(command.toArray(String[]::new))).contains("Shape test completed");
    askedForBoth();
  }

  @Test
  void k6RunsTheFileUnchanged() throws IOException, InterruptedException {
    String k6 = tool("k6");
    String file = written(ShapeFiles.Format.K6, "load.js");
    assertThat(run(k6, "inspect", file)).contains("ramping-arrival-rate", "\"timeUnit\": \"1m0s\"");
    run(k6, "run", "--quiet", "--no-usage-report", "-e", "TARGET=" + address(), file);
    askedForBoth();
  }
}
