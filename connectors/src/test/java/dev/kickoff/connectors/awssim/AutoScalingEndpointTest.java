package dev.kickoff.connectors.awssim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.connectors.VirtualClock;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.simulation.group.GroupShape;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoScalingEndpointTest {
  private static final Instant START = Instant.parse("1998-06-10T12:00:00Z");
  private static final String SIGNATURE = "AWS4-HMAC-SHA256 Credential=simulated";

  private final VirtualClock clock = new VirtualClock(START);
  private final HttpClient http = HttpClient.newHttpClient();
  private AutoScalingEndpoint endpoint;

  @BeforeEach
  void start(@TempDir Path folder) {
    ReactiveSettings reactive =
        new ReactiveSettings(0.7, Duration.ofMinutes(5), Duration.ofMinutes(15));
    List<GroupDefinition> groups =
        List.of(
            new GroupDefinition(
                new GroupShape("web", Duration.ofMinutes(10), List.of("a", "b")),
                new GroupSize(2, 40, 3),
                Optional.of(reactive),
                new HostProfile(1000)),
            new GroupDefinition(
                new GroupShape("shop <&> bar", Duration.ZERO, List.of("a")),
                new GroupSize(1, 5, 1),
                Optional.empty(),
                new HostProfile(500)));
    endpoint = AutoScalingEndpoint.start(new EndpointSettings(0, folder, groups), clock);
  }

  @AfterEach
  void stop() {
    endpoint.close();
  }

  @Test
  void describesHostsThatServeAndHostsThatBoot() throws Exception {
    ask("UpdateAutoScalingGroup&AutoScalingGroupName=web&MinSize=4");
    String reply = ask("DescribeAutoScalingGroups&AutoScalingGroupNames.member.1=web").body();
    assertThat(texts(reply, "LifecycleState"))
        .containsExactly("InService", "InService", "InService", "Pending");
    assertThat(texts(reply, "InstanceId")).doesNotHaveDuplicates().allMatch(this::isInstanceId);
    clock.pass(Duration.ofMinutes(10));
    assertThat(texts(ask("DescribeAutoScalingGroups").body(), "LifecycleState"))
        .doesNotContain("Pending");
  }

  private boolean isInstanceId(String id) {
    return id.matches("i-[0-9a-f]{17}");
  }

  @Test
  void handsOutGroupsPageByPage() throws Exception {
    String first = ask("DescribeAutoScalingGroups&MaxRecords=1").body();
    assertThat(texts(first, "AutoScalingGroupName")).containsExactly("shop &lt;&amp;&gt; bar");
    String token = texts(first, "NextToken").get(0);
    String second = ask("DescribeAutoScalingGroups&MaxRecords=1&NextToken=" + token).body();
    assertThat(texts(second, "AutoScalingGroupName")).containsExactly("web");
    assertThat(texts(second, "NextToken")).isEmpty();
  }

  @Test
  void aGroupThatIsNotThereIsDescribedByNothing() throws Exception {
    HttpResponse<String> reply = ask("DescribeAutoScalingGroups&AutoScalingGroupNames.member.1=w");
    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.body()).contains("<AutoScalingGroups></AutoScalingGroups>");
  }

  @Test
  void tellsTheTimeOfItsClockAndTheRequestsId() throws Exception {
    HttpResponse<String> reply = ask("DescribeAutoScalingGroups");
    assertThat(reply.headers().allValues("Date")).containsExactly("Wed, 10 Jun 1998 12:00:00 GMT");
    assertThat(texts(reply.body(), "RequestId"))
        .isEqualTo(reply.headers().allValues("x-amzn-RequestId"));
  }

  @Test
  void tellsWhatItsPolicyDidAndWhenTheHostsServe() throws Exception {
    clock.pass(Duration.ofMinutes(1));
    endpoint.observeDemand("web", clock.instant(), 3_500);
    String asked = ask("DescribeScalingActivities&AutoScalingGroupName=web").body();
    assertThat(texts(asked, "Description"))
        .hasSize(2)
        .allMatch(text -> text.matches("Launching a new EC2 instance: i-[0-9a-f]{17}"));
    assertThat(texts(asked, "Cause"))
        .containsOnly(
            "At 1998-06-10T12:01:00Z a monitor alarm triggered policy web-target-tracking"
                + " changing the desired capacity from 3 to 5.  At 1998-06-10T12:01:00Z an instance"
                + " was started in response to a difference between desired and actual capacity,"
                + " increasing the capacity from 3 to 5.");
    assertThat(texts(asked, "Details"))
        .allMatch(text -> text.matches("\\{\"Subnet ID\":\"subnet-.*\",.*Zone\":\"[ab]\"}"));
    assertThat(texts(asked, "StartTime")).containsOnly("1998-06-10T12:01:00Z");
    assertThat(texts(asked, "StatusCode")).containsOnly("InProgress");
    clock.pass(Duration.ofMinutes(10));
    String done = ask("DescribeScalingActivities").body();
    assertThat(texts(done, "EndTime")).containsOnly("1998-06-10T12:11:00Z");
    assertThat(texts(done, "StatusCode")).containsOnly("Successful");
  }

  @Test
  void tellsWhoAskedForAChangeNewestFirst() throws Exception {
    ask("UpdateAutoScalingGroup&AutoScalingGroupName=web&MinSize=4");
    ask("SetDesiredCapacity&AutoScalingGroupName=web&DesiredCapacity=5&HonorCooldown=false");
    ask("SetDesiredCapacity&AutoScalingGroupName=web&DesiredCapacity=5");
    String reply = ask("DescribeScalingActivities").body();
    assertThat(texts(reply, "Cause"))
        .containsExactly(
            "At 1998-06-10T12:00:00Z a user request update of AutoScalingGroup constraints to"
                + " min: 4, max: 40, desired: 5 changing the desired capacity from 4 to 5."
                + started(4, 5),
            "At 1998-06-10T12:00:00Z a user request update of AutoScalingGroup constraints to"
                + " min: 4, max: 40, desired: 4 changing the desired capacity from 3 to 4."
                + started(3, 4));
  }

  private static String started(int from, int to) {
    return ("  At 1998-06-10T12:00:00Z an instance was started in response to a difference between"
            + " desired and actual capacity, increasing the capacity from %d to %d.")
        .formatted(from, to);
  }

  @Test
  void describesItsPolicyAsRequestsPerHostAndMinute() throws Exception {
    String reply = ask("DescribePolicies").body();
    assertThat(texts(reply, "PolicyName")).containsExactly("web-target-tracking");
    assertThat(texts(reply, "TargetValue")).containsExactly("700.0");
    assertThat(ask("DescribePolicies&AutoScalingGroupName=x").body()).doesNotContain("member");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fly | 400 | InvalidAction | Could not find operation Fly for version 2011-01-01",
        "UpdateAutoScalingGroup&MinSize=3 | 400 | ValidationError"
            + " | 1 validation error detected: Value null at 'autoScalingGroupName' failed to"
            + " satisfy constraint: Member must not be null",
        "UpdateAutoScalingGroup&AutoScalingGroupName=wbe&MinSize=3 | 400 | ValidationError"
            + " | AutoScalingGroup name not found - null",
        "UpdateAutoScalingGroup&AutoScalingGroupName=web&MinSize=41 | 400 | ValidationError"
            + " | Max bound, 40, must be greater than or equal to min bound, 41",
        "UpdateAutoScalingGroup&AutoScalingGroupName=web&DesiredCapacity=1 | 400 | ValidationError"
            + " | Desired capacity:1 must be between the specified min size:2 and max size:40",
        "UpdateAutoScalingGroup&AutoScalingGroupName=web&MinSize=-1 | 400 | MalformedInput"
            + " | MinSize '-1' is not a whole number from 0",
        "UpdateAutoScalingGroup&AutoScalingGroupName=web&Zones=c | 400 | ValidationError"
            + " | The simulator does not know the parameter Zones",
        "SetDesiredCapacity&AutoScalingGroupName=web | 400 | ValidationError"
            + " | 1 validation error detected: Value null at 'desiredCapacity' failed to satisfy"
            + " constraint: Member must not be null",
        "SetDesiredCapacity&AutoScalingGroupName=web&DesiredCapacity=41 | 400 | ValidationError"
            + " | New SetDesiredCapacity value 41 is above max value 40 for the AutoScalingGroup.",
        "SetDesiredCapacity&AutoScalingGroupName=web&DesiredCapacity=1 | 400 | ValidationError"
            + " | New SetDesiredCapacity value 1 is below min value 2 for the AutoScalingGroup.",
        "DescribeAutoScalingGroups&NextToken=x | 400 | InvalidNextToken"
            + " | The token 'x' is not valid.",
        "DescribeAutoScalingGroups&MaxRecords=101 | 400 | ValidationError"
            + " | MaxRecords 101 must be between 1 and 100, inclusive",
        "DescribeAutoScalingGroups&NextToken=%zz | 400 | MalformedQueryString"
            + " | The query string is malformed: '%zz' is not url-encoded",
        "%3Cb%00%3E | 400 | InvalidAction"
            + " | Could not find operation &lt;b?&gt; for version 2011-01-01",
      })
  void anErrorIsTheOneThatAwsSends(String request, int status, String code, String message)
      throws Exception {
    HttpResponse<String> reply = ask(request);
    assertThat(reply.statusCode()).isEqualTo(status);
    assertThat(texts(reply.body(), "Type")).containsExactly("Sender");
    assertThat(texts(reply.body(), "Code")).containsExactly(code);
    assertThat(texts(reply.body(), "Message")).containsExactly(message);
  }

  @Test
  void aRequestWithoutAnActionIsAnError() throws Exception {
    assertThat(texts(post("Version=2011-01-01").body(), "Code")).containsExactly("MissingAction");
    assertThat(texts(post("").body(), "Code")).containsExactly("MissingAction");
  }

  @Test
  void aRequestThatIsNotSignedIsTurnedAway() throws Exception {
    HttpResponse<String> reply = send(HttpRequest.newBuilder(endpoint.uri()), "Action=Fly");
    assertThat(reply.statusCode()).isEqualTo(403);
    assertThat(texts(reply.body(), "Code")).containsExactly("MissingAuthenticationToken");
  }

  @Test
  void aRequestThatIsTooLargeIsTurnedAway() throws Exception {
    HttpResponse<String> reply = post("Action=" + "x".repeat(64 * 1024));
    assertThat(reply.statusCode()).isEqualTo(413);
    assertThat(texts(reply.body(), "Message")).containsExactly("A request is at most 64 KiB large");
  }

  @Test
  void demandOfAGroupThatIsNotDefinedIsAnError() {
    assertThatThrownBy(() -> endpoint.observeDemand("wbe", START, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no simulated group 'wbe'; there are [shop <&> bar, web]");
  }

  private HttpResponse<String> ask(String action) throws IOException, InterruptedException {
    return post("Version=2011-01-01&Action=" + action);
  }

  private HttpResponse<String> post(String form) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(endpoint.uri()).header("Authorization", SIGNATURE), form);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String form)
      throws IOException, InterruptedException {
    return http.send(
        request.POST(HttpRequest.BodyPublishers.ofString(form)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static List<String> texts(String xml, String element) {
    return Pattern.compile("<%1$s>([^<]*)</%1$s>".formatted(element))
        .matcher(xml)
        .results()
        .map((MatchResult match) -> match.group(1))
        .toList();
  }
}
