package dev.kickoff.deploy.house.style;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text file of the project.
 *
 * @param path relative to the project's root, with slashes
 */
record SourceFile(String path, String text) {
  private static final Set<String> NOT_OURS =
      Set.of("target", "vendor", "node_modules", ".git", ".kickoff", ".idea", ".vscode");
  private static final Pattern TEXT =
      Pattern.compile(
          ".*\\.(java|js|css|html|md|ya?ml|xml|sh|py|json|properties|tf|csv|ics|txt|config)"
              + "|.*/(run|kickoff|Dockerfile)|Dockerfile");

  /** Every text file below the project's root, sorted by path; what others wrote is left out. */
  static List<SourceFile> ofTheProject() {
    Path root = root();
    try (Stream<Path> paths = Files.walk(root)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> root.relativize(path).toString().replace('\\', '/'))
          .filter(path -> TEXT.matcher(path).matches())
          .filter(path -> Stream.of(path.split("/")).noneMatch(NOT_OURS::contains))
          .sorted()
          .map(path -> new SourceFile(path, read(root.resolve(path))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> lines() {
    return text.lines().toList();
  }

  boolean isJava() {
    return path.endsWith(".java");
  }

  boolean isMainJava() {
    return isJava() && path.contains("/src/main/java/");
  }

  boolean isPackageInfo() {
    return path.endsWith("/package-info.java");
  }

  /** The first folder, such as {@code model}; the file's own name at the root. */
  String module() {
    return path.substring(0, path.indexOf('/') < 0 ? path.length() : path.indexOf('/'));
  }

  String folder() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(here.resolve("model")) || !Files.exists(here.resolve("pom.xml"))) {
      here = here.getParent();
    }
    return here;
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(path.toString(), e);
    }
  }
}
