package dev.kickoff.jobs.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.jobs.api.security.Caller;
import dev.kickoff.jobs.api.security.KnownTokens;
import dev.kickoff.jobs.api.security.Role;
import dev.kickoff.jobs.api.security.TokenCheck;
import dev.kickoff.jobs.api.security.TokenRefused;
import dev.kickoff.jobs.api.security.contract.Contract;
import dev.kickoff.jobs.api.security.contract.ContractRoute;
import dev.kickoff.jobs.api.security.jwt.Issuer;
import dev.kickoff.jobs.api.security.jwt.JwtTokens;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route of the contract with every role, without one, and with tokens that prove nothing. */
class AuthorisationTest {
  /** What each role may, written out here once more: {@link Role#includes} is what is tested. */
  private static final Map<Role, List<Role>> MAY =
      Map.of(
          Role.VIEWER, List.of(Role.VIEWER),
          Role.OPERATOR, List.of(Role.VIEWER, Role.OPERATOR),
          Role.APPROVER, List.of(Role.VIEWER, Role.APPROVER),
          Role.ADMIN, List.of(Role.VIEWER, Role.OPERATOR, Role.APPROVER, Role.ADMIN));

  private static final List<ContractRoute> ROUTES = Contract.load().routes();

  private static KnownTokens known;
  private static Map<String, String> worthless;
  private static Door door;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    Issuer issuer = new Issuer(folder.resolve("jwks.json"));
    known = KnownTokens.oneForEachRole();
    worthless = new LinkedHashMap<>(issuer.worthless(Instant.now()));
    worthless.put("unheard of", "x".repeat(43));
    door = new Door(either(known, new JwtTokens(issuer.settings())));
    assertThat(
            door.send(
                    "GET",
                    "/v1/status",
                    issuer.sign(Issuer.claims(Instant.now(), "viewers").build()))
                .statusCode())
        .isEqualTo(200);
  }

  @AfterAll
  static void stop() {
    door.close();
  }

  private static TokenCheck either(TokenCheck first, TokenCheck second) {
    return token -> {
      try {
        return first.check(token);
      } catch (TokenRefused e) {
        return second.check(token);
      }
    };
  }

  private static HttpResponse<String> ask(ContractRoute route, String token) throws Exception {
    String path = route.template().replaceAll("\\{[^}]*}", "none-such");
    return door.send(route.method(), path, token);
  }

  @Test
  void everyRoleMayWhatTheContractGivesItAndNothingElse() throws Exception {
    List<String> wrong = new ArrayList<>();
    int cells = 0;
    for (ContractRoute route : ROUTES) {
      for (Role role : Role.values()) {
        if (route.operationId().equals("stream")) {
          continue; // an answer that does not end; asked below
        }
        HttpResponse<String> answer = ask(route, known.of(role));
        boolean may = route.role().map(MAY.get(role)::contains).orElse(true);
        boolean refused = answer.statusCode() == 403;
        boolean signIn = route.operationId().equals("signIn"); // takes its token in the body
        if (refused == may || (answer.statusCode() == 401 && !signIn)) {
          wrong.add(role + " " + route.operationId() + ": " + answer.statusCode());
        }
        cells++;
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(cells).isEqualTo((ROUTES.size() - 1) * Role.values().length).isGreaterThan(130);
  }

  @Test
  void nobodyPassesWithoutATokenThatHolds() throws Exception {
    Map<String, String> tokens = new LinkedHashMap<>(worthless);
    tokens.put("none", "");
    List<String> wrong = new ArrayList<>();
    for (ContractRoute route : ROUTES) {
      for (Map.Entry<String, String> token : tokens.entrySet()) {
        HttpResponse<String> answer = ask(route, token.getValue());
        boolean open = route.role().isEmpty();
        boolean unauthorised =
            answer.statusCode() == 401
                && answer.headers().firstValue("WWW-Authenticate").orElse("").startsWith("Bearer")
                && answer.headers().firstValue("Content-Type").orElse("").contains("problem+json")
                && answer.body().contains("Authorization: Bearer TOKEN");
        if (!open && !unauthorised) {
          wrong.add(token.getKey() + " " + route.operationId() + ": " + answer.statusCode());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void aViewerMayFollowTheStream() throws Exception {
    assertThat(door.streamStatus(known.of(Role.VIEWER))).isEqualTo(200);
  }

  @Test
  void aRefusalSaysWhoIsWhatAndWhatIsNeeded() throws Exception {
    HttpResponse<String> answer = door.send("POST", "/v1/overrides", known.of(Role.VIEWER));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .contains("'viewer' is viewer; POST /v1/overrides needs the role operator: sign in as");
  }

  @Test
  void aPathThatIsNotInTheContractIsNotThere() throws Exception {
    for (String path : List.of("/v1/", "/v1/status/", "/v1/secret", "/v1/overrides/a/b/c")) {
      assertThat(door.send("GET", path, "").statusCode()).as(path).isEqualTo(401);
      assertThat(door.send("GET", path, known.of(Role.ADMIN)).statusCode()).as(path).isEqualTo(404);
      assertThat(door.send("POST", path, known.of(Role.VIEWER)).statusCode())
          .as(path)
          .isEqualTo(404);
    }
    assertThat(door.send("POST", "/", "").statusCode()).isEqualTo(401);
    assertThat(door.send("OPTIONS", "/v1/status", "").statusCode()).isEqualTo(401);
  }

  @Test
  void everyRouteOfTheServerIsInTheContract() {
    List<String> files = List.of("GET /", "GET /<path>");
    List<String> server = door.routes().stream().filter(r -> !files.contains(r)).toList();
    List<String> contract = ROUTES.stream().map(r -> r.method() + " " + r.template()).toList();
    assertThat(contract).containsAll(server);
    assertThat(server).hasSizeGreaterThan(10);
  }

  @Test
  void namesOfRolesAreUnderstood() {
    assertThat(ROUTES).anyMatch(r -> r.role().equals(Optional.of(Role.APPROVER)));
    assertThat(new Caller("a", Set.of(Role.APPROVER)).may(Role.OPERATOR)).isFalse();
  }
}
