package dev.kickoff.deploy.house.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * A checkout in a temporary folder: the real launcher, hour-old sources, and a Java and a Maven
 * that are shell scripts. Maven notes each build in the file {@code builds}.
 */
final class FakeCheckout {
  private static final List<String> MODULES = List.of("model", "connectors", "jobs");
  private final Path root;
  private final Map<String, String> environment = new TreeMap<>();

  /** How a launch ended. */
  record Launch(int exitCode, String out, String err) {}

  FakeCheckout(Path root) throws IOException {
    this.root = root;
    copyLauncher();
    write("pom.xml", "");
    write(".mvn/maven.config", "");
    for (String module : MODULES) {
      write(module + "/pom.xml", "");
      write(module + "/src/main/java/Thing.java", "");
    }
    script("jdk/bin/java", "echo \"$PWD|$*\"; exit ${FAKE_EXIT:-0}");
    script("jdk/bin/javac", "");
    write("jdk/release", "JAVA_VERSION=\"17.0.15\"\n");
    mavenThat("mkdir -p jobs/target/lib && touch jobs/target/kickoff-jobs.jar");
    environment.put("JAVA_HOME", root.resolve("jdk").toString());
    environment.put("PATH", root.resolve("bin") + ":" + System.getenv("PATH"));
    makeOld(Duration.ofHours(1));
  }

  void mavenThat(String does) throws IOException {
    script("bin/mvn", "echo build >>builds; echo '[INFO] Building Kickoff jobs 1 [4/4]'\n" + does);
  }

  void set(String name, String value) {
    environment.put(name, value);
  }

  Path resolve(String path) {
    return root.resolve(path);
  }

  void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Leaves every file and folder as if it was written so long ago. */
  void makeOld(Duration age) throws IOException {
    FileTime then = FileTime.from(Instant.now().minus(age));
    try (var paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Files.setLastModifiedTime(path, then);
      }
    }
  }

  long builds() throws IOException {
    Path builds = root.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  Launch launch(String... arguments) throws IOException, InterruptedException {
    return launch(root, root.resolve("deploy/kickoff"), arguments);
  }

  Launch launch(Path directory, Path launcher, String... arguments)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(root, "launch", ".out");
    Path err = Files.createTempFile(root, "launch", ".err");
    ProcessBuilder builder = new ProcessBuilder(launcher.toString());
    builder.command().addAll(List.of(arguments));
    builder.directory(directory.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the launcher still runs after a minute: " + Files.readString(err));
    }
    return new Launch(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Leaves nothing on the PATH but these programs of the machine. */
  void leaveOnly(String programs) throws IOException {
    for (String program : programs.split(" ")) {
      for (String directory : System.getenv("PATH").split(":")) {
        if (Files.isExecutable(Path.of(directory, program))) {
          script("bin/" + program, "exec " + directory + "/" + program + " \"$@\"");
          break;
        }
      }
    }
    environment.put("PATH", root.resolve("bin").toString());
  }

  private void copyLauncher() throws IOException {
    Path copy = root.resolve("deploy/kickoff");
    Files.createDirectories(copy.getParent());
    Files.copy(Path.of("kickoff").toAbsolutePath(), copy);
    Files.setPosixFilePermissions(copy, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private void script(String path, String body) throws IOException {
    write(path, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(root.resolve(path), PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
