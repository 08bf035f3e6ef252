package dev.kickoff.connectors.awssim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.kickoff.connectors.VirtualClock;
import dev.kickoff.connectors.awssim.fault.FaultPlan;
import dev.kickoff.connectors.awssim.query.QueryError;
import dev.kickoff.connectors.awssim.query.QueryRequest;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.simulation.group.GroupShape;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictEndpointTest {
  private static final Instant START = Instant.parse("1998-06-10T12:00:00Z");
  private static final String PUT =
      "PutScheduledUpdateGroupAction&AutoScalingGroupName=web&ScheduledActionName=";

  @TempDir private Path folder;
  private final VirtualClock clock = new VirtualClock(START);
  private SimulatedRegion region;
  private QueryActions actions;

  @BeforeEach
  void start() {
    GroupDefinition web =
        new GroupDefinition(
            new GroupShape("web", Duration.ofMinutes(10), List.of("a", "b")),
            new GroupSize(2, 40, 10),
            Optional.of(new ReactiveSettings(0.7, Duration.ofMinutes(5), Duration.ofMinutes(15))),
            new HostProfile(1000));
    region = new SimulatedRegion(List.of(web), clock, new StateFile(folder), FaultPlan.NONE);
    actions = new QueryActions(region, FaultPlan.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        PUT + "x&StartTime=1998-06-10T12:00:00Z&MinSize=3 | ValidationError | in the past",
        PUT + "x&MinSize=3 | ValidationError | Either StartTime or Recurrence",
        PUT + "x&StartTime=noon&MinSize=3 | MalformedInput | StartTime 'noon'",
        PUT + "x&StartTime=1998-06-11T12:00:00Z | ValidationError | needs a name and a size",
        PUT + "x&StartTime=1998-06-11T12:00:00Z&MinSize=5&MaxSize=4 | ValidationError | max",
        PUT
            + "x&StartTime=1998-06-11T12:00:00Z&MinSize=5&Recurrence=0 | ValidationError"
            + " | does not know the parameter Recurrence",
        "DeleteScheduledAction&AutoScalingGroupName=web&ScheduledActionName=x | ValidationError"
            + " | Scheduled action name not found",
        "DescribeScheduledActions&AutoScalingGroupName=wbe | ValidationError"
            + " | AutoScalingGroup name not found",
        "SuspendProcesses&AutoScalingGroupName=web&ScalingProcesses.member.1=Lunch"
            + " | ValidationError | Invalid scaling process type: Lunch",
        "CreateOrUpdateTags&Tags.member.1.ResourceId=web&Tags.member.1.Key=aws:x"
            + "&Tags.member.1.ResourceType=auto-scaling-group | ValidationError | Invalid tag",
        "CreateOrUpdateTags&Tags.member.1.ResourceId=wbe&Tags.member.1.Key=x"
            + "&Tags.member.1.ResourceType=auto-scaling-group | ValidationError | not found",
      })
  void whatAwsRefusesIsRefused(String request, String code, String message) {
    assertRefused(request, code, message);
  }

  @Test
  void moreThanFiftyAreNoBatch() {
    assertRefused(batch(51), "ValidationError", "between 1 and 50");
    assertThat(ask(batch(50))).contains("<FailedScheduledUpdateGroupActions></Failed");
    String names =
        IntStream.rangeClosed(1, 51)
            .mapToObj(i -> "&ScheduledActionNames.member." + i + "=s" + i)
            .collect(Collectors.joining());
    assertRefused(
        "BatchDeleteScheduledAction&AutoScalingGroupName=web" + names,
        "ValidationError",
        "between 1 and 50");
  }

  @Test
  void aHundredAndTwentySixthActionIsBeyondTheLimit() {
    for (int i = 0; i < 125; i++) {
      ask(PUT + "s" + i + "&MinSize=3&StartTime=" + START.plusSeconds(60 + i));
    }
    assertRefused(
        PUT + "s125&MinSize=3&StartTime=" + START.plusSeconds(999),
        "LimitExceeded",
        "limit of 125");
  }

  @Test
  void alarmsThatAreSuspendedTriggerNothing() {
    ask("SuspendProcesses&AutoScalingGroupName=web&ScalingProcesses.member.1=AlarmNotification");
    clock.pass(Duration.ofMinutes(1));
    region.observe("web", clock.instant(), 1e6);
    assertThat(region.groups().get(0).size().desired()).isEqualTo(10);
    ask("ResumeProcesses&AutoScalingGroupName=web");
    clock.pass(Duration.ofMinutes(1));
    region.observe("web", clock.instant(), 1e6);
    assertThat(region.groups().get(0).size().desired()).isEqualTo(40);
  }

  @Test
  void nothingIsLaunchedWhileLaunchIsSuspended() {
    ask("SuspendProcesses&AutoScalingGroupName=web&ScalingProcesses.member.1=Launch");
    ask("UpdateAutoScalingGroup&AutoScalingGroupName=web&MinSize=14");
    assertThat(region.groups().get(0).hosts()).hasSize(10);
    assertThat(region.activities()).isEmpty();
    ask("ResumeProcesses&AutoScalingGroupName=web&ScalingProcesses.member.1=Launch");
    assertThat(region.groups().get(0).hosts()).hasSize(14);
  }

  @Test
  void aScheduledActionIsTheCauseOfWhatItLaunches() {
    ask(PUT + "raise&MinSize=11&StartTime=1998-06-10T13:00:00Z");
    clock.pass(Duration.ofHours(2));
    assertThat(region.activities())
        .singleElement()
        .satisfies(
            activity -> {
              assertThat(activity.askedAt()).isEqualTo(START.plus(Duration.ofHours(1)));
              assertThat(activity.cause())
                  .startsWith(
                      "At 1998-06-10T13:00:00Z a scheduled action update of AutoScalingGroup"
                          + " constraints to min: 11, max: 40, desired: 11 changing the desired"
                          + " capacity from 10 to 11.");
            });
  }

  @Test
  void aHostLetGoBeforeItServedIsACancelledLaunch() {
    ask("SetDesiredCapacity&AutoScalingGroupName=web&DesiredCapacity=11");
    clock.pass(Duration.ofMinutes(1));
    ask("SetDesiredCapacity&AutoScalingGroupName=web&DesiredCapacity=10");
    assertThat(region.activities())
        .extracting(activity -> activity.status(clock.instant()))
        .containsExactly("Successful", "Cancelled");
    assertThat(region.activities().get(0).description()).startsWith("Terminating EC2 instance: i-");
  }

  @Test
  void aWarmPoolIsFilledAfterTheBoot() {
    ask("PutWarmPool&AutoScalingGroupName=web&MinSize=3");
    assertThat(ask("DescribeWarmPool&AutoScalingGroupName=web")).contains("Warmed:Pending");
    clock.pass(Duration.ofMinutes(10));
    assertThat(ask("DescribeWarmPool&AutoScalingGroupName=web")).contains("Warmed:Stopped");
    assertThat(ask("DescribeAutoScalingGroups")).contains("<WarmPoolSize>3</WarmPoolSize>");
  }

  @Test
  void tagsProcessesSchedulesAndPoolsOutliveTheEndpoint() {
    ask(
        "CreateOrUpdateTags&Tags.member.1.ResourceId=web&Tags.member.1.Key=kickoff:owner"
            + "&Tags.member.1.Value=me&Tags.member.1.ResourceType=auto-scaling-group");
    ask("SuspendProcesses&AutoScalingGroupName=web");
    ask("PutWarmPool&AutoScalingGroupName=web&MinSize=3");
    ask(PUT + "raise&MinSize=11&StartTime=1998-06-10T13:00:00Z");
    String before = ask("DescribeAutoScalingGroups");
    String scheduled = ask("DescribeScheduledActions&AutoScalingGroupName=web");
    start();
    assertThat(ask("DescribeAutoScalingGroups")).isEqualTo(before).contains("kickoff:owner");
    assertThat(ask("DescribeScheduledActions&AutoScalingGroupName=web"))
        .isEqualTo(scheduled)
        .contains("raise");
  }

  @Test
  void stateOfAnEarlierVersionIsStillRead() throws IOException {
    Files.writeString(
        folder.resolve("groups.json"),
        """
        {"format":1,"groups":{"web":{"defined":{"min":2,"max":40,"desired":10},
        "snapshot":{"now":"1998-06-10T11:00:00Z","size":{"min":4,"max":40,"desired":12},
        "nextHost":12,"lots":[{"firstHost":0,"hosts":10,"readyAt":"1998-06-10T10:00:00Z"},
        {"firstHost":10,"hosts":2,"readyAt":"1998-06-10T12:05:00Z"}]},"seen":[]}},
        "activities":[{"id":7,"group":"web","from":10,"to":12,"cause":"asked","askedAt":
        "1998-06-10T11:55:00Z","readyAt":"1998-06-10T12:05:00Z"}]}
        """);
    start();
    assertThat(region.groups().get(0).size()).isEqualTo(new GroupSize(4, 40, 12));
    assertThat(region.groups().get(0).hosts()).hasSize(12);
    assertThat(region.activities().get(0).description()).isEqualTo("Launching 2 EC2 instances");
    ask("SetDesiredCapacity&AutoScalingGroupName=web&DesiredCapacity=13");
    assertThat(region.activities().get(0).id()).isEqualTo(8);
  }

  private void assertRefused(String request, String code, String message) {
    assertThat(catchThrowable(() -> ask(request)))
        .isInstanceOfSatisfying(QueryError.class, error -> assertThat(error.code()).isEqualTo(code))
        .hasMessageContaining(message);
  }

  private String ask(String request) {
    return actions.perform(QueryRequest.parse("Version=2011-01-01&Action=" + request), "request-1");
  }

  private static String batch(int size) {
    return "BatchPutScheduledUpdateGroupAction&AutoScalingGroupName=web"
        + IntStream.rangeClosed(1, size)
            .mapToObj(
                i ->
                    "&ScheduledUpdateGroupActions.member.%1$d.ScheduledActionName=s%1$d"
                            .formatted(i)
                        + "&ScheduledUpdateGroupActions.member.%d.MinSize=3".formatted(i)
                        + "&ScheduledUpdateGroupActions.member.%d.StartTime=%s"
                            .formatted(i, START.plusSeconds(60 + i)))
            .collect(Collectors.joining());
  }
}
