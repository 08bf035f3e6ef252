package dev.kickoff.jobs.lab.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the script with an {@code aws} that prints an ARN and notes what it was called with. */
class AwsCommandsTest {
  private static final String ARN = "arn:aws:autoscaling:eu-west-3:1:scalingPolicy:x";
  private static final String RECORDER =
      """
      #!/bin/sh
      for word in "$@"; do printf '%%s\\n' "$word" >> %s; done
      printf '.\\n' >> %s
      echo %s
      """;

  @TempDir Path folder;

  /** The words of each call. */
  private List<List<String>> calls(AwsPlan plan) throws Exception {
    Path notes = folder.resolve("notes");
    Path aws = Files.writeString(folder.resolve("aws"), RECORDER.formatted(notes, notes, ARN));
    assertThat(aws.toFile().setExecutable(true)).isTrue();
    Path script = Files.writeString(folder.resolve("policy.sh"), AwsCommands.of(plan));
    ProcessBuilder builder = new ProcessBuilder("sh", script.toString()).redirectErrorStream(true);
    builder.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
    Process run = builder.start();
    String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(run.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(run.exitValue()).as(said).isZero();
    return Arrays.stream(Files.readString(notes).split("(?m)^\\.\n"))
        .map(call -> call.lines().toList())
        .toList();
  }

  private static String after(List<String> words, String option) {
    return words.get(words.indexOf(option) + 1);
  }

  @Test
  void putsThePolicyThenTheAlarmThatCallsIt() throws Exception {
    List<List<String>> calls = calls(Plans.source(folder));
    assertThat(calls).hasSize(2);
    assertThat(calls.get(0))
        .startsWith("autoscaling", "put-scaling-policy")
        .contains("--scaling-adjustment=2");
    assertThat(after(calls.get(0), "--cooldown")).isEqualTo("300");
    assertThat(calls.get(1)).startsWith("cloudwatch", "put-metric-alarm");
    assertThat(after(calls.get(1), "--alarm-actions")).isEqualTo(ARN);
    assertThat(after(calls.get(1), "--threshold")).isEqualTo("15");
    assertThat(after(calls.get(1), "--period")).isEqualTo("300");
    assertThat(after(calls.get(1), "--dimensions"))
        .isEqualTo("[{\"Name\":\"AutoScalingGroupName\",\"Value\":\"web-asg\"}]");
  }

  @Test
  void aGroupsNameNeverBecomesShell() throws Exception {
    String name = "it's \"$(touch x)\" `y`, z";
    List<List<String>> calls =
        calls(Plans.plan(folder, name, Plans.FIVE_MINUTES, Plans.COOLDOWN, Plans.SCALE_IN));
    assertThat(calls).hasSize(4);
    assertThat(after(calls.get(0), "--auto-scaling-group-name")).isEqualTo(name);
    assertThat(after(calls.get(1), "--dimensions")).contains("it's \\\"$(touch x)\\\" `y`, z");
    assertThat(calls.get(2)).contains("--scaling-adjustment=-1");
    assertThat(after(calls.get(3), "--threshold")).isEqualTo("7.5");
  }

  @Test
  void stepScalingHasAWarmUp() throws Exception {
    List<String> policy =
        calls(Plans.plan(folder, "web", Plans.FIVE_MINUTES, "rearm: warm-up")).get(0);
    assertThat(after(policy, "--estimated-instance-warmup")).isEqualTo("210");
    assertThat(after(policy, "--step-adjustments"))
        .isEqualTo("MetricIntervalLowerBound=0,ScalingAdjustment=2");
  }
}
