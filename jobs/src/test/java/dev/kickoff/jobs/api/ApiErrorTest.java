package dev.kickoff.jobs.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** What the API says when it is asked wrongly, and what it never lets through. */
class ApiErrorTest {
  private static ApiClient api;

  @BeforeAll
  static void start() {
    Scene scene = new Scene();
    scene.views().accept(Scene.decision(3, 2, 2, 2));
    api = new ApiClient(scene);
  }

  @AfterAll
  static void stop() {
    api.close();
  }

  @Test
  void aProblemIsOneAsRfc9457HasIt() throws Exception {
    HttpResponse<String> answer = api.get("/v1/forecasts/wbe");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body())
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                + "\"detail\":\"unknown service 'wbe'; known: web\","
                + "\"instance\":\"/v1/forecasts/wbe\"}");
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "errors.txt",
      delimiter = '|',
      quoteCharacter = '"',
      numLinesToSkip = 1)
  void saysWhatIsWrongAndWhatWouldBeRight(String path, int status, String detail) throws Exception {
    assertThat(api.get(path).statusCode()).isEqualTo(status);
    assertThat(api.detail(path)).isEqualTo(detail);
  }

  @Test
  void aSpanIsBoundedAndTheRightWayRound() throws Exception {
    assertThat(
            api.detail(
                "/v1/services/web/timeline?from=2026-06-01T00:00:00Z&to=2026-06-04T00:00:00Z"))
        .isEqualTo(
            "parameters 'from' and 'to' span 2026-06-01T00:00:00Z to 2026-06-04T00:00:00Z; 'from'"
                + " must be before 'to' and at most 48 hours before it");
  }

  @Test
  void namesTheContractWhereAMethodIsNotAllowed() throws Exception {
    HttpResponse<String> answer = api.send("POST", "/v1/status");
    assertThat(answer.statusCode()).isEqualTo(405);
    assertThat(answer.body()).contains("/v1/status takes GET, not POST");
    assertThat(api.send("DELETE", "/v1/decisions").statusCode()).isEqualTo(405);
  }

  @Test
  void refusesAHostThatIsNotOurs() throws Exception {
    assertThat(api.rawGet("/v1/status", "evil.example"))
        .startsWith("HTTP/1.1 403")
        .contains("host 'evil.example' is not this server; use http://localhost:")
        .doesNotContain("engineTime");
    assertThat(api.rawGet("/", "evil.example")).startsWith("HTTP/1.1 403").doesNotContain("<html");
    assertThat(api.rawGet("/v1/stream", "127.0.0.1.evil.example:80")).startsWith("HTTP/1.1 403");
    for (String ours : new String[] {"localhost", "LOCALHOST:8080", "127.0.0.1", "[::1]:8080"}) {
      assertThat(api.rawGet("/v1/status", ours)).startsWith("HTTP/1.1 200");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/../console/index.html",
    "/js/%2e%2e/index.html",
    "/js/..%2findex.html",
    "//index.js"
  })
  void servesNothingOutsideTheConsole(String path) throws Exception {
    assertThat(api.rawGet(path, "localhost")).containsPattern("^HTTP/1.1 40[04]");
  }

  @Test
  void refusesAHeaderWithoutMeasure() throws Exception {
    assertThat(api.rawGet("/v1/status?" + "x".repeat(20_000), "localhost"))
        .containsPattern("^HTTP/1.1 4(14|31)");
  }

  @ParameterizedTest
  @CsvSource({"/", "/js/main.js", "/v1/status", "/v1/forecasts/nobody", "/healthz"})
  void everyAnswerForbidsWhatTheConsoleDoesNotNeed(String path) throws Exception {
    HttpResponse<String> answer = api.get(path);
    assertThat(answer.headers().firstValue("Content-Security-Policy"))
        .hasValue(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                + "connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
                + "form-action 'none'");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(answer.headers().firstValue("Server")).isEmpty();
  }

  @Test
  void filesOfTheConsoleAreCheckedAgainButNotSentAgain() throws Exception {
    HttpResponse<String> first = api.get("/js/main.js");
    assertThat(first.headers().firstValue("Content-Type"))
        .hasValue("text/javascript; charset=utf-8");
    assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> second = api.getIfChanged("/js/main.js", tag);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.body()).isEmpty();
  }
}
