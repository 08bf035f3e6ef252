package dev.kickoff.deploy.cluster;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The cluster that {@code deploy/cluster} starts: a broker, a JobManager and two TaskManagers. */
final class ClusterProcesses implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 150;

  private final Path folder;
  private final Process up;

  private ClusterProcesses(Path folder, Process up) {
    this.folder = folder;
    this.up = up;
  }

  /**
   * Begins to start a cluster with everything under {@code folder}; without a job. It ends with
   * this JVM at the latest.
   */
  static ClusterProcesses start(Path folder) throws IOException {
    for (Path built : List.of(project("jobs/target/kickoff-jobs-flink.jar"), lib())) {
      assumeTrue(Files.exists(built), built + " is missing; mvn package (or verify) builds it");
    }
    String here = String.valueOf(ProcessHandle.current().pid());
    Files.createDirectories(folder);
    return new ClusterProcesses(
        folder, run(folder, "up", "--task-managers", "2", "--no-job", "--until-gone", here));
  }

  static Path project(String path) {
    Path here = Path.of("").toAbsolutePath();
    return (Files.exists(here.resolve("cluster")) ? here.resolve("..") : here)
        .normalize()
        .resolve(path);
  }

  private static Path lib() {
    return project("deploy/flink/target/lib");
  }

  private static Process run(Path folder, String command, String... options) throws IOException {
    List<String> line =
        new ArrayList<>(List.of(project("deploy/cluster").toString(), command, folder.toString()));
    line.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve(command + ".said").toFile());
    builder.environment().put("KICKOFF_BUILD", "never");
    return builder.start();
  }

  /** Waits until all of it runs. */
  void awaitUp() throws Exception {
    end(up, "up");
  }

  private String end(Process process, String command) throws Exception {
    boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
    String said = read(command + ".said");
    if (!ended || process.exitValue() != 0) {
      throw new AssertionError("deploy/cluster " + command + " failed; it said:\n" + said);
    }
    return said;
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve(file)).strip();
  }

  String bootstrap() throws IOException {
    return read("bootstrap");
  }

  /** Submits the job's jar, and returns the job's id. */
  String submit(String... options) throws Exception {
    return end(run(folder, "submit", options), "submit");
  }

  /** Ends a TaskManager as {@code kill -9} does. */
  void killTaskManager(int number) throws Exception {
    long process = Long.parseLong(read("taskmanager-" + number + ".pid"));
    ProcessHandle victim = ProcessHandle.of(process).orElseThrow();
    victim.destroyForcibly();
    victim.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** What Flink's API answers. */
  String get(String path) throws Exception {
    URI uri = URI.create("http://127.0.0.1:" + read("rest") + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  @Override
  public void close() throws Exception {
    if (!up.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      up.destroy(); // stops what it has started
      up.waitFor();
    }
    end(run(folder, "down"), "down");
  }
}
