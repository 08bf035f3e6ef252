package dev.kickoff.deploy.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.connectors.awssim.AutoScalingEndpoint;
import dev.kickoff.connectors.awssim.EndpointSettings;
import dev.kickoff.connectors.awssim.GroupDefinition;
import dev.kickoff.connectors.kafka.TopicAdmin;
import dev.kickoff.connectors.kafka.TopicWriter;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.local.EmbeddedBroker;
import dev.kickoff.model.capacity.HostProfile;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.override.OperatorOverride;
import dev.kickoff.model.override.OperatorOverride.Kind;
import dev.kickoff.model.simulation.group.GroupShape;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Orders of operators, over a real broker, to a controller in a process of its own. */
class OrdersLiveTest {
  /** Full demand of the synthetic stream for the next 25 minutes: it wants about 120 hosts. */
  private static final Instant PEAK = Instant.ofEpochSecond(60L * (75 * 395_000 + 10));

  private static final int BURST = 80;

  @TempDir private Path folder;
  private final SharedClock clock = new SharedClock(PEAK, System.currentTimeMillis(), 60);
  private EmbeddedBroker broker;
  private AutoScalingEndpoint aws;
  private CallTap tap;
  private TopicWriter writer;
  private SyntheticStream stream;
  private Optional<ControllerProcess> controller = Optional.empty();

  @BeforeEach
  void open() throws IOException {
    broker = EmbeddedBroker.start(EmbeddedBroker.BrokerSettings.in(folder));
    TopicAdmin.ensure(broker.bootstrap(), 2, 1);
    GroupDefinition group =
        new GroupDefinition(
            new GroupShape("web-asg", Duration.ofMinutes(3), List.of("a", "b", "c")),
            new GroupSize(2, 400, 40),
            Optional.empty(),
            new HostProfile(1000));
    aws =
        AutoScalingEndpoint.start(
            new EndpointSettings(0, folder.resolve("aws"), List.of(group)), clock);
    tap = new CallTap(aws.uri());
    writer = new TopicWriter(broker.bootstrap());
    stream = new SyntheticStream(broker.bootstrap(), clock);
  }

  @AfterEach
  void close() throws Exception {
    if (controller.isPresent()) {
      controller.get().kill();
    }
    stream.close();
    writer.close();
    tap.close();
    aws.close();
    broker.close();
  }

  private ControllerProcess start() throws IOException {
    controller = Optional.of(ControllerProcess.start(broker.bootstrap(), tap.uri(), folder, clock));
    return controller.get();
  }

  private OperatorOverride order(Kind kind, int hosts, Duration length) {
    Instant from = clock.instant();
    OperatorOverride order =
        new OperatorOverride(
            "order-" + kind,
            Optional.of("web-asg"),
            kind,
            hosts,
            from,
            from.plus(length),
            "ada",
            "a test of orders");
    writer.put(Topics.OVERRIDE_INSTRUCTION, TopicWriter.NO_SERVICE, order.id(), order);
    writer.flush();
    return order;
  }

  private static List<Decision> from(List<Decision> decisions, Instant at) {
    return decisions.stream().filter(decision -> !decision.key().at().isBefore(at)).toList();
  }

  @Test
  void aFrozenEngineThatIsKilledAndStartedAgainCallsNobody() throws Exception {
    order(Kind.FREEZE, 0, Duration.ofHours(12));
    ControllerProcess first = start();
    first.awaitDecisions(8);
    first.kill();
    int before = first.decisions().size();
    assertThat(tap.mutating()).as("before the kill").isEmpty();
    ControllerProcess second = start();
    second.awaitDecisions(8);
    assertThat(tap.mutating()).as("after the start").isEmpty();
    List<Decision> decisions = second.decisions();
    assertThat(decisions.size()).isGreaterThan(before);
    assertThat(decisions).allMatch(decision -> decision.freeze().isPresent());
    assertThat(decisions).anyMatch(decision -> decision.change().wanted() > 100);
    assertThat(decisions).allMatch(decision -> decision.change().to() == decision.change().from());
  }

  @Test
  void aPinThatEndsAtThePeakIsLetGoByTheRamp() throws Exception {
    OperatorOverride pin = order(Kind.PIN, 200, Duration.ofMinutes(9));
    ControllerProcess running = start();
    running.await(
        "lowering after the pin, once the surge is no longer taken for a poisoned reading",
        () ->
            from(running.decisions(), pin.until()).stream()
                .anyMatch(decision -> decision.change().to() < 200));
    List<Decision> decisions = running.decisions();
    Decision last =
        decisions.stream()
            .filter(d -> d.key().at().isBefore(pin.until()))
            .reduce((a, b) -> b)
            .orElseThrow();
    assertThat(last.change().to()).as("at the end of the pin").isEqualTo(200);
    assertThat(last.reason()).as("wanted").contains("plan wants");
    assertThat(decisions)
        .as("warned a quarter of an hour ahead")
        .anyMatch(d -> d.alarms().stream().anyMatch(v -> v.guardrail().equals("override-expiry")));
    List<Decision> after = from(decisions, pin.until());
    assertThat(after).anyMatch(decision -> decision.change().to() < 200);
    assertThat(after).allMatch(decision -> decision.change().wanted() < 150);
    for (Decision decision : after) {
      Instant lately = decision.key().at().minus(Duration.ofMinutes(5));
      int peak =
          from(decisions, lately).stream()
              .filter(d -> d.key().at().isBefore(decision.key().at()))
              .mapToInt(d -> d.change().to())
              .max()
              .orElse(decision.change().from());
      assertThat(decision.change().to())
          .as("%s", decision.reason())
          .isGreaterThanOrEqualTo(peak - Math.max(1, peak / 10));
    }
  }

  @Test
  void aGroupThatIsOrderedToForecastOnlyActsAgainByTheRampWhenThatEnds() throws Exception {
    OperatorOverride only = order(Kind.FORECAST_ONLY, 0, Duration.ofMinutes(12));
    ControllerProcess running = start();
    running.await("watching", () -> running.decisions().size() > 4);
    assertThat(tap.mutating()).isEmpty();
    running.await("acting again", () -> !tap.mutating().isEmpty());
    assertThat(clock.instant()).isAfter(only.until());
    running.await(
        "at its want",
        () ->
            from(running.decisions(), only.until()).stream()
                .anyMatch(d -> d.change().to() > 100 && d.mode().acts()));
    List<Decision> decisions = running.decisions();
    List<Decision> during =
        decisions.stream().filter(d -> d.key().at().isBefore(only.until())).toList();
    assertThat(during).allMatch(d -> d.mode() == ControlMode.FORECAST_ONLY);
    assertThat(during).anyMatch(d -> d.change().to() > 100);
    Decision first = from(decisions, only.until()).get(0);
    assertThat(first.change().from()).as("what stands, not what was recorded").isEqualTo(40);
    assertThat(first.change().to()).isBetween(41, 40 + BURST);
  }
}
