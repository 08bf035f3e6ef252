package dev.kickoff.jobs.lab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerraformTest {
  private static final String GOLDEN =
      """
      # Kickoff's lab: +2 hosts when the mean CPU is above 15 % in 1 of 1 period of 5 min.
      # Note: when an alarm's periods begin cannot be set; the lab took them to begin 3 min after\
       the load did (kickoff tune --robust tries other phases).
      # Note: EC2 Auto Scaling counts a cooldown from when the last host has launched; the lab\
       counted its 5 min from when the alarm acted, so the group may react later.

      resource "aws_autoscaling_policy" "scale_out" {
        name                   = "web-asg-scale-out"
        autoscaling_group_name = "web-asg"
        policy_type            = "SimpleScaling"
        adjustment_type        = "ChangeInCapacity"
        scaling_adjustment     = 2
        cooldown               = 300
      }

      resource "aws_cloudwatch_metric_alarm" "scale_out" {
        alarm_name          = "web-asg-cpu-high"
        alarm_description   = "+2 hosts when the mean CPU is above 15 % in 1 of 1 period of 5 min"
        namespace           = "AWS/EC2"
        metric_name         = "CPUUtilization"
        statistic           = "Average"
        period              = 300
        evaluation_periods  = 1
        datapoints_to_alarm = 1
        threshold           = 15
        comparison_operator = "GreaterThanThreshold"
        treat_missing_data  = "notBreaching"
        alarm_actions       = [aws_autoscaling_policy.scale_out.arn]

        dimensions = {
          AutoScalingGroupName = "web-asg"
        }
      }
      """;

  @TempDir Path folder;

  /** Reviewed by hand against the AWS provider's documentation of both resources. */
  @Test
  void theSourcesWinnerIsAPolicyAndItsAlarm() {
    assertThat(Terraform.of(Plans.source(folder))).isEqualTo(GOLDEN);
  }

  @Test
  void namesAreQuotedSoThatNothingInThemIsATemplate() {
    AwsPlan plan = Plans.plan(folder, "a\"${b}%{c}\\d", Plans.FIVE_MINUTES, Plans.COOLDOWN);
    assertThat(Terraform.of(plan)).contains("autoscaling_group_name = \"a\\\"$${b}%%{c}\\\\d\"\n");
  }

  @Test
  void terraformsOwnFormatterFindsNothingToChange() throws Exception {
    Optional<Path> tool = tool();
    assumeTrue(tool.isPresent(), "neither terraform nor tofu is on the PATH");
    Path file = folder.resolve("policy.tf");
    for (AwsPlan plan :
        List.of(
            Plans.plan(folder, "web", Plans.FIVE_MINUTES, Plans.COOLDOWN, Plans.SCALE_IN),
            Plans.plan(folder, "a\"${b}%{c}", Plans.FIVE_MINUTES, "rearm: warm-up"))) {
      Files.writeString(file, Terraform.of(plan));
      Process check =
          new ProcessBuilder(tool.get().toString(), "fmt", "-check", "-diff", file.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(check.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(check.exitValue()).as(said).isZero();
    }
  }

  private static Optional<Path> tool() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Arrays.stream(path.split(File.pathSeparator))
        .flatMap(place -> Stream.of("terraform", "tofu").map(name -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
