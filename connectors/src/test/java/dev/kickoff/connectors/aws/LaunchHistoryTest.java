package dev.kickoff.connectors.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.model.fleet.Launch;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LaunchHistoryTest {
  private static final Instant NOON = Instant.parse("2018-07-15T12:00:00Z");
  private static final String ICE =
      "We currently do not have sufficient m5.large capacity in the Availability Zone you"
          + " requested (eu-west-3b). Launching EC2 instance failed.";

  private StubService service;
  private AutoScalingGroupFleet fleet;

  @BeforeEach
  void start() throws IOException {
    service = new StubService();
    fleet =
        new AutoScalingGroupFleet(
            AutoScalingClients.simulated(service.uri(), Duration.ofSeconds(30)), () -> NOON);
    service.describes(
        2,
        40,
        5,
        "<member><InstanceId>i-0a</InstanceId><AvailabilityZone>a</AvailabilityZone>"
            + "<InstanceType>m5.large</InstanceType>"
            + "<LifecycleState>InService</LifecycleState></member>");
  }

  @AfterEach
  void stop() {
    fleet.close();
    service.close();
  }

  @Test
  void aHostThatServesHasItsZoneItsTypeAndBothInstants() {
    service.answers("DescribeScalingActivities", page(launched("1", "i-0a", 5, "Successful", 8)));
    assertThat(fleet.launchesSince("web", NOON))
        .containsExactly(
            new Launch(
                "1",
                NOON.plusSeconds(300),
                Optional.of(NOON.plusSeconds(480)),
                Optional.of("eu-west-3b"),
                Optional.of("m5.large"),
                Optional.empty()));
  }

  @Test
  void aHostThatBootsIsNotYetInServiceAndOneThatIsGoneHasNoType() {
    service.answers(
        "DescribeScalingActivities",
        page(
            launched("1", "i-0a", 5, "PreInService", 0)
                + launched("2", "i-0b", 4, "InProgress", 0)));
    List<Launch> launches = fleet.launchesSince("web", NOON);
    assertThat(launches).extracting(Launch::id).containsExactly("2", "1");
    assertThat(launches).allMatch(launch -> launch.inServiceAt().isEmpty());
    assertThat(launches.get(0).type()).isEmpty();
  }

  @Test
  void aRefusalIsToldInTheOwnersWords() {
    String failed =
        member("1", "Launching a new EC2 instance.  Status Reason: " + ICE, 5, "Failed", 5)
            .replace("<Progress>", "<StatusMessage>" + ICE + "</StatusMessage><Progress>");
    String cancelled = launched("2", "i-0b", 6, "Cancelled", 7);
    service.answers("DescribeScalingActivities", page(cancelled + failed));
    assertThat(fleet.launchesSince("web", NOON))
        .allMatch(launch -> launch.inServiceAt().isEmpty())
        .extracting(launch -> launch.refusal().orElseThrow())
        .containsExactly(ICE, "Cancelled");
  }

  @Test
  void terminationsAreNoLaunches() {
    service.answers(
        "DescribeScalingActivities",
        page(member("1", "Terminating EC2 instance: i-0a", 5, "Successful", 6)));
    assertThat(fleet.launchesSince("web", NOON)).isEmpty();
  }

  @Test
  void detailsThatCannotBeReadLeaveTheZoneOut() {
    service.answers(
        "DescribeScalingActivities",
        page(launched("1", "i-0a", 5, "Successful", 8).replace("{&quot;", "{{")));
    assertThat(fleet.launchesSince("web", NOON).get(0).zone()).isEmpty();
  }

  @Test
  void pagesAreReadOnlyAsFarBackAsAskedFor() {
    service.answers(
        "DescribeScalingActivities",
        page(launched("3", "i-0c", 9, "Successful", 12)) + "<NextToken>2</NextToken>",
        page(launched("2", "i-0b", 7, "Successful", 9) + launched("1", "i-0a", 4, "Successful", 6))
            + "<NextToken>3</NextToken>");
    assertThat(fleet.launchesSince("web", NOON.plusSeconds(420)))
        .extracting(Launch::id)
        .containsExactly("2", "3");
    assertThat(service.requests())
        .filteredOn(request -> request.contains("DescribeScalingActivities"))
        .hasSize(2);
  }

  private static String page(String members) {
    return "<Activities>" + members + "</Activities>";
  }

  private static String launched(String id, String host, int from, String status, int until) {
    return member(id, "Launching a new EC2 instance: " + host, from, status, until);
  }

  private static String member(String id, String what, int from, String status, int until) {
    String end =
        until == 0 ? "" : "<EndTime>" + NOON.plus(Duration.ofMinutes(until)) + "</EndTime>";
    return "<member><ActivityId>%s</ActivityId><Description>%s</Description>".formatted(id, what)
        + "<StartTime>"
        + NOON.plus(Duration.ofMinutes(from))
        + "</StartTime>"
        + end
        + "<StatusCode>"
        + status
        + "</StatusCode><Details>{&quot;Subnet ID&quot;:&quot;s&quot;,"
        + "&quot;Availability Zone&quot;:&quot;eu-west-3b&quot;}</Details>"
        + "<Progress>50</Progress></member>";
  }
}
