package dev.kickoff.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import dev.kickoff.connectors.kafka.TopicWriter;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.api.security.TokenRefused;
import dev.kickoff.jobs.config.api.ApiFile;
import dev.kickoff.jobs.local.EmbeddedBroker;
import dev.kickoff.jobs.local.EmbeddedBroker.BrokerSettings;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.override.OperatorOverride;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiWebhookTest {
  private static final Path EXAMPLE = Path.of("../deploy/examples/api/fleet.yaml");

  private final BlockingQueue<byte[]> told = new LinkedBlockingQueue<>();

  private HttpServer receiver() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          told.add(exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }

  @Test
  void theApiTellsReceiversOfItsFileAndCountsWhatItTold(@TempDir Path folder) throws Exception {
    Files.copy(EXAMPLE, folder.resolve("fleet.yaml"), StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(folder.resolve("s"), "whsec_" + "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3");
    HttpServer receiver = receiver();
    try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerSettings.in(folder.resolve("broker")));
        ApiProgram program = program(folder, broker, receiver);
        TopicWriter writer = new TopicWriter(broker.bootstrap())) {
      JsonNode message = new ObjectMapper().readTree(orderUntilOneIsTold(writer));
      assertThat(message.path("type").asText("")).isEqualTo("order.changed");
      assertThat(message.path("data").path("author").asText("")).isEqualTo("ann");
      orderUntilOneIsTold(writer); // the one before it is counted by then
      URI metrics = URI.create("http://127.0.0.1:" + program.port() + "/metrics");
      assertThat(
              HttpClient.newHttpClient()
                  .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                  .body())
          .containsPattern(
              "kickoff_webhook_deliveries_total\\{hook=\"r\",outcome=\"delivered\",} [1-9]");
    } finally {
      receiver.stop(0);
    }
  }

  private static ApiProgram program(Path folder, EmbeddedBroker broker, HttpServer receiver)
      throws Exception {
    String text =
        """
        kafka: {bootstrap: "%s"}
        fleets: [fleet.yaml]
        past: past.db
        listen: {port: 0}
        webhooks: [{name: r, url: "http://127.0.0.1:%d", secretFile: s, what: [orders]}]
        """
            .formatted(broker.bootstrap(), receiver.getAddress().getPort());
    Path file = Files.writeString(folder.resolve("api.yaml"), text);
    return new ApiProgram(
        ApiFile.read(file),
        token -> {
          throw new TokenRefused("nobody comes in");
        });
  }

  /** A receiver is told what comes once it is listened for, so the first may come too early. */
  private byte[] orderUntilOneIsTold(TopicWriter writer) throws InterruptedException {
    byte @Nullable [] message = null;
    for (int i = 0; message == null && i < 60; i++) {
      Instant now = Instant.now();
      OperatorOverride order =
          new OperatorOverride(
              "order-" + now.toEpochMilli(),
              Optional.of("web-asg"),
              OperatorOverride.Kind.FLOOR,
              4,
              now,
              now.plusSeconds(600),
              "ann",
              "an encore");
      writer.put(Topics.OVERRIDE_INSTRUCTION, new Service("web"), order.id(), order);
      message = told.poll(1, TimeUnit.SECONDS);
    }
    if (message == null) {
      throw new AssertionError("nothing was told in a minute");
    }
    return message;
  }
}
