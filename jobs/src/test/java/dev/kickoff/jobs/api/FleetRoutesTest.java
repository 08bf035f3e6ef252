package dev.kickoff.jobs.api;

import static dev.kickoff.jobs.api.Scene.NOON;
import static dev.kickoff.jobs.api.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.api.http.ContractCheck;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.fleet.FleetState;
import dev.kickoff.model.fleet.GroupSize;
import dev.kickoff.model.override.OperatorOverride;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FleetRoutesTest {
  private Scene scene;
  private ApiClient api;

  @BeforeEach
  void start() {
    scene = new Scene();
    api = new ApiClient(scene);
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private JsonNode fleet() throws Exception {
    JsonNode page = ContractCheck.keeps("get", "/v1/fleets", api.get("/v1/fleets"));
    JsonNode one = ContractCheck.keeps("get", "/v1/fleets/{group}", api.get("/v1/fleets/web-asg"));
    assertThat(page.path("items").get(0)).isEqualTo(one);
    return one;
  }

  @Test
  void aGroupOfWhichNothingIsKnownWaits() throws Exception {
    JsonNode fleet = fleet();
    assertThat(fleet.has("sizes")).isFalse();
    assertThat(fleet.path("need")).isEmpty();
    assertThat(fleet.path("standing").path("status").asText()).isEqualTo("waiting");
  }

  @Test
  void showsWhatItHasAndWhatItWillNeed() throws Exception {
    scene.views().accept(Scene.minute(-1, 5_500, 1, true));
    scene.views().accept(Scene.near(0, 10_000));
    GroupSize size = new GroupSize(8, 100, 18);
    scene
        .views()
        .accept(new FleetState("web-asg", NOON, size, 15, 3, Map.of("a", 5, "b", 6, "c", 4)));
    scene.views().accept(Scene.decision(1, 8, 12, 12));
    JsonNode fleet = fleet();
    assertThat(fleet.path("sizes").toString())
        .isEqualTo(
            "{\"seenAt\":\"2026-06-19T12:00:00Z\",\"floor\":8,\"decidedFloor\":12,"
                + "\"desired\":18,\"inService\":15,\"pending\":3,\"max\":100}");
    assertThat(fleet.path("need").path("required").asInt()).isEqualTo(6);
    JsonNode outlook = fleet.path("need").path("outlook");
    assertThat(outlook.path("at").asText()).isEqualTo("2026-06-19T12:30:00Z");
    assertThat(outlook.path("p95Rpm").asDouble()).isEqualTo(12_000);
    assertThat(outlook.path("required").asInt()).isEqualTo(12);
    assertThat(outlook.path("headroomRatio").asDouble()).isEqualTo(0.25);
    assertThat(fleet.path("zones").path("skew").asInt()).isEqualTo(2);
    assertThat(fleet.path("standing").path("status").asText()).isEqualTo("acting");
  }

  @Test
  void aStaleLookAndAForeignHandComeBeforeActing() throws Exception {
    scene.views().accept(Scene.fleet(NOON, 8, 8));
    scene
        .views()
        .accept(
            Scene.decision(
                1, new Verdict("foreign-hand", 20, 20, "somebody else set 3").alarming()));
    scene.setNow(at(10));
    JsonNode standing = fleet().path("standing");
    assertThat(standing.path("status").asText()).isEqualTo("conflict");
    assertThat(standing.path("chips").toString()).isEqualTo("[\"conflict\",\"stale\",\"acting\"]");
    assertThat(standing.path("conflict").asText()).isEqualTo("somebody else set 3");
  }

  @Test
  void tellsWhatItWantedAndCouldNotHave() throws Exception {
    scene
        .views()
        .accept(
            Scene.decision(
                1, new Verdict("group-bounds", 120, 100, "the configured maximum").alarming()));
    JsonNode standing = fleet().path("standing");
    assertThat(standing.path("status").asText()).isEqualTo("capped");
    assertThat(standing.path("capped").asText())
        .isEqualTo("wanted 120, capped 100: the configured maximum");
  }

  @Test
  void aFreezeComesFirstAndTellsItsEnd() throws Exception {
    scene
        .views()
        .accept(
            new OperatorOverride(
                "o-1",
                Optional.empty(),
                OperatorOverride.Kind.FREEZE,
                0,
                NOON,
                at(60),
                "ada",
                "a deploy is under way"),
            NOON);
    JsonNode standing = fleet().path("standing");
    assertThat(standing.path("status").asText()).isEqualTo("frozen");
    JsonNode order = standing.path("overrides").get(0);
    assertThat(order.path("kind").asText()).isEqualTo("freeze");
    assertThat(order.has("hosts")).isFalse();
    assertThat(order.path("endsInSeconds").asDouble()).isEqualTo(3_600);
    assertThat(api.json("/v1/status").path("state").asText())
        .as("a freeze is told before inputs that are too old")
        .isEqualTo("FROZEN");
    scene.setNow(at(60));
    assertThat(fleet().path("standing").path("overrides")).isEmpty();
  }

  @Test
  void anUnknownGroupIsNotFound() throws Exception {
    assertThat(
            ContractCheck.keeps("get", "/v1/fleets/{group}", api.get("/v1/fleets/other"))
                .path("detail")
                .asText())
        .isEqualTo("unknown group 'other'; known: web-asg");
    assertThat(List.of(api.get("/v1/fleets?x=1").statusCode())).containsExactly(400);
  }
}
