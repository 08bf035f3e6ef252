package dev.kickoff.connectors.aws.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kickoff.connectors.VirtualClock;
import dev.kickoff.connectors.aws.AutoScalingClients;
import dev.kickoff.connectors.awssim.AutoScalingEndpoint;
import dev.kickoff.connectors.awssim.EndpointSettings;
import dev.kickoff.connectors.awssim.GroupDefinition;
import dev.kickoff.connectors.cloudwatch.CloudWatchClients;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.fleet.FleetException;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.simulation.group.GroupShape;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyReaderTest {
  private static final String SIMPLE =
      """
      <DescribePoliciesResponse><DescribePoliciesResult><ScalingPolicies><member>
      <AutoScalingGroupName>web</AutoScalingGroupName><PolicyName>out</PolicyName>
      <PolicyType>SimpleScaling</PolicyType><AdjustmentType>ChangeInCapacity</AdjustmentType>
      <ScalingAdjustment>1</ScalingAdjustment><Cooldown>240</Cooldown>
      <Alarms><member><AlarmName>high</AlarmName></member></Alarms></member><member>
      <AutoScalingGroupName>web</AutoScalingGroupName><PolicyName>steps</PolicyName>
      <PolicyType>StepScaling</PolicyType><AdjustmentType>PercentChangeInCapacity</AdjustmentType>
      <StepAdjustments><member><ScalingAdjustment>10</ScalingAdjustment></member>
      <member><ScalingAdjustment>30</ScalingAdjustment></member></StepAdjustments>
      </member></ScalingPolicies></DescribePoliciesResult></DescribePoliciesResponse>
      """;
  private static final String ALARM =
      """
      {"MetricAlarms":[{"AlarmName":"high","MetricName":"CPUUtilization","Namespace":"AWS/EC2",
      "Statistic":"Average","Period":300,"EvaluationPeriods":2,"DatapointsToAlarm":1,
      "Threshold":25.0,"ComparisonOperator":"GreaterThanThreshold"}]}
      """;

  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private URI stub() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private PolicyReader reader(URI groups) {
    return new PolicyReader(
        AutoScalingClients.simulated(groups, Duration.ofSeconds(20)), CloudWatchClients.at(stub()));
  }

  /** Groups in XML, alarms in CBOR. */
  private void answers(String groups) {
    server.createContext("/", exchange -> answer(exchange, groups));
  }

  private static void answer(HttpExchange exchange, String groups) throws IOException {
    try (exchange) {
      boolean alarms = exchange.getRequestURI().getPath().endsWith("DescribeAlarms");
      byte[] bytes =
          alarms
              ? new ObjectMapper(new CBORFactory())
                  .writeValueAsBytes(new ObjectMapper().readTree(ALARM))
              : groups.getBytes(StandardCharsets.UTF_8);
      if (alarms) {
        exchange.getResponseHeaders().add("Content-Type", "application/cbor");
        exchange.getResponseHeaders().add("smithy-protocol", "rpc-v2-cbor");
      }
      exchange.sendResponseHeaders(groups.contains("<Error>") ? 403 : 200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Test
  void readsPoliciesAndTheAlarmsThatCallThem() {
    answers(SIMPLE);
    try (PolicyReader reader = reader(stub())) {
      GroupPolicies read = reader.read("web");
      GroupPolicy out =
          new GroupPolicy(
              "web", "out", "SimpleScaling", "+1 host", OptionalInt.of(240), List.of("high"));
      assertThat(read.policies())
          .containsExactly(
              out,
              new GroupPolicy(
                  "web", "steps", "StepScaling", "+10 %, +30 %", OptionalInt.empty(), List.of()));
      assertThat(read.alarmOf(out))
          .contains(
              new GroupAlarm(
                  "high",
                  "Average of AWS/EC2 CPUUtilization",
                  "GreaterThanThreshold 25",
                  300,
                  2,
                  1,
                  "missing"));
    }
  }

  @Test
  void aRefusalNamesTheCall() {
    answers(
        "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error>"
            + "</ErrorResponse>");
    try (PolicyReader reader = reader(stub())) {
      assertThatThrownBy(() -> reader.read("web"))
          .isInstanceOf(FleetException.class)
          .hasMessageContaining("the role needs autoscaling:DescribePolicies");
    }
  }

  @Test
  void readsTheSimulatorsTargetTracking(@TempDir Path folder) {
    ReactiveSettings reactive =
        new ReactiveSettings(0.7, Duration.ofMinutes(5), Duration.ofMinutes(15));
    GroupDefinition web =
        new GroupDefinition(
            new GroupShape("web", Duration.ofMinutes(10), List.of("a")),
            new GroupSize(2, 40, 3),
            Optional.of(reactive),
            new HostProfile(1000));
    VirtualClock clock = new VirtualClock(Instant.parse("1998-06-10T12:00:00Z"));
    try (AutoScalingEndpoint endpoint =
            AutoScalingEndpoint.start(new EndpointSettings(0, folder, List.of(web)), clock);
        PolicyReader reader = reader(endpoint.uri())) {
      assertThat(reader.read("web").policies())
          .containsExactly(
              new GroupPolicy(
                  "web",
                  "web-target-tracking",
                  "TargetTrackingScaling",
                  "target 700.0",
                  OptionalInt.empty(),
                  List.of()));
    }
  }
}
