package dev.kickoff.jobs.api;

import static dev.kickoff.jobs.api.Scene.NOON;
import static dev.kickoff.jobs.api.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ApiServerTest {
  private Scene scene;
  private ApiClient api;

  @BeforeEach
  void start() {
    scene = new Scene();
    api =
        new ApiClient(
            scene,
            ReadinessCheck.fleetDescribed(scene.views(), scene.time(), Duration.ofSeconds(60)),
            ReadinessCheck.firstForecast(scene.views(), NOON));
  }

  @AfterEach
  void stop() {
    api.close();
  }

  @Nested
  class Health {
    @Test
    void isAliveBeforeAnythingIsKnown() throws Exception {
      assertThat(api.get("/healthz").statusCode()).isEqualTo(200);
      assertThat(api.get("/healthz").body()).isEqualTo("ok\n");
    }

    @Test
    void isReadyOnlyWhenEveryCheckHolds() throws Exception {
      HttpResponse<String> before = api.get("/readyz");
      assertThat(before.statusCode()).isEqualTo(503);
      assertThat(before.body())
          .contains("group web-asg was not described in the last PT1M")
          .contains("service web has no near forecast since 2026-06-19T12:00:00Z");
      scene.views().accept(Scene.fleet(NOON, 5, 5));
      scene.views().accept(Scene.near(0, 5_000));
      assertThat(api.get("/readyz").statusCode()).isEqualTo(200);
      scene.setNow(NOON.plusSeconds(61));
      assertThat(api.get("/readyz").statusCode()).isEqualTo(503);
    }

    @Test
    void aCheckThatThrowsIsAProblemAndNotAFault() throws Exception {
      ReadinessCheck broken =
          new ReadinessCheck(
              "kafka",
              () -> {
                throw new IllegalStateException("gone");
              });
      try (ApiClient other = new ApiClient(scene, broken)) {
        assertThat(other.json("/readyz").path("checks").get(0).path("problem").asText())
            .isEqualTo("the check itself failed: java.lang.IllegalStateException: gone");
      }
    }
  }

  @Nested
  class Status {
    @Test
    void waitsThenActsThenIsStale() throws Exception {
      assertThat(api.json("/v1/status").path("state").asText()).isEqualTo("WAITING");
      scene.views().accept(Scene.minute(-1, 5_500, 1, true));
      JsonNode acting = api.json("/v1/status");
      assertThat(acting.path("state").asText()).isEqualTo("ACTING");
      assertThat(acting.path("acting").get(0).asText()).isEqualTo("web-asg");
      assertThat(acting.path("groups").get(0).path("required").asInt()).isEqualTo(6);
      assertThat(acting.path("groups").get(0).has("inService")).isFalse();
      assertThat(acting.path("dataThrough").asText()).isEqualTo("2026-06-19T12:00:00Z");
      scene.setNow(at(6));
      assertThat(api.json("/v1/status").path("state").asText()).isEqualTo("STALE_INPUT");
    }

    @Test
    void tellsTheNextChangesWithTheirEvent() throws Exception {
      scene.views().accept(Scene.event("Brazil vs Scotland", 120));
      scene.views().accept(Scene.decision(1, 2, 20, 12));
      scene
          .views()
          .accept(
              Scene.plan(
                  Scene.step(0, 120, 20), Scene.step(120, 240, 60), Scene.step(240, 300, 30)));
      JsonNode changes = api.json("/v1/status").path("nextChanges");
      List<String> told = new ArrayList<>();
      changes.forEach(
          c ->
              told.add(
                  c.path("at").asText().substring(11, 16)
                      + (c.path("underWay").asBoolean() ? " under way " : " ")
                      + c.path("hostsBefore")
                      + "->"
                      + c.path("hostsAfter")
                      + " "
                      + c.path("event").asText("-")));
      assertThat(told)
          .containsExactly(
              "12:00 under way 12->20 -",
              "13:50 20->60 Brazil vs Scotland",
              "16:00 60->30 Brazil vs Scotland");
    }
  }

  @Nested
  class Reading {
    @Test
    void timelineHoldsWhatIsKnownAndLeavesOutTheRest() throws Exception {
      scene.views().accept(Scene.minute(-2, 7_000, 1, false));
      scene.views().accept(Scene.minute(-2, 7_500, 2, true));
      scene.views().accept(Scene.minute(-1, 8_000, 1, false));
      scene.views().accept(Scene.fleet(at(-1).plusSeconds(5), 9, 10));
      JsonNode rows = api.json("/v1/services/web/timeline").path("items");
      assertThat(rows).hasSize(2);
      assertThat(rows.get(0).path("demandRpm").asDouble()).isEqualTo(7_500);
      assertThat(rows.get(0).has("hosts")).isFalse();
      assertThat(rows.get(1).toString())
          .isEqualTo(
              "{\"service\":\"web\",\"minute\":\"2026-06-19T11:59:00Z\",\"demandRpm\":8000.0,"
                  + "\"requiredHosts\":8,"
                  + "\"hosts\":{\"floor\":9,\"desired\":10,\"inService\":10}}");
    }

    @Test
    void forecastsAndPlansAreTheModelsRecords() throws Exception {
      scene.views().accept(Scene.near(0, 5_000));
      scene.views().accept(Scene.plan(Scene.step(20, 60, 30)));
      JsonNode forecast = api.json("/v1/forecasts/web");
      assertThat(forecast.path("service").asText()).isEqualTo("web");
      assertThat(forecast.path("resolution").asText()).isEqualTo("PT1M");
      assertThat(forecast.path("steps").get(59).path("mean").path("p95").asDouble())
          .isEqualTo(6_000);
      assertThat(api.json("/v1/plans/web-asg").path("steps").get(0).path("hosts").asInt())
          .isEqualTo(30);
    }

    @Test
    void decisionsComeNewestFirstInPages() throws Exception {
      for (int i = 1; i <= 5; i++) {
        scene.views().accept(Scene.decision(i, 10, 10 + i % 2, 10 + i % 2));
      }
      JsonNode first = api.json("/v1/decisions?limit=2");
      assertThat(first.path("items").get(0).path("sequence").asInt()).isEqualTo(5);
      assertThat(first.path("items").get(1).path("sequence").asInt()).isEqualTo(4);
      String next = first.path("next").asText();
      assertThat(next).isEqualTo("2026-06-19T12:01:00Z/web-asg");
      JsonNode second = api.json("/v1/decisions?limit=9&before=" + next);
      assertThat(second.path("items").get(0).path("sequence").asInt()).isEqualTo(3);
      assertThat(second.path("items")).hasSize(3);
      assertThat(second.has("next")).isFalse();
      JsonNode raises = api.json("/v1/decisions?action=raise,lower");
      assertThat(raises.path("items")).hasSize(3);
    }

    @Test
    void aDecisionIsExplainedWithItsWholeTrail() throws Exception {
      scene.views().accept(Scene.decision(7, 10, 40, 20));
      JsonNode explained = api.json("/v1/decisions/web-asg/7");
      assertThat(explained.path("decision").path("action").asText()).isEqualTo("RAISE");
      assertThat(explained.path("decision").path("guardrail").asText()).isEqualTo("step-limit");
      assertThat(explained.path("whole").path("trail").get(0).toString())
          .isEqualTo(
              "{\"guardrail\":\"step-limit\",\"proposed\":40,\"allowed\":20,"
                  + "\"reason\":\"at most 10 per decision\"}");
    }

    @Test
    void eventsAreThoseThatStand() throws Exception {
      scene.views().accept(Scene.event("near", 60));
      scene.views().accept(Scene.event("far", 60 * 24 * 5));
      JsonNode events = api.json("/v1/events").path("items");
      assertThat(events).hasSize(1);
      assertThat(events.get(0).path("title").asText()).isEqualTo("near");
    }
  }

  @Nested
  class Metrics {
    @Test
    void haveNoSampleForWhatIsUnknown() throws Exception {
      assertThat(api.get("/metrics").body())
          .contains("kickoff_build_info{version=\"1.2.3\",} 1.0", "jvm_memory_bytes_used")
          .doesNotContain("kickoff_observed_in_service{");
    }

    @Test
    void sayWhetherTheCalendarFilesAreTakenOver() throws Exception {
      AtomicBoolean refused = new AtomicBoolean();
      api.server().metrics().watchCalendar(refused::get);
      assertThat(api.get("/metrics").body()).contains("kickoff_calendar_refused 0.0");
      refused.set(true);
      assertThat(api.get("/metrics").body()).contains("kickoff_calendar_refused 1.0");
    }

    @Test
    void sayHowWellForecastsHeldOnceEnoughIsJudged() throws Exception {
      assertThat(api.get("/metrics").body()).doesNotContain("kickoff_forecast_coverage_ratio{");
      for (int minute = -200; minute < 0; minute++) {
        scene.views().accept(Scene.near(minute, 1_000));
        scene.views().accept(Scene.minute(minute, minute % 2 == 0 ? 1_000 : 1_500, 1, true));
      }
      assertThat(api.get("/metrics").body())
          .contains(
              "kickoff_forecast_coverage_ratio{service=\"web\",bucket=\"15m\","
                  + "quantile=\"0.95\",} 0.5",
              "kickoff_forecast_bias_ratio{service=\"web\",bucket=\"1h\",} -0.2",
              "kickoff_forecast_degraded{service=\"web\",bucket=\"1h\",} 1.0")
          .doesNotContain("bucket=\"24h\"");
      assertThat(api.get("/v1/services").body())
          .contains("\"verdict\":\"DEGRADED\"", "of the last 141 minutes at 1 h");
    }

    @Test
    void sayWhatWasSeenForecastAndDecided() throws Exception {
      scene.views().accept(Scene.minute(-1, 5_000, 1, true));
      scene.views().accept(Scene.fleet(NOON, 9, 10));
      scene.views().accept(Scene.near(0, 5_000));
      scene.views().accept(Scene.decision(1, 9, 40, 19));
      scene.views().accept(Scene.decision(1, 9, 40, 19));
      api.server().metrics().actuated();
      assertThat(api.get("/metrics").body())
          .contains(
              "kickoff_desired_floor{group=\"web-asg\",} 19.0",
              "kickoff_observed_min{group=\"web-asg\",} 9.0",
              "kickoff_observed_in_service{group=\"web-asg\",} 10.0",
              "kickoff_forecast_rpm{service=\"web\",quantile=\"0.95\",horizon=\"300\",} 6000.0",
              "kickoff_input_age_seconds{source=\"demand\",name=\"web\",} 0.0",
              "kickoff_decisions_total{group=\"web-asg\",action=\"raise\","
                  + "guardrail=\"step-limit\",} 1.0",
              "kickoff_guardrail_denied_total{rule=\"step-limit\",} 1.0",
              "kickoff_actuations_total{result=\"accepted\",} 1.0",
              "kickoff_last_reconcile_timestamp_seconds{group=\"web-asg\",}");
    }
  }

  @Test
  void firstForecastMustBeOfThisStart() {
    scene.views().accept(Scene.near(-5, 5_000));
    Optional<String> problem = ReadinessCheck.firstForecast(scene.views(), NOON).ask();
    assertThat(problem).hasValue("service web has no near forecast since 2026-06-19T12:00:00Z");
  }
}
