package dev.kickoff.jobs.api;

import static dev.kickoff.jobs.api.Scene.NOON;
import static dev.kickoff.jobs.api.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.api.http.ContractCheck;
import dev.kickoff.model.capacity.PlanBasis;
import dev.kickoff.model.control.ActuationIntent;
import dev.kickoff.model.control.ControlMode;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.DecisionInputs;
import dev.kickoff.model.control.DecisionKey;
import dev.kickoff.model.control.FloorChange;
import dev.kickoff.model.control.Verdict;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.EventOutlook;
import dev.kickoff.model.forecast.EventOutlook.Neighbour;
import dev.kickoff.model.forecast.ForecastBasis;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecisionRoutesTest {
  private static final int COUNT = 137;
  private static final String ROUTE = "/v1/decisions/{group}/{sequence}";
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

  private JsonNode explain(String sequence) throws Exception {
    return ContractCheck.keeps("get", ROUTE, api.get("/v1/decisions/web-asg/" + sequence));
  }

  private static Decision decided() {
    return new Decision(
        new DecisionKey("web-asg", 7, at(2)),
        ControlMode.FORECAST_AND_SCALE,
        new FloorChange(8, 20, 12),
        List.of(
            new Verdict("reactive-floor", 20, 20, "enough for measured demand"),
            new Verdict("raise-ramp", 20, 12, "at most a half more in 5 minutes")),
        "raise 8 to 12",
        new DecisionInputs(
            Optional.of(Scene.fleet(at(1), 8, 8)),
            Optional.of("plan-digest"),
            Optional.of(new PlanBasis(Optional.of(NOON), Optional.empty(), Optional.of(at(-1)), 3)),
            Optional.of(at(1)),
            Optional.of(6_400.0),
            3,
            Optional.empty()),
        "digest");
  }

  private static DemandForecast leaning() {
    DemandForecast plain = Scene.near(0, 5_000);
    Neighbour neighbour = new Neighbour("n", "Brazil vs Peru", at(-9_000), 0.7, List.of("stage"));
    EventOutlook outlook =
        new EventOutlook("m", "Brazil vs Chile", at(60), List.of(neighbour), "one match like it");
    return new DemandForecast(
        plain.service(),
        plain.kind(),
        plain.issuedAt(),
        plain.resolution(),
        3,
        plain.method().with(Optional.of(new ForecastBasis(List.of(), List.of(outlook)))),
        plain.demandThrough(),
        plain.steps());
  }

  @Test
  void tellsWhatWasSeenHowOldItWasAndWhatWasBelieved() throws Exception {
    scene.views().accept(leaning());
    scene.views().accept(decided());
    scene.views().ledger().read(decided().key(), Map.of("kickoff.demand.minute.v1/1", 812L));
    JsonNode why = explain("7");
    JsonNode demand = why.path("inputs").get(0);
    assertThat(demand.path("name").asText()).isEqualTo("demand");
    assertThat(demand.path("value").asText()).isEqualTo("6,400 requests/min");
    assertThat(demand.path("ageSeconds").asDouble()).isEqualTo(60);
    assertThat(why.path("offsets").path("kickoff.demand.minute.v1/1").asLong()).isEqualTo(812);
    assertThat(why.path("forecast").path("method").asText()).isEqualTo("selection");
    JsonNode similar = why.path("forecast").path("similar").get(0).path("neighbours").get(0);
    assertThat(similar.path("title").asText()).isEqualTo("Brazil vs Peru");
    assertThat(similar.path("weight").asDouble()).isEqualTo(0.7);
    assertThat(why.path("permalink").asText()).isEqualTo("/v1/decisions/web-asg/7");
    assertThat(why.path("whole").path("trail").get(1).path("allowed").asInt()).isEqualTo(12);
    assertThat(explain("latest")).isEqualTo(why);
  }

  @Test
  void tellsWhatWouldHaveBeenOtherwise() throws Exception {
    scene.views().accept(decided());
    JsonNode otherwise = explain("7").path("otherwise");
    assertThat(otherwise.get(0).path("without").asText()).isEqualTo("kickoff");
    assertThat(otherwise.get(0).path("hosts").asInt()).isEqualTo(7);
    assertThat(otherwise.get(1).path("without").asText()).isEqualTo("raise-ramp");
    assertThat(otherwise.get(1).path("hosts").asInt()).isEqualTo(20);
  }

  @Test
  void tellsWhatCameOfTheCall() throws Exception {
    scene.views().accept(decided());
    assertThat(explain("7").has("outcome")).isFalse();
    ActuationIntent intent =
        new ActuationIntent(
            "web-asg", 7, at(2), 8, 12, "digest", Optional.empty(), Optional.empty());
    scene.views().ledger().accept(intent);
    assertThat(explain("7").path("outcome").path("result").asText()).isEqualTo("intended");
    scene
        .views()
        .ledger()
        .accept(intent.settled(ActuationIntent.Result.DONE, "req-1", Optional.of(12)));
    assertThat(explain("7").path("outcome").toString())
        .isEqualTo("{\"result\":\"done\",\"requestId\":\"req-1\",\"observedMin\":12}");
  }

  @Test
  void aForecastThatIsNotTheOneBehindThePlanIsNotShownForIt() throws Exception {
    scene.views().accept(Scene.near(1, 5_000));
    scene.views().accept(decided());
    assertThat(explain("7").has("forecast")).isFalse();
  }

  @Test
  void aDecisionThatIsNotThereIsNotFound() throws Exception {
    scene.views().accept(decided());
    assertThat(explain("8").path("detail").asText()).contains("the newest is 7");
    assertThat(api.get("/v1/decisions/web-asg/last").statusCode()).isEqualTo(400);
  }

  private void decide() {
    for (int i = 1; i <= COUNT; i++) {
      scene.views().accept(Scene.decision(i, i, i + 1, i + 1));
    }
  }

  private static List<Long> newestFirst() {
    return LongStream.rangeClosed(1, COUNT).mapToObj(i -> COUNT + 1 - i).toList();
  }

  @Test
  void pagesHoldEveryDecisionOnceNewestFirst() throws Exception {
    decide();
    List<Long> seen = new ArrayList<>();
    String path = "/v1/decisions?limit=50";
    for (Optional<String> next = Optional.of(""); next.isPresent(); ) {
      HttpResponse<String> answer = api.get(path + next.get());
      JsonNode page = ContractCheck.keeps("get", "/v1/decisions", answer);
      page.path("items").forEach(item -> seen.add(item.path("sequence").asLong()));
      next = Optional.ofNullable(page.get("next")).map(cursor -> "&before=" + cursor.asText());
    }
    assertThat(seen).isEqualTo(newestFirst());
  }

  @Test
  void aNewDecisionMovesNothingOnThePagesThatFollow() throws Exception {
    decide();
    JsonNode first = api.json("/v1/decisions?limit=2");
    scene.setNow(Scene.at(300));
    scene.views().accept(Scene.decision(COUNT + 1, 1, 2, 2));
    JsonNode second = api.json("/v1/decisions?limit=2&before=" + first.path("next").asText());
    assertThat(second.path("items").get(0).path("sequence").asLong()).isEqualTo(COUNT - 2);
  }

  @Test
  void theSameComesAsCsvWithALinkToTheNextPage() throws Exception {
    decide();
    List<Long> seen = new ArrayList<>();
    Pattern next = Pattern.compile("<([^>]+)>; rel=\"next\"");
    for (Optional<String> path = Optional.of("/v1/decisions?limit=60&format=csv");
        path.isPresent(); ) {
      HttpResponse<String> page = api.get(path.get());
      assertThat(page.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
      List<String> lines = page.body().lines().toList();
      assertThat(lines.get(0)).startsWith("group,sequence,at,mode,action,from,wanted,to");
      lines.stream().skip(1).forEach(line -> seen.add(Long.parseLong(line.split(",")[1])));
      path =
          page.headers()
              .firstValue("Link")
              .map(next::matcher)
              .filter(Matcher::matches)
              .map(link -> link.group(1));
    }
    assertThat(seen).isEqualTo(newestFirst());
  }
}
