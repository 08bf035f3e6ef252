package dev.kickoff.jobs.api;

import static dev.kickoff.jobs.api.Scene.NOON;
import static dev.kickoff.jobs.api.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.api.http.ContractCheck;
import dev.kickoff.model.override.OperatorOverride;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventRoutesTest {
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

  private JsonNode event() throws Exception {
    return ContractCheck.keeps("get", "/v1/events", api.get("/v1/events")).path("items").get(0);
  }

  private static List<String> failing(JsonNode event) {
    List<String> checks = new ArrayList<>();
    event
        .path("readiness")
        .path("findings")
        .forEach(
            finding -> {
              if (!finding.path("ok").asBoolean()) {
                checks.add(finding.path("check").asText());
              }
            });
    return checks;
  }

  @Test
  void countsDownAndTellsItsPhases() throws Exception {
    scene.views().accept(Scene.event("match", 90));
    JsonNode event = event();
    assertThat(event.path("startsInSeconds").asDouble()).isEqualTo(5_400);
    assertThat(event.path("etag").asText()).isEqualTo("0-1");
    List<String> phases = new ArrayList<>();
    event
        .path("phases")
        .forEach(
            p ->
                phases.add(
                    p.path("name").asText() + " " + p.path("from").asText().substring(11, 16)));
    assertThat(phases)
        .containsExactly("event 12:30", "ramp 13:15", "event 14:00", "ramp 15:15", "event 16:00");
  }

  @Test
  void isReadyWhenEverythingStands() throws Exception {
    scene.views().accept(Scene.event("match", 30));
    assertThat(failing(event()))
        .containsExactly(
            "forecast-knows-it", "similar-events", "plan-covers-it", "schedule-holds-the-raises");
    assertThat(event().path("readiness").path("score").asDouble()).isEqualTo(0.5);
    scene.views().accept(Scene.near(0, 5_000));
    scene.views().accept(Scene.plan(Scene.step(0, 120, 20)));
    assertThat(failing(event())).containsExactly("similar-events", "schedule-holds-the-raises");
  }

  @Test
  void anOrderOverTheEventIsInItsWay() throws Exception {
    scene.views().accept(Scene.event("match", 30));
    scene.views().accept(freeze(60), NOON);
    assertThat(failing(event())).contains("nothing-in-the-way");
    scene.setNow(at(60));
    assertThat(failing(event())).doesNotContain("nothing-in-the-way");
  }

  private static OperatorOverride freeze(int minutes) {
    return new OperatorOverride(
        "o-1",
        Optional.empty(),
        OperatorOverride.Kind.FREEZE,
        0,
        NOON,
        at(minutes),
        "ada",
        "a deploy is under way");
  }

  @Test
  void onceItIsOverNothingNeedsToBeReady() throws Exception {
    scene.views().accept(Scene.event("match", -300));
    assertThat(event().has("readiness")).isFalse();
    assertThat(event().path("startsInSeconds").asDouble()).isNegative();
  }

  @Test
  void everyInputTellsItsHealth() throws Exception {
    scene.views().accept(Scene.minute(-3, 5_000, 1, true));
    scene.views().accept(Scene.minute(-1, 5_000, 1, true));
    scene
        .views()
        .ledger()
        .inputs()
        .reject("kickoff.demand.sample.v1", "too late: it ended long ago");
    scene.views().ledger().inputs().reject("kickoff.demand.sample.v1", "value: is missing");
    scene.views().ledger().inputs().watchCalendar(() -> Optional.of("calendar.ics:3: no end"));
    JsonNode inputs = ContractCheck.keeps("get", "/v1/inputs", api.get("/v1/inputs")).path("items");
    assertThat(inputs.get(0).path("problem").asText()).isEqualTo("calendar.ics:3: no end");
    assertThat(inputs.get(1).path("rejected").toString())
        .isEqualTo("{\"late\":1,\"malformed\":1,\"lastReason\":\"value: is missing\"}");
    assertThat(inputs.get(2).path("name").asText()).isEqualTo("web");
    assertThat(inputs.get(2).path("arrival").path("gaps").asInt()).isEqualTo(1);
  }
}
