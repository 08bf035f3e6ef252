package dev.kickoff.jobs.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.api.http.ContractCheck;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecisionPagesTest {
  private static final int COUNT = 137;

  private Scene scene;
  private ApiClient api;

  @BeforeEach
  void start() {
    scene = new Scene();
    api = new ApiClient(scene);
    for (int i = 1; i <= COUNT; i++) {
      scene.views().accept(Scene.decision(i, i, i + 1, i + 1));
    }
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private static List<Long> newestFirst() {
    return LongStream.rangeClosed(1, COUNT).mapToObj(i -> COUNT + 1 - i).toList();
  }

  @Test
  void pagesHoldEveryDecisionOnceNewestFirst() throws Exception {
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
    JsonNode first = api.json("/v1/decisions?limit=2");
    scene.setNow(Scene.at(300));
    scene.views().accept(Scene.decision(COUNT + 1, 1, 2, 2));
    JsonNode second = api.json("/v1/decisions?limit=2&before=" + first.path("next").asText());
    assertThat(second.path("items").get(0).path("sequence").asLong()).isEqualTo(COUNT - 2);
  }

  @Test
  void theSameComesAsCsvWithALinkToTheNextPage() throws Exception {
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
