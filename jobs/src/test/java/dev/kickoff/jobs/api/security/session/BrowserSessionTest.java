package dev.kickoff.jobs.api.security.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kickoff.jobs.api.Door;
import dev.kickoff.jobs.api.http.ContractCheck;
import dev.kickoff.jobs.api.security.KnownTokens;
import dev.kickoff.jobs.api.security.Role;
import dev.kickoff.jobs.api.security.access.AccessSettings;
import dev.kickoff.jobs.api.security.limit.Allowance;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BrowserSessionTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final KnownTokens tokens = KnownTokens.oneForEachRole();
  private Door door;

  @BeforeEach
  void start() {
    door = new Door(tokens);
  }

  @AfterEach
  void stop() {
    door.close();
  }

  private record SignedIn(String cookie, String csrf) {}

  private SignedIn signIn(Role role) throws Exception {
    HttpResponse<String> answer = post(tokens.of(role));
    assertThat(answer.statusCode()).isEqualTo(200);
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    return new SignedIn(
        cookie.substring(0, cookie.indexOf(';')),
        JSON.readTree(answer.body()).path("csrf").asText());
  }

  private HttpResponse<String> post(String token) throws Exception {
    return door.request("POST", "/v1/session", "{\"token\":\"" + token + "\"}");
  }

  @Test
  void aTokenIsTradedForACookieThatScriptsAndOtherSitesCannotUse() throws Exception {
    HttpResponse<String> answer = post(tokens.of(Role.OPERATOR));
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .matches("kickoff-session=[\\w-]{43}; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict");
    JsonNode document = ContractCheck.keeps("post", "/v1/session", answer);
    assertThat(document.path("name").asText()).isEqualTo("operator");
    assertThat(document.path("roles").toString()).isEqualTo("[\"operator\"]");
    assertThat(document.path("csrf").asText()).hasSize(43);
  }

  @Test
  void aSessionSaysWhoAsksUntilItEnds() throws Exception {
    SignedIn me = signIn(Role.OPERATOR);
    HttpResponse<String> who = door.request("GET", "/v1/session", "", "Cookie", me.cookie());
    assertThat(ContractCheck.keeps("get", "/v1/session", who).path("csrf").asText())
        .isEqualTo(me.csrf());
    assertThat(write("DELETE", "/v1/session", me).statusCode()).isEqualTo(204);
    HttpResponse<String> after = door.request("GET", "/v1/session", "", "Cookie", me.cookie());
    assertThat(after.statusCode()).isEqualTo(401);
    assertThat(after.body()).contains("this session has ended");
  }

  private HttpResponse<String> write(String method, String path, SignedIn me) throws Exception {
    return door.request(
        method,
        path,
        "",
        "Cookie",
        me.cookie(),
        "X-CSRF-Token",
        me.csrf(),
        "Origin",
        door.origin());
  }

  @Test
  void aWriteByCookieNeedsTheCsrfTokenAndTheConsolesOwnPage() throws Exception {
    SignedIn me = signIn(Role.OPERATOR);
    String order = "/v1/overrides";
    String cookie = me.cookie();
    assertThat(door.request("POST", order, "{}", "Cookie", cookie, "Origin", door.origin()).body())
        .contains("needs the header X-CSRF-Token");
    assertThat(
            door.request(
                    "POST",
                    order,
                    "{}",
                    "Cookie",
                    cookie,
                    "Origin",
                    door.origin(),
                    "X-CSRF-Token",
                    "x")
                .body())
        .contains("needs the header X-CSRF-Token");
    for (List<String> from :
        List.of(
            List.of("Origin", "https://evil.example"),
            List.of("Origin", "null"),
            List.of("Sec-Fetch-Site", "cross-site"),
            List.of("Sec-Fetch-Site", "same-site"),
            List.of("Sec-Fetch-Site", "none"),
            List.of("X-Nothing", "said"))) {
      HttpResponse<String> answer =
          door.request(
              "POST",
              order,
              "{}",
              "Cookie",
              cookie,
              "X-CSRF-Token",
              me.csrf(),
              from.get(0),
              from.get(1));
      assertThat(answer.statusCode()).as(from.toString()).isEqualTo(403);
      assertThat(answer.body()).contains("a page of another site");
    }
    assertThat(write("POST", order, me).statusCode()).isNotIn(401, 403);
  }

  @Test
  void anotherSiteCannotSignABrowserIn() throws Exception {
    String body = "{\"token\":\"" + tokens.of(Role.ADMIN) + "\"}";
    assertThat(
            door.request("POST", "/v1/session", body, "Origin", "https://evil.example")
                .statusCode())
        .isEqualTo(403);
    assertThat(door.request("POST", "/v1/session", body, "Content-Type", "text/plain").statusCode())
        .isEqualTo(415);
  }

  @Test
  void whatProvesNothingOpensNothing() throws Exception {
    assertThat(post("no-such").statusCode()).isEqualTo(401);
    for (String body :
        List.of(
            "{}",
            "[]",
            "{\"token\":1}",
            "{\"token\":\" \"}",
            "no json",
            "{\"token\":\"a\",\"more\":1}")) {
      HttpResponse<String> answer = door.request("POST", "/v1/session", body);
      assertThat(answer.statusCode()).as(body).isEqualTo(400);
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
  }

  @Test
  void aSessionHoldsNoMoreThanItsToken() throws Exception {
    SignedIn me = signIn(Role.VIEWER);
    assertThat(write("POST", "/v1/overrides", me).body()).contains("needs the role operator");
  }

  @Test
  void overADeclaredHttpsOriginCookiesAreSecure() throws Exception {
    AccessSettings access =
        new AccessSettings(
            tokens, Set.of(URI.create("https://kickoff.example.com/")), Door.GENEROUS);
    try (Door secure = new Door(access)) {
      String answer =
          secure.rawPost(
              "/v1/session",
              "kickoff.example.com",
              "{\"token\":\"" + tokens.of(Role.ADMIN) + "\"}");
      assertThat(answer).startsWith("HTTP/1.1 200");
      assertThat(answer).containsPattern("Set-Cookie: kickoff-session=.*; Secure\r\n");
      assertThat(answer).contains("Strict-Transport-Security: max-age=31536000\r\n");
    }
  }

  @Test
  void bodiesAreBoundedAndOfTheTypeThatIsTaken() throws Exception {
    String[] bearer = Door.bearer(tokens.of(Role.ADMIN));
    String big = "{\"a\":\"" + "x".repeat(64 * 1024) + "\"}";
    assertThat(door.request("POST", "/v1/overrides", big, bearer).statusCode()).isEqualTo(413);
    assertThat(
            door.request(
                    "POST",
                    "/v1/events/import",
                    big,
                    bearer[0],
                    bearer[1],
                    "Content-Type",
                    "text/csv")
                .statusCode())
        .isNotIn(401, 403, 413, 415);
    assertThat(
            door.request(
                    "POST",
                    "/v1/events/import",
                    "{}",
                    bearer[0],
                    bearer[1],
                    "Content-Type",
                    "application/json")
                .statusCode())
        .isEqualTo(415);
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeBack() throws Exception {
    Allowance two = new Allowance(2, 0.01);
    AccessSettings.Limits limits = new AccessSettings.Limits(Door.PLENTY, Door.PLENTY, two, two);
    try (Door narrow = new Door(new AccessSettings(tokens, Set.of(), limits))) {
      String operator = tokens.of(Role.OPERATOR);
      narrow.send("POST", "/v1/what-if", operator);
      narrow.send("POST", "/v1/what-if", operator);
      HttpResponse<String> third = narrow.send("POST", "/v1/what-if", operator);
      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(Integer.parseInt(third.headers().firstValue("Retry-After").orElseThrow()))
          .isBetween(90, 100);
      assertThat(third.body()).contains("too many writes by 'operator'; try again in");
      assertThat(narrow.send("POST", "/v1/what-if", tokens.of(Role.ADMIN)).statusCode())
          .isNotEqualTo(429);
      assertThat(narrow.send("GET", "/v1/status", operator).statusCode()).isEqualTo(200);
      assertThat(narrow.send("GET", "/v1/status", "wrong").statusCode()).isEqualTo(401);
      assertThat(narrow.send("GET", "/v1/status", "wrong").statusCode()).isEqualTo(401);
      assertThat(narrow.send("GET", "/v1/status", "wrong").statusCode()).isEqualTo(429);
      assertThat(narrow.send("GET", "/v1/status", operator).statusCode()).isEqualTo(200);
    }
  }
}
