package dev.kickoff.jobs.api;

import static dev.kickoff.jobs.api.Scene.NOON;
import static dev.kickoff.jobs.api.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.api.http.ContractCheck;
import dev.kickoff.jobs.api.past.DecisionFilter;
import dev.kickoff.jobs.api.past.Past;
import dev.kickoff.jobs.api.past.PastDecision;
import dev.kickoff.jobs.api.whatif.GroupScore.OwnPolicy;
import dev.kickoff.jobs.api.whatif.ScorecardRoute;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.simulation.group.ReactiveSettings;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScorecardRouteTest {
  private final Scene scene = new Scene();

  private JsonNode score(Map<String, OwnPolicy> policies) throws Exception {
    try (ApiClient api =
        new ApiClient(scene, new ScorecardRoute(scene.views(), scene.time(), policies))) {
      return ContractCheck.keeps(
          "get", "/v1/scorecards/{group}", api.get("/v1/scorecards/web-asg"));
    }
  }

  private void live() {
    for (int minute = -60; minute < 0; minute++) {
      boolean peak = minute >= -30 && minute < -20;
      scene.views().accept(Scene.minute(minute, peak ? 12_000 : 8_000, 1, true));
      scene.views().accept(Scene.fleet(at(minute).plusSeconds(5), 10, 12));
    }
  }

  @Test
  void setsActingAgainstTheGroupsOwnPolicyAlone() throws Exception {
    live();
    ReactiveSettings own = new ReactiveSettings(0.9, Duration.ofMinutes(3), Duration.ofMinutes(15));
    JsonNode score = score(Map.of("web-asg", new OwnPolicy(own, List.of("a"))));
    assertThat(score.path("acting").asBoolean()).isTrue();
    assertThat(score.path("asItWas").path("underMinutes").asInt()).isZero();
    assertThat(score.path("otherwise").path("underMinutes").asInt()).isPositive();
    assertThat(score.path("sentence").asText()).startsWith("avoided 1 breach (");
  }

  @Test
  void saysThatItCannotTellWithoutAPolicyToSetItAgainst() throws Exception {
    live();
    JsonNode score = score(Map.of());
    assertThat(score.has("otherwise")).isFalse();
    assertThat(score.path("sentence").asText()).contains("not known");
  }

  @Test
  void aGroupThatWasNotSeenHasNone() throws Exception {
    assertThat(score(Map.of()).path("detail").asText()).contains("was not seen from");
  }

  @Test
  void tellsWhatWasBelievedThenOrThatItIsNotKept() throws Exception {
    scene.views().accept(Scene.near(0, 5_000));
    scene.views().ledger().remember(kept(Scene.near(-10, 4_000)));
    try (ApiClient api = new ApiClient(scene)) {
      assertThat(issued(api.get("/v1/forecasts/web?asOf=2026-06-19T11:55:00Z")))
          .isEqualTo("2026-06-19T11:50:00Z");
      assertThat(issued(api.get("/v1/forecasts/web?asOf=2026-06-19T12:00:00Z")))
          .isEqualTo("2026-06-19T12:00:00Z");
      JsonNode gone =
          ContractCheck.keeps(
              "get",
              "/v1/forecasts/{service}",
              api.get("/v1/forecasts/web?asOf=2026-06-19T11:00:00Z"));
      assertThat(gone.path("detail").asText())
          .contains("the oldest was issued at 2026-06-19T11:50:00Z");
      JsonNode few = api.json("/v1/forecasts/web?horizon=PT2M&quantile=0.5,0.95");
      assertThat(few.path("steps")).hasSize(2);
      assertThat(few.path("steps").get(0).path("mean").toString())
          .isEqualTo("{\"p50\":5000.0,\"p95\":6000.0}");
    }
  }

  private static String issued(HttpResponse<String> answer) throws Exception {
    return ContractCheck.keeps("get", "/v1/forecasts/{service}", answer).path("issuedAt").asText();
  }

  private static Past kept(DemandForecast forecast) {
    return new Past() {
      @Override
      public Optional<DemandForecast> forecast(Service service, ForecastKind kind, Instant asOf) {
        return Optional.of(forecast).filter(f -> !f.issuedAt().isAfter(asOf));
      }

      @Override
      public Optional<Instant> oldestForecast(Service service, ForecastKind kind) {
        return Optional.of(forecast.issuedAt());
      }

      @Override
      public Optional<Decision> decision(String group, long sequence) {
        return Optional.empty();
      }

      @Override
      public DemandSeries demand(Service service, Instant from, Instant until) {
        return DemandSeries.empty(NOON, Duration.ofMinutes(1));
      }

      @Override
      public List<PastDecision> decisions(DecisionFilter filter) {
        return List.of();
      }
    };
  }
}
