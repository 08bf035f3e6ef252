package dev.kickoff.jobs.config.bomb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BombCorpusTest {
  /** Two seconds are the goal (T20); a busy machine is not what is tested here. */
  private static final long GENEROUS_MILLIS = 20_000;

  @Test
  void everyBombIsRefusedInAJvmOf64Megabytes(@TempDir Path folder) throws Exception {
    Path files = Files.createDirectory(folder.resolve("bombs"));
    int count = Bombs.write(files);
    Path said = folder.resolve("said");
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                BombChild.class.getName(),
                files.toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    boolean ended = child.waitFor(3, TimeUnit.MINUTES);
    child.destroyForcibly();
    List<String> lines = Files.readAllLines(said, StandardCharsets.UTF_8);
    assertThat(ended).as("it ended; it said: %s", lines).isTrue();
    List<String> outcomes = lines.stream().filter(l -> l.matches("\\S+ \\d+ \\w+")).toList();
    assertThat(outcomes).as("it said: %s", lines).hasSize(count).hasSizeGreaterThan(15);
    assertThat(outcomes)
        .allSatisfy(
            line -> {
              String[] parts = line.split(" ");
              assertThat(parts[2]).as(line).isEqualTo("refused");
              assertThat(Long.parseLong(parts[1])).as(line).isLessThan(GENEROUS_MILLIS);
            });
  }
}
