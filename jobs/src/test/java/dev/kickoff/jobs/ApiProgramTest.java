package dev.kickoff.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.TopicEnd;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.api.Scene;
import dev.kickoff.jobs.api.audit.AuditVerification;
import dev.kickoff.jobs.api.http.ContractCheck;
import dev.kickoff.jobs.api.security.contract.Contract;
import dev.kickoff.jobs.api.security.contract.ContractRoute;
import dev.kickoff.jobs.api.security.jwt.Issuer;
import dev.kickoff.jobs.api.security.jwt.JwtTokens;
import dev.kickoff.jobs.cli.Main;
import dev.kickoff.jobs.config.api.ApiFile;
import dev.kickoff.jobs.config.api.ApiProgramSettings;
import dev.kickoff.jobs.control.KafkaLedger;
import dev.kickoff.jobs.control.Ledger;
import dev.kickoff.jobs.local.EmbeddedBroker;
import dev.kickoff.jobs.local.EmbeddedBroker.BrokerSettings;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.override.OperatorOverride;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API as a program of its own, as {@code deploy/examples/api} has it, on a real broker. */
class ApiProgramTest {
  private static final Path EXAMPLE = Path.of("../deploy/examples/api");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path folder;
  private static EmbeddedBroker broker;
  private static Issuer issuer;
  private static ApiProgram program;

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.start(BrokerSettings.in(folder.resolve("broker")));
    issuer = new Issuer(folder.resolve("jwks.json"));
    program = program("past.db");
  }

  @AfterAll
  static void stop() {
    program.close();
    broker.close();
  }

  /** The example, with the addresses of the test in the place of its own. */
  private static ApiProgram program(String past) throws Exception {
    Files.copy(
        EXAMPLE.resolve("fleet.yaml"),
        folder.resolve("fleet.yaml"),
        StandardCopyOption.REPLACE_EXISTING);
    String text = Files.readString(EXAMPLE.resolve("api.yaml"));
    Map<String, String> ours =
        Map.of(
            "kafka:9092",
            broker.bootstrap(),
            "https://id.example.com/keys",
            "jwks.json",
            "port: 8080",
            "port: 0",
            "past.db",
            past);
    for (Map.Entry<String, String> each : ours.entrySet()) {
      assertThat(text).contains(each.getKey());
      text = text.replace(each.getKey(), each.getValue());
    }
    ApiProgramSettings settings = ApiFile.read(Files.writeString(folder.resolve("api.yaml"), text));
    return new ApiProgram(settings, new JwtTokens(settings.access().oidc().orElseThrow()));
  }

  private static String token(String group) throws Exception {
    return issuer.sign(Issuer.claims(Instant.now(), group).build());
  }

  private static HttpRequest.Builder request(ApiProgram at, String path, String token) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + at.port() + path))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  private static HttpResponse<String> get(ApiProgram at, String path) throws Exception {
    return HTTP.send(request(at, path, token("viewers")).build(), BodyHandlers.ofString());
  }

  private static HttpResponse<String> post(ApiProgram at, String body, String group, String key)
      throws Exception {
    HttpRequest.Builder request = request(at, "/v1/overrides", token(group));
    return HTTP.send(
        request.header("Idempotency-Key", key).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  private static void await(String what, Callable<Boolean> condition) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.call()) {
      assertThat(Instant.now()).as(what).isBefore(end);
      Thread.sleep(20); // sleeps between two looks at a condition that another thread brings about
    }
  }

  private static List<OperatorOverride> written(String id) {
    List<OperatorOverride> orders = new ArrayList<>();
    TopicEnd.read(
        broker.bootstrap(),
        Topics.OVERRIDE_INSTRUCTION,
        100,
        record -> orders.add(Json.decode(record.value(), OperatorOverride.class)));
    return orders.stream().filter(order -> order.id().equals(id)).toList();
  }

  @Test
  void aViewerReadsAndMayOrderNothing() throws Exception {
    JsonNode status = ContractCheck.keeps("get", "/v1/status", get(program, "/v1/status"));
    assertThat(status.path("groups").get(0).path("group").asText()).isEqualTo("web-asg");
    String freeze = "{\"kind\":\"freeze\",\"reason\":\"nothing may change now\"}";
    assertThat(post(program, freeze, "viewers", "a-viewers-key").statusCode()).isEqualTo(403);
    assertThat(get(program, "/readyz").statusCode()).isEqualTo(200);
  }

  @Test
  void anOperatorsFreezeStandsInKafkaUnderTheNameOfTheToken() throws Exception {
    String freeze = "{\"kind\":\"freeze\",\"reason\":\"the database is moved\"}";
    HttpResponse<String> given = post(program, freeze, "operators", "an-operators-key");
    assertThat(given.statusCode()).as(given.body()).isEqualTo(201);
    List<OperatorOverride> standing = written(JSON.readTree(given.body()).path("id").asText());
    assertThat(standing).hasSize(1);
    assertThat(standing.get(0).kind()).isEqualTo(OperatorOverride.Kind.FREEZE);
    assertThat(standing.get(0).author()).isEqualTo("olivia");
  }

  @Test
  void theDecisionsOfAControllerAreShownWithWhoLeads() throws Exception {
    Service web = new Service("web");
    Optional<String> name = Optional.of("controller-0");
    try (KafkaLedger ledger = new KafkaLedger(broker.bootstrap(), web, 2, name)) {
      decide(ledger, 1);
    }
    await("the decision is shown", () -> leader().equals("controller-0"));
    JsonNode group =
        ContractCheck.keeps("get", "/v1/status", get(program, "/v1/status")).path("groups").get(0);
    assertThat(group.path("lastDecisionAt").asText())
        .isEqualTo(Scene.decision(1, 2, 9, 9).key().at().toString());
    assertThat(get(program, "/v1/decisions/web-asg/1").statusCode()).isEqualTo(200);
    try (KafkaLedger unnamed = new KafkaLedger(broker.bootstrap(), web, 2)) {
      decide(unnamed, 2);
    }
    await("the next leader is shown", () -> leader().equals("epoch 1"));
  }

  private static void decide(KafkaLedger ledger, long sequence) {
    ledger.commit(
        new Ledger.Page(
            Scene.decision(sequence, 2, 9, 9),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of()));
  }

  private static String leader() throws Exception {
    JsonNode status = JSON.readTree(get(program, "/v1/status").body());
    return status.path("groups").get(0).path("leader").asText();
  }

  @Test
  void aTokenForAnotherAudienceOpensNothing() throws Exception {
    String token = issuer.sign(Issuer.claims(Instant.now(), "admins").audience("payroll").build());
    HttpRequest request = request(program, "/v1/status", token).build();
    assertThat(HTTP.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
  }

  @Test
  void twoSideBySideShowEachOthersOrdersAndMakeNoneTwice() throws Exception {
    assertThatThrownBy(() -> program("past.db"))
        .hasMessageContaining("is used by another process; give each a file of its own");
    String floor =
        "{\"group\":\"web-asg\",\"kind\":\"floor\",\"hosts\":5,\"reason\":\"a second stream\"}";
    try (ApiProgram other = program("other.db")) {
      HttpResponse<String> given = post(program, floor, "operators", "a-key-for-both");
      assertThat(given.statusCode()).as(given.body()).isEqualTo(201);
      String path = given.headers().firstValue("Location").orElseThrow();
      await("the other shows it", () -> get(other, path).statusCode() == 200);
      HttpResponse<String> again = post(other, floor, "operators", "a-key-for-both");
      String id = JSON.readTree(again.body()).path("id").asText();
      assertThat(path).as(again.body()).endsWith(id);
      assertThat(written(id)).hasSize(1);
    }
    AuditVerification.Outcome audit = AuditVerification.of(broker.bootstrap(), Instant.now());
    assertThat(audit.problems()).isEmpty();
    assertThat(audit.entries()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void theCommandServesTheDevelopmentTokenOnThisMachineUntilItIsStopped() throws Exception {
    String text =
        "kafka: {bootstrap: '%s'}\nfleets: [fleet.yaml]\npast: third.db\nlisten: {port: 0}\n"
            .formatted(broker.bootstrap());
    Path config = Files.writeString(folder.resolve("local.yaml"), text);
    Path token = folder.resolve("dev-token");
    StringWriter said = new StringWriter();
    FutureTask<Integer> run =
        new FutureTask<>(
            () -> {
              PrintWriter err = new PrintWriter(said, true);
              String[] args = {"api", "--config", config.toString(), "--dev-token", "" + token};
              return Main.run(err, err, args);
            });
    Thread command = new Thread(run, "kickoff-api-command");
    command.start();
    Pattern address = Pattern.compile("console at (http://127\\.0\\.0\\.1:\\d+)");
    await("it listens", () -> run.isDone() || address.matcher(said.toString()).find());
    Matcher found = address.matcher(said.toString());
    assertThat(found.find()).as(said.toString()).isTrue();
    HttpRequest status =
        HttpRequest.newBuilder(URI.create(found.group(1) + "/v1/status"))
            .header("Authorization", "Bearer " + Files.readString(token).strip())
            .build();
    assertThat(HTTP.send(status, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    command.interrupt();
    assertThat(run.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isZero();
  }

  @Test
  void theCommandNamesWhatIsWrongWithItsFile() throws Exception {
    Path config = Files.writeString(folder.resolve("bad.yaml"), "kafak: {}\n");
    StringWriter said = new StringWriter();
    PrintWriter err = new PrintWriter(said, true);
    assertThat(Main.run(err, err, "api", "--config", config.toString())).isEqualTo(2);
    assertThat(said.toString())
        .contains("bad.yaml:1:1: kafak is an unknown key; did you mean 'kafka'?");
  }

  /** A route that nobody serves falls to the files of the console, which know GET only. */
  @Test
  void everyRouteOfTheContractIsServed() throws Exception {
    List<String> unserved = new ArrayList<>();
    String token = token("admins");
    for (ContractRoute route : Contract.load().routes()) {
      String path = route.template().replaceAll("\\{[^}]*}", "none-such");
      String body = route.consumes().isEmpty() ? "" : "{}";
      HttpRequest request =
          request(program, path, token)
              .method(route.method(), BodyPublishers.ofString(body))
              .build();
      HttpResponse<InputStream> answer = HTTP.send(request, BodyHandlers.ofInputStream());
      try (InputStream stream = answer.body()) {
        int status = answer.statusCode();
        boolean files =
            status == 404 && new String(stream.readAllBytes()).contains("nothing is at");
        if (files || status == 405 || status == 501) {
          unserved.add(route.operationId() + ": " + status);
        }
      }
    }
    assertThat(unserved).isEmpty();
    assertThat(Contract.load().routes()).hasSizeGreaterThan(30);
  }
}
