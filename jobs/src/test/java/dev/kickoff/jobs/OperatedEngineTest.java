package dev.kickoff.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.jobs.api.security.Caller;
import dev.kickoff.jobs.api.security.Role;
import dev.kickoff.jobs.config.DefaultFleet;
import dev.kickoff.jobs.config.FleetSettings;
import dev.kickoff.jobs.local.Recording;
import dev.kickoff.jobs.local.RunSettings;
import dev.kickoff.jobs.local.StateFolder;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.GroupLimits;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.demand.DemandUnit;
import dev.kickoff.model.simulation.MatchDay;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people operate the whole engine through the API while it plays the match day. */
class OperatedEngineTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int AFFORDABLE = 25;

  @TempDir private Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private int port;

  private interface Condition {
    boolean holds() throws Exception;
  }

  @Test
  void obeysPinsFreezesMovesAndApprovals() throws Exception {
    try (RunningEngine engine = start()) {
      port = engine.port();
      await("ready", () -> send("GET /readyz", "ann", "").statusCode() == 200);
      pinIsFollowed();
      nothingChangesUnderAFreeze();
      aDelayedEventIsPlannedAnew();
      whatIsTooDearIsDoneOnceApproved();
    }
  }

  private RunningEngine start() {
    MatchDay day = MatchDay.DEFAULT;
    FleetSettings fleet = DefaultFleet.settings();
    GroupSettings group = fleet.group();
    GroupLimits standard = group.limits();
    GroupLimits limits =
        new GroupLimits(
            standard.quota(),
            standard.tested(),
            standard.hostHour(),
            OptionalDouble.of(AFFORDABLE * standard.hostHour()),
            standard.zonesToLose(),
            standard.growth(),
            standard.largeMove());
    Recording recording =
        new Recording(
            Map.of(group.service(), day.minutes(day.historyFrom(), day.until())),
            DemandUnit.RPM,
            EventCalendar.published(day.events()));
    Instant from = day.kickoffAt().minus(Duration.ofMinutes(90));
    RunSettings settings =
        new RunSettings(
            new RunSettings.Window(from, day.until()),
            60,
            ZoneOffset.UTC,
            folder,
            0,
            name -> new Caller(name, Set.of(Role.OPERATOR, Role.APPROVER)),
            RunSettings.Tuning.STANDARD);
    return Assembly.local(
        recording,
        fleet.withGroup(group.withMode(ControlMode.APPROVE).within(limits)),
        settings,
        StateFolder.take(folder.resolve("state"), true));
  }

  private void pinIsFollowed() throws Exception {
    JsonNode shown =
        json(send("POST /v1/overrides?dryRun=true", "ann", order("pin", ",'hosts':24")));
    assertThat(shown.path("effects").get(0).path("floorThen").asInt()).isEqualTo(24);
    JsonNode pin = json(send("POST /v1/overrides", "ann", order("pin", ",'hosts':24")));
    assertThat(pin.path("state").asText()).as(pin.toString()).isEqualTo("in-force");
    await("pinned at 24", () -> floor() == 24);
    HttpResponse<String> undone =
        send("POST /v1/overrides/" + pin.path("id").asText() + "/undo", "ann", "");
    assertThat(json(undone).path("state").asText()).isEqualTo("ended");
  }

  private void nothingChangesUnderAFreeze() throws Exception {
    JsonNode freeze = json(send("POST /v1/overrides", "ann", order("freeze", ",'minutes':240")));
    assertThat(freeze.path("state").asText()).as(freeze.toString()).isEqualTo("in-force");
    await("frozen", () -> newestReason().contains("frozen by ann"));
    int floor = floor();
    long sequence = newest().path("sequence").asLong();
    await("five decisions on", () -> newest().path("sequence").asLong() > sequence + 5);
    assertThat(floor()).isEqualTo(floor);
    assertThat(json(send("GET /v1/status", "ann", "")).path("overrides").toString())
        .contains("\"kind\":\"freeze\"");
    String resume = "{'reason':'the database has moved'}";
    HttpResponse<String> resumed = send("POST /v1/resume", "bob", resume);
    if (resumed.statusCode() == 202) {
      assertThat(approve("ann", json(resumed)).statusCode()).isEqualTo(200);
    } else {
      assertThat(resumed.statusCode()).as(resumed.body()).isEqualTo(200);
    }
    await("thawed", () -> !newestReason().contains("frozen by"));
  }

  private void aDelayedEventIsPlannedAnew() throws Exception {
    JsonNode events = json(send("GET /v1/events", "ann", "")).path("items");
    JsonNode match = events.get(events.size() - 1);
    String path = "/v1/events/" + segment(match.path("uid").asText());
    String move = "{'byMinutes':30,'reason':'thunderstorm over the ground'}";
    long begun = System.nanoTime();
    HttpResponse<String> moved =
        send("POST " + path + "/move", "ann", move, "If-Match", match.path("etag").asText());
    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
    long revision = json(moved).path("revision").asLong();
    await(
        "planned anew",
        () ->
            json(send("GET /v1/plans/web-asg", "ann", ""))
                .toString()
                .contains("\"calendarRevision\":" + revision));
    System.out.printf(
        "a moved kick-off was planned anew %d ms after it was asked for%n",
        (System.nanoTime() - begun) / 1_000_000);
    JsonNode kept = json(send("GET " + path, "ann", "")).path("kept");
    assertThat(kept).as(moved.body()).isNotEmpty();
    assertThat(kept.get(0).path("kind").asText()).isEqualTo("floor");
    assertThat(send("POST " + path + "/confirm", "ann", "").statusCode()).isEqualTo(200);
    assertThat(json(send("GET " + path, "ann", "")).has("kept")).isFalse();
  }

  private void whatIsTooDearIsDoneOnceApproved() throws Exception {
    await("held back for its cost", () -> waiting("spend").has("id"));
    assertThat(newestReason()).contains("spend: ");
    assertThat(floor()).as("nor by the fleet's own schedule").isLessThanOrEqualTo(AFFORDABLE);
    await("approved", () -> approve("bob", waiting("spend")).statusCode() == 200);
    await("dearer than is allowed alone", () -> !newestReason().contains("spend: "));
    String orders = send("GET /v1/overrides", "ann", "").body();
    assertThat(orders).contains("\"kind\":\"approval\"").contains("\"author\":\"bob\"");
    await("raised past what is allowed alone", () -> floor() > AFFORDABLE);
  }

  private JsonNode waiting(String guardrail) throws Exception {
    JsonNode items = json(send("GET /v1/reviews?status=pending_review", "ann", "")).path("items");
    for (JsonNode review : items) {
      if (review.path("summary").asText().contains("held by " + guardrail)) {
        return review;
      }
    }
    return new ObjectMapper().createObjectNode();
  }

  private HttpResponse<String> approve(String caller, JsonNode review) throws Exception {
    String body = "{'digest':'" + review.path("digest").asText() + "','comment':'seen and agreed'}";
    return send("POST /v1/reviews/" + review.path("id").asText() + "/approve", caller, body);
  }

  private static String order(String kind, String more) {
    return "{'group':'web-asg','kind':'" + kind + "','reason':'tried in a test'" + more + "}";
  }

  private int floor() throws Exception {
    return json(send("GET /v1/status", "ann", "")).path("groups").get(0).path("floor").asInt();
  }

  private JsonNode newest() throws Exception {
    return json(send("GET /v1/decisions?limit=1", "ann", "")).path("items").path(0);
  }

  private String newestReason() throws Exception {
    return newest().path("reason").asText();
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    return new ObjectMapper().readTree(answer.body());
  }

  private static String segment(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private HttpResponse<String> send(String line, String caller, String body, String... headers)
      throws Exception {
    String[] asked = line.split(" ", 2);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + asked[1]))
            .header("Authorization", "Bearer " + caller)
            .header("Content-Type", "application/json")
            .method(asked[0], HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')));
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private void await(String what, Condition condition) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "not %s after %s; the newest decision: %s; status: %s"
                .formatted(what, PATIENCE, newest(), send("GET /v1/status", "ann", "").body()));
      }
      // sleeps between two looks at an engine that runs on its own threads
      Thread.sleep(100);
    }
  }
}
