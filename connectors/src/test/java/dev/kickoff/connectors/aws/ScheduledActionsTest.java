package dev.kickoff.connectors.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.FleetSchedule;
import dev.kickoff.model.fleet.ScheduledSize;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ScheduledActionsTest {
  private static final Instant NOON = Instant.parse("2018-07-15T12:00:00Z");
  private static final String PUT = "BatchPutScheduledUpdateGroupAction";
  private static final String DELETE = "BatchDeleteScheduledAction";

  private StubService service;
  private AutoScalingGroupFleet fleet;
  private FleetSchedule schedule;

  @BeforeEach
  void start() throws IOException {
    service = new StubService();
    fleet =
        new AutoScalingGroupFleet(
            AutoScalingClients.simulated(service.uri(), Duration.ofSeconds(30)), () -> NOON);
    schedule = fleet.schedule().orElseThrow();
  }

  @AfterEach
  void stop() {
    fleet.close();
    service.close();
  }

  @Test
  void failuresInsideASuccessfulBatchAreToldByName() {
    service.answers(
        PUT,
        "<FailedScheduledUpdateGroupActions>"
            + failed("step-1", "LimitExceeded", "too many")
            + failed("step-3", "ValidationError", "in the past")
            + "</FailedScheduledUpdateGroupActions>");
    assertThat(schedule.put("web", steps(4)))
        .isEqualTo(
            Map.of("step-1", "LimitExceeded: too many", "step-3", "ValidationError: in the past"));
  }

  @Test
  void onlyTheSizesThatAreAskedForAreSent() {
    service.answers(PUT, "");
    schedule.put("web", List.of(ScheduledSize.floor("a", NOON, 3)));
    assertThat(service.requests())
        .singleElement()
        .asString()
        .contains("member.1.ScheduledActionName=a&", "StartTime=2018-07-15T12%3A00%3A00Z")
        .contains("member.1.MinSize=3")
        .doesNotContain("MaxSize", "DesiredCapacity");
  }

  @Test
  void aLaterBatchThatFailsWholeIsToldNameByName() {
    service.answers(PUT, "", StubService.failure("AccessDenied", "no"));
    Map<String, String> refused = schedule.put("web", steps(70));
    assertThat(refused).hasSize(20).containsKey("step-50").containsKey("step-69");
    assertThat(refused.get("step-69")).contains("AccessDenied");
  }

  @Test
  void aFirstBatchThatFailsWholeFailsTheCall() {
    service.answers(PUT, StubService.failure("AccessDenied", "no"));
    assertThatThrownBy(() -> schedule.put("web", steps(70)))
        .isInstanceOfSatisfying(
            FleetException.class, e -> assertThat(e.kind()).isEqualTo(FleetException.Kind.REFUSED))
        .hasMessageContaining("the role needs autoscaling:" + PUT);
    assertThat(service.requests()).hasSize(1);
  }

  @Test
  void aNameThatIsNotThereIsDeletedAlreadyAndOtherFailuresAreTold() {
    service.answers(
        DELETE,
        "<FailedScheduledActions>"
            + failed("gone", "ValidationError", "Scheduled action name not found")
            + failed("kept", "ResourceContention", "busy")
            + "</FailedScheduledActions>");
    assertThat(schedule.delete("web", Set.of("gone", "kept", "done")))
        .isEqualTo(Map.of("kept", "ResourceContention: busy"));
  }

  @Test
  void nothingToDoIsNoCall() {
    assertThat(schedule.put("web", List.of())).isEmpty();
    assertThat(schedule.delete("web", Set.of())).isEmpty();
    assertThat(service.requests()).isEmpty();
  }

  @Test
  void allPagesAreReadAndWhatHasNoSizeIsLeftOut() {
    service.answers(
        "DescribeScheduledActions",
        actions(action("b", 5, "<MinSize>3</MinSize>") + action("empty", 6, ""))
            + "<NextToken>2</NextToken>",
        actions(action("a", 4, "<DesiredCapacity>9</DesiredCapacity>")));
    assertThat(schedule.read("web")).extracting(ScheduledSize::name).containsExactly("a", "b");
    assertThat(schedule.read("web").get(0).min()).isEmpty();
  }

  @Test
  void onlyScheduledActionsAreSuspendedAndResumed() {
    schedule.suspend("web");
    schedule.resume("web");
    assertThat(service.requests())
        .containsExactly(
            "Action=SuspendProcesses&Version=2011-01-01&AutoScalingGroupName=web"
                + "&ScalingProcesses.member.1=ScheduledActions",
            "Action=ResumeProcesses&Version=2011-01-01&AutoScalingGroupName=web"
                + "&ScalingProcesses.member.1=ScheduledActions");
  }

  private static List<ScheduledSize> steps(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> ScheduledSize.floor("step-" + i, NOON.plusSeconds(i), 3))
        .toList();
  }

  private static String actions(String members) {
    return "<ScheduledUpdateGroupActions>" + members + "</ScheduledUpdateGroupActions>";
  }

  private static String action(String name, int minutes, String size) {
    return "<member><ScheduledActionName>%s</ScheduledActionName><StartTime>%s</StartTime>%s"
            .formatted(name, NOON.plus(Duration.ofMinutes(minutes)), size)
        + "</member>";
  }

  private static String failed(String name, String code, String message) {
    return ("<member><ScheduledActionName>%s</ScheduledActionName><ErrorCode>%s</ErrorCode>"
            + "<ErrorMessage>%s</ErrorMessage></member>")
        .formatted(name, code, message);
  }
}
