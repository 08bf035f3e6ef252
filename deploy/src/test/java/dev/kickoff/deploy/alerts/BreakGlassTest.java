package dev.kickoff.deploy.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script, with an {@code aws} that only says what it was asked. */
class BreakGlassTest {
  @TempDir private Path folder;

  private String run(String... arguments) throws IOException, InterruptedException {
    Path aws = Files.writeString(folder.resolve("aws"), "#!/bin/sh\necho \"$@\"\n");
    Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwxr-xr-x"));
    List<String> command =
        new ArrayList<>(List.of(Path.of("break-glass").toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().merge("PATH", folder.toString(), (path, own) -> own + ":" + path);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return process.waitFor() + " " + said.strip();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "floor 40 | update-auto-scaling-group --auto-scaling-group-name web --min-size 40",
        "freeze | suspend-processes --auto-scaling-group-name web"
            + " --scaling-processes ScheduledActions",
        "thaw | resume-processes --auto-scaling-group-name web"
            + " --scaling-processes ScheduledActions",
        "release | delete-tags --tags ResourceId=web,ResourceType=auto-scaling-group,Key=kickoff"
      })
  void asksAwsForOneThing(String order, String asked) throws Exception {
    String[] words = ("web " + order).split(" ");
    assertThat(run(words)).isEqualTo("0 autoscaling " + asked);
  }

  @Test
  void showsTheGroupAndItsSchedule() throws Exception {
    assertThat(run("web", "show"))
        .contains("describe-auto-scaling-groups --auto-scaling-group-names web")
        .contains("describe-scheduled-actions --auto-scaling-group-name web");
  }

  @ParameterizedTest
  @ValueSource(strings = {"web", "web floor", "web floor many", "web terminate"})
  void asksForNothingElse(String order) throws Exception {
    assertThat(run(order.split(" "))).startsWith("2 usage: break-glass GROUP show");
  }
}
