package dev.kickoff.jobs.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.connectors.kafka.TopicAdmin;
import dev.kickoff.jobs.api.audit.AuditTrail;
import dev.kickoff.jobs.api.audit.AuditVerification;
import dev.kickoff.jobs.api.http.ApiPart;
import dev.kickoff.jobs.api.security.KnownTokens;
import dev.kickoff.jobs.api.security.Role;
import dev.kickoff.jobs.local.EmbeddedBroker;
import dev.kickoff.jobs.local.EmbeddedBroker.BrokerSettings;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AuditTrailTest {
  private static final ApiPart ORDERS =
      app -> {
        app.post("/v1/overrides", ctx -> ctx.status(201).result("{}"));
        app.post("/v1/what-if", ctx -> ctx.result("{}"));
      };

  private static EmbeddedBroker broker;
  private final KnownTokens tokens = KnownTokens.oneForEachRole();

  @BeforeAll
  static void start(@TempDir Path folder) {
    broker = EmbeddedBroker.start(BrokerSettings.in(folder));
    TopicAdmin.ensure(broker.bootstrap(), 2, 1);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  private AuditTrail audit() {
    return AuditTrail.start(broker.bootstrap(), () -> Scene.NOON);
  }

  private List<JsonNode> entries(Door door, String query) throws Exception {
    HttpResponse<String> answer = door.send("GET", "/v1/audit" + query, tokens.of(Role.VIEWER));
    List<JsonNode> items = new ArrayList<>();
    new ObjectMapper().readTree(answer.body()).path("items").forEach(items::add);
    return items;
  }

  /** The newest entries, once there are so many more than before: the view reads behind. */
  private List<JsonNode> awaitEntries(Door door, int count) throws Exception {
    List<JsonNode> items = entries(door, "?limit=500");
    while (items.size() < count) {
      Thread.onSpinWait();
      items = entries(door, "?limit=500");
    }
    return items;
  }

  @Test
  void recordsWritesAndDenialsInChainsThatHold() throws Exception {
    try (AuditTrail audit = audit();
        Door door = new Door(tokens, ORDERS, audit)) {
      String order = "{\"kind\":\"pin\",\"group\":\"web-asg\",\"reason\":\"tonight's final\"}";
      String[] operator = Door.bearer(tokens.of(Role.OPERATOR));
      assertThat(door.request("POST", "/v1/overrides", order, operator).statusCode())
          .isEqualTo(201);
      door.request("POST", "/v1/overrides?dryRun=true", order, operator); // a trial
      door.request("POST", "/v1/what-if", order, operator); // a trial
      door.request("POST", "/v1/overrides", order, Door.bearer(tokens.of(Role.VIEWER)));
      door.request("GET", "/v1/status", "", Door.bearer("stolen-and-revoked"));
      door.request("GET", "/v1/status", ""); // nobody, and nothing asked to change
      door.request("DELETE", "/v1/overrides/a%20b", "");
      List<JsonNode> items = awaitEntries(door, 4);
      assertThat(items).hasSize(4);
      assertThat(items)
          .extracting(
              e -> e.path("actor").asText(),
              e -> e.path("action").asText(),
              e -> e.path("target").asText(),
              e -> e.path("outcome").asText() + " " + e.path("status").asInt())
          .containsExactly(
              tuple("nobody at 127.0.0.1", "withdraw", "/v1/overrides/a b", "denied 401"),
              tuple("nobody at 127.0.0.1", "status", "/v1/status", "denied 401"),
              tuple("viewer", "order", "/v1/overrides", "denied 403"),
              tuple("operator", "order", "/v1/overrides", "done 201"));
      JsonNode done = items.get(3);
      assertThat(done.path("reason").asText()).isEqualTo("tonight's final");
      assertThat(done.path("group").asText()).isEqualTo("web-asg");
      assertThat(done.path("engineTime").asText()).isEqualTo("2026-06-19T12:00:00Z");
      assertThat(items.get(2).path("previous").asText()).isEqualTo(done.path("hash").asText());
      assertThat(items.get(2).path("detail").asText()).contains("needs the role operator");
      assertThat(items.toString()).doesNotContain("stolen");
      assertThat(entries(door, "?actor=operator")).hasSize(1);
      assertThat(entries(door, "?group=other")).isEmpty();
      assertThat(entries(door, "?limit=2")).hasSize(2);
      assertThat(door.send("GET", "/v1/audit?format=csv", tokens.of(Role.VIEWER)).body())
          .startsWith("wall_time,")
          .contains("\"tonight's final\"");
    }
    try (AuditTrail audit = audit();
        Door door = new Door(tokens, ORDERS, audit)) {
      door.send("POST", "/v1/overrides", tokens.of(Role.ADMIN));
      assertThat(awaitEntries(door, 5)).hasSize(5);
    }
    AuditVerification.Outcome outcome = AuditVerification.of(broker.bootstrap(), Instant.now());
    assertThat(outcome.problems()).isEmpty();
    assertThat(outcome.entries()).isEqualTo(5);
  }
}
