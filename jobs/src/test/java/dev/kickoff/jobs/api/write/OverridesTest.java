package dev.kickoff.jobs.api.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.jobs.api.write.Office.Reply;
import dev.kickoff.jobs.api.write.order.OverrideDesk;
import dev.kickoff.model.override.OperatorOverride;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverridesTest {
  private static final String PIN =
      "{'group':'web-asg','kind':'pin','hosts':20,'reason':'the stream has a second commentary'}";
  private static final String FREEZE = "{'kind':'freeze','reason':'database is being moved'}";

  private final Office office = new Office();

  @AfterEach
  void stop() {
    office.close();
  }

  private Reply list(String query) throws Exception {
    return office.get("/v1/overrides" + query);
  }

  @Test
  void aPinIsGivenShownAndWithdrawn() throws Exception {
    Reply given = office.post("/v1/overrides", PIN);
    assertThat(given.status()).isEqualTo(201);
    assertThat(given.text("author")).isEqualTo("ann");
    assertThat(given.text("state")).isEqualTo("in-force");
    assertThat(given.text("until")).isEqualTo("2026-06-19T14:00:00Z");
    assertThat(given.text("undoableUntil")).isEqualTo("2030-01-01T00:10:00Z");
    Reply shown = office.get(given.header("Location"));
    assertThat(shown.json()).isEqualTo(given.json());
    assertThat(shown.header("ETag")).isEqualTo('"' + given.text("etag") + '"');
    office.pass(Duration.ofMinutes(7));
    Reply ended = office.send("DELETE " + given.header("Location"), "ann");
    assertThat(ended.status()).isEqualTo(200);
    assertThat(ended.text("state")).isEqualTo("ended");
    assertThat(ended.text("until")).isEqualTo("2026-06-19T12:07:00Z");
    assertThat(ended.text("etag")).isNotEqualTo(given.text("etag"));
    assertThat(list("").json().path("items")).isEmpty();
    assertThat(list("?ended=true").json().path("items")).hasSize(1);
    assertThat(office.send("DELETE " + given.header("Location"), "ann").status()).isEqualTo(409);
  }

  @Test
  void anOrderForAllGroupsIsForEach() throws Exception {
    Reply given = office.post("/v1/overrides", FREEZE);
    assertThat(given.json().has("group")).isFalse();
    assertThat(given.json().has("hosts")).isFalse();
    OperatorOverride order = office.views.orders().book().overrides().get(0);
    assertThat(order.isInForce("web-asg", Office.NOON)).isTrue();
    assertThat(order.isInForce("api-asg", Office.NOON)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'kind':'pin','hosts':20          | /reason  | is missing; it must be given",
        "'kind':'pin','reason':'because'  | /reason  | must be at least 10 characters long",
        "'kind':'pin','reason':'          ' | /reason | must say why in at least 10 characters",
        "'kind':'stop','reason':'0123456789' | /kind | must be one of pin, floor, ceiling",
        "'kind':'pin','reason':'0123456789','author':'eve' | /author | is not known here",
        "'kind':'pin','reason':'0123456789' | /hosts | is missing; a pin says how many",
        "'kind':'pin','hosts':101,'reason':'0123456789' | /hosts | may have 2 to 100",
        "'kind':'pin','hosts':1,'reason':'0123456789' | /hosts | may have 2 to 100",
        "'kind':'freeze','hosts':9,'reason':'0123456789' | /hosts | a freeze has none",
        "'kind':'freeze','group':'wbe','reason':'0123456789' | /group | known: web-asg, api-asg",
        "'kind':'freeze','minutes':1441,'reason':'0123456789' | /minutes | at most 24 hours",
        "'kind':'freeze','minutes':0,'reason':'0123456789' | /minutes | minimum value of 1",
        "'kind':'freeze','until':'tomorrow','reason':'0123456789' | /until | date-time",
        "'kind':'freeze','until':'2026-06-19T11:00:00Z','reason':'0123456789' | /until | before",
        "'kind':'freeze','from':'2026-06-19T11:00:00Z','reason':'0123456789' | /from | is past"
      })
  void whatCannotBeIsRefusedWithItsPlace(String body, String pointer, String detail)
      throws Exception {
    Reply refused = office.post("/v1/overrides", "{" + body + "}");
    assertThat(refused.status()).as(refused.whole().body()).isEqualTo(422);
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    List<String> faults = new ArrayList<>();
    refused.json().path("errors").forEach(e -> faults.add(e.path("pointer").asText()));
    assertThat(faults).contains(pointer);
    assertThat(refused.json().path("errors").toString()).contains(detail);
    assertThat(office.views.orders().all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'kind':'pin'          | 400 | line 1:14",
        "{'kind':'pin','kind':'floor'} | 400 | Duplicate field",
        "~~                     | 400 | the body is empty",
        "[]                     | 422 | object expected"
      })
  void whatIsNoObjectIsRefused(String body, int status, String detail) throws Exception {
    Reply refused = office.post("/v1/overrides", body);
    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.text("detail")).contains(detail);
  }

  @Test
  void anotherMediaTypeIsRefused() throws Exception {
    Reply refused = office.post("/v1/overrides", PIN, "Content-Type", "text/plain");
    assertThat(refused.status()).isEqualTo(415);
    assertThat(refused.text("detail")).contains("takes Content-Type application/json");
  }

  @Test
  void anOrderOfSomebodyElseEndsWithAReasonOnly() throws Exception {
    String path = office.post("/v1/overrides", FREEZE).header("Location");
    Reply refused = office.send("DELETE " + path, "bob");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("detail")).contains("was given by ann");
    assertThat(office.send("DELETE " + path + "?reason=short", "bob").status()).isEqualTo(400);
    assertThat(office.send("DELETE " + path + "?reason=the+move+is+over", "bob").status())
        .isEqualTo(200);
  }

  @Test
  void aDryRunShowsAndChangesNothing() throws Exception {
    Reply shown = office.post("/v1/overrides?dryRun=true", PIN);
    assertThat(shown.status()).isEqualTo(200);
    assertThat(shown.json().path("override").path("hosts").asInt()).isEqualTo(20);
    assertThat(office.views.orders().all()).isEmpty();
    String path = office.post("/v1/overrides", PIN).header("Location");
    assertThat(office.send("DELETE " + path + "?dryRun=true", "ann").status()).isEqualTo(200);
    assertThat(office.get(path).text("state")).isEqualTo("in-force");
  }

  @Test
  void undoTakesBackANewOrderAndAWithdrawalForTenMinutesOfWallTime() throws Exception {
    String path = office.post("/v1/overrides", PIN).header("Location");
    office.now = office.now.plus(Duration.ofMinutes(30));
    assertThat(office.post(path + "/undo", "").text("state")).isEqualTo("ended");
    assertThat(office.post(path + "/undo", "").text("state")).isEqualTo("in-force");
    assertThat(office.get(path).text("until")).isEqualTo("2026-06-19T14:00:00Z");
    office.send("DELETE " + path, "ann");
    office.wall = office.wall.plus(Duration.ofMinutes(10));
    assertThat(office.get(path).json().has("undoableUntil")).isFalse();
    Reply late = office.post(path + "/undo", "");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text("detail")).contains("could be undone until 2030-01-01T00:10:00Z");
  }

  @Test
  void anOrderThatHasNotBegunCanBeTakenBackAndNeverBegins() throws Exception {
    String later = PIN.replace("{", "{'from':'2026-06-19T15:00:00Z',");
    Reply given = office.post("/v1/overrides", later);
    assertThat(given.text("state")).isEqualTo("pending");
    assertThat(given.text("until")).isEqualTo("2026-06-19T17:00:00Z");
    office.send("DELETE " + given.header("Location"), "ann");
    OperatorOverride order = office.views.orders().book().overrides().get(0);
    assertThat(order.isInForce("web-asg", Office.NOON.plus(Duration.ofHours(4)))).isFalse();
    Reply back = office.post(given.header("Location") + "/undo", "");
    assertThat(back.json().path("from")).isEqualTo(given.json().path("from"));
    assertThat(back.text("state")).isEqualTo("pending");
  }

  @Test
  void listsTheStrongestFirstAndWhatEndsSoon() throws Exception {
    office.post("/v1/overrides", PIN);
    office.post("/v1/overrides", FREEZE.replace("{", "{'minutes':12,"));
    office.post("/v1/overrides", PIN.replace("web-asg", "api-asg").replace("pin", "floor"));
    List<String> kinds = list("").json().path("items").findValuesAsText("kind");
    assertThat(kinds).containsExactly("freeze", "pin", "floor");
    assertThat(list("?group=api-asg").json().path("items").findValuesAsText("kind"))
        .containsExactly("freeze", "floor");
    assertThat(list("?within=PT15M").json().path("items").findValuesAsText("warning"))
        .containsExactly("ends within 15 minutes");
    assertThat(list("?group=wbe").status()).isEqualTo(404);
    assertThat(list("?within=soon").status()).isEqualTo(400);
    office.pass(Duration.ofMinutes(8));
    assertThat(list("").json().findValuesAsText("warning"))
        .containsExactly("ends within 5 minutes");
  }

  @Test
  void noMoreThanAHundredAreInForce() throws Exception {
    for (int i = 0; i < OverrideDesk.MOST; i++) {
      Reply given = office.send("POST /v1/overrides", "bot-" + i % 5, PIN);
      assertThat(given.status()).isEqualTo(201);
    }
    Reply refused = office.post("/v1/overrides", PIN);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("already 100 orders");
  }

  @Test
  void whatEndedAMonthAgoIsForgotten() throws Exception {
    String old = office.post("/v1/overrides", PIN).header("Location");
    office.pass(Duration.ofDays(29));
    office.post("/v1/overrides", PIN);
    assertThat(office.get(old).status()).isEqualTo(200);
    office.pass(Duration.ofDays(2));
    office.post("/v1/overrides", PIN);
    assertThat(office.get(old).status()).isEqualTo(404);
  }

  @Test
  void theSameKeyIsOneOrder() throws Exception {
    String[] key = {"Idempotency-Key", "a-key-of-ann"};
    Reply first = office.post("/v1/overrides", PIN, key);
    Reply again = office.post("/v1/overrides", PIN, key);
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(office.post("/v1/overrides", FREEZE, key).status()).isEqualTo(422);
    assertThat(office.send("POST /v1/overrides", "bob", PIN, key).text("id"))
        .isNotEqualTo(first.text("id"));
    assertThat(office.views.orders().all()).hasSize(2);
    office.wall = office.wall.plus(Duration.ofDays(2));
    assertThat(office.post("/v1/overrides", PIN, key).text("id")).isEqualTo(first.text("id"));
    assertThat(office.views.orders().all()).hasSize(2);
    assertThat(office.post("/v1/overrides", PIN, "Idempotency-Key", "short").status())
        .isEqualTo(400);
  }

  @Test
  void aRefusedRequestMayBeSentAgainCorrected() throws Exception {
    String[] key = {"Idempotency-Key", "a-key-of-ann"};
    assertThat(office.post("/v1/overrides", "{}", key).status()).isEqualTo(422);
    assertThat(office.post("/v1/overrides", PIN, key).status()).isEqualTo(201);
  }

  @Test
  void theSameKeyInParallelIsOneOrder() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(8);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<String>> ids = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      ids.add(
          pool.submit(
              () -> {
                start.await();
                return office.post("/v1/overrides", PIN, "Idempotency-Key", "parallel").text("id");
              }));
    }
    start.countDown();
    String first = ids.get(0).get();
    for (Future<String> id : ids) {
      assertThat(id.get()).isEqualTo(first);
    }
    pool.shutdown();
    assertThat(office.views.orders().all()).hasSize(1);
  }
}
