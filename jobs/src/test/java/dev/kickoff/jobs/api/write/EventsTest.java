package dev.kickoff.jobs.api.write;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kickoff.jobs.api.write.Office.Reply;
import dev.kickoff.model.calendar.Event;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

class EventsTest {
  private static final String MATCH =
      "{'title':'Brazil vs Scotland','category':'football_match','start':'2026-06-20T19:00:00Z',"
          + "'end':'2026-06-20T21:00:00Z','attributes':{'stage':'group'}%s}";
  private static final String MOVE = "{'byMinutes':30,'reason':'thunderstorm over the ground'}";
  private static final String CSV =
      "start,end,title,category,uid\n"
          + "2026-06-21T19:00Z,2026-06-21T21:00Z,A vs B,football_match,a-b\n"
          + "2026-06-22T19:00Z,2026-06-22T21:00Z,C vs D,football_match,c-d\n"
          + "2026-06-23T19:00Z,2026-06-23T21:00Z,E vs F,football_match,e-f\n";

  private final Office office = new Office();

  @AfterEach
  void stop() {
    office.close();
  }

  private Reply add(String uid) throws Exception {
    return office.post("/v1/events", MATCH.formatted(",'uid':'" + uid + "'"));
  }

  private static String path(String uid) {
    return "/v1/events/" + URLEncoder.encode(uid, StandardCharsets.UTF_8);
  }

  private Reply imported(String csv, String query) throws Exception {
    return office.send("POST /v1/events/import" + query, "ann", csv, "Content-Type", "text/csv");
  }

  @Test
  void anEventIsAddedMovedAndCalledOffVersionByVersion() throws Exception {
    Reply added = add("holiday/FR/2026");
    assertThat(added.status()).as(added.whole().body()).isEqualTo(201);
    assertThat(added.json().path("revision").asLong()).isEqualTo(1);
    assertThat(office.get(added.header("Location")).json()).isEqualTo(added.json());
    String tag = added.header("ETag");
    Reply moved = office.post(path("holiday/FR/2026") + "/move", MOVE, "If-Match", tag);
    assertThat(moved.status()).as(moved.whole().body()).isEqualTo(200);
    assertThat(moved.text("start")).isEqualTo("2026-06-20T19:30:00Z");
    assertThat(moved.text("end")).isEqualTo("2026-06-20T21:30:00Z");
    assertThat(moved.json().path("revision").asLong()).isEqualTo(2);
    assertThat(moved.header("ETag")).isNotEqualTo(tag);
    Reply stale = office.send("DELETE " + path("holiday/FR/2026"), "ann", "", "If-Match", tag);
    assertThat(stale.status()).isEqualTo(412);
    Reply off =
        office.send(
            "DELETE " + path("holiday/FR/2026"), "ann", "", "If-Match", moved.header("ETag"));
    assertThat(off.status()).isEqualTo(200);
    assertThat(off.json().path("cancelled").asBoolean()).isTrue();
    assertThat(office.views.calendar().events()).isEmpty();
    Event version = office.views.newestVersion("holiday/FR/2026").orElseThrow();
    assertThat(version.version().sequence()).isEqualTo(2);
    assertThat(version.knownAt()).hasValue(Office.NOON);
  }

  @Test
  void anEditWithoutTheTagOfWhatWasReadIsRefused() throws Exception {
    add("match");
    assertThat(office.post(path("match") + "/move", MOVE).status()).isEqualTo(428);
    assertThat(office.send("DELETE " + path("match"), "ann").status()).isEqualTo(428);
    assertThat(office.send("PUT " + path("match"), "ann", MATCH.formatted("")).status())
        .isEqualTo(428);
    assertThat(office.post(path("nobody") + "/move", MOVE, "If-Match", "\"1\"").status())
        .isEqualTo(404);
  }

  @Test
  void ofTwoWritersWithOneTagOneWins() throws Exception {
    String tag = add("match").header("ETag");
    ExecutorService pool = Executors.newFixedThreadPool(6);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      answers.add(
          pool.submit(
              () -> {
                start.await();
                return office.post(path("match") + "/move", MOVE, "If-Match", tag).status();
              }));
    }
    start.countDown();
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      statuses.add(answer.get());
    }
    pool.shutdown();
    assertThat(statuses).containsOnlyOnce(200).contains(412);
    assertThat(office.get(path("match")).text("start")).isEqualTo("2026-06-20T19:30:00Z");
  }

  @Test
  void aReplacedEventSaysWhatTheRequestSays() throws Exception {
    String tag = add("match").header("ETag");
    String other = MATCH.formatted("").replace("group", "final").replace("Scotland", "Wales");
    Reply replaced = office.send("PUT " + path("match"), "bob", other, "If-Match", tag);
    assertThat(replaced.text("title")).isEqualTo("Brazil vs Wales");
    assertThat(replaced.json().path("attributes").path("stage").asText()).isEqualTo("final");
    assertThat(
            office
                .send(
                    "PUT " + path("match"),
                    "bob",
                    MATCH.formatted(",'uid':'other'"),
                    "If-Match",
                    replaced.header("ETag"))
                .status())
        .isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'reason':'thunderstorm'} | /byMinutes | is missing",
        "{'byMinutes':5,'start':'2026-06-20T20:00:00Z','reason':'thunderstorm'} | /start | one of",
        "{'byMinutes':2000,'reason':'thunderstorm'} | /byMinutes | 1440",
        "{'extendMinutes':-300,'reason':'thunderstorm'} | /end | not after its start"
      })
  void aMoveThatCannotBeIsRefusedWithItsPlace(String body, String pointer, String detail)
      throws Exception {
    String tag = add("match").header("ETag");
    Reply refused = office.post(path("match") + "/move", body, "If-Match", tag);
    assertThat(refused.status()).as(refused.whole().body()).isEqualTo(422);
    assertThat(refused.json().path("errors").get(0).path("pointer").asText()).isEqualTo(pointer);
    assertThat(refused.text("detail")).contains(detail);
  }

  @Test
  void aSlipOfTheHandWaitsForSomebodyWhoVouchesForIt() throws Exception {
    String past = MATCH.formatted("").replace("2026-06-20", "2016-06-20");
    Reply shown = office.post("/v1/events?dryRun=true", past);
    assertThat(shown.json().path("warnings")).hasSize(1);
    Reply waits = office.post("/v1/events", past);
    assertThat(waits.status()).as(waits.whole().body()).isEqualTo(202);
    assertThat(waits.text("kind")).isEqualTo("event");
    assertThat(office.views.calendar().events()).isEmpty();
    String body = "{'digest':'" + waits.text("digest") + "','comment':'it is the archive'}";
    Reply approved = office.send("POST /v1/reviews/" + waits.text("id") + "/approve", "bob", body);
    assertThat(approved.text("status")).as(approved.whole().body()).isEqualTo("submitted");
    assertThat(office.views.calendar().events().get(0).attributes())
        .containsEntry("vouched_by", "bob");
  }

  @Test
  void theSameKeyIsOneEventAlsoForAServerThatKnowsNothingOfIt() throws Exception {
    String[] key = {"Idempotency-Key", "a-key-of-ann"};
    Reply first = office.post("/v1/events", MATCH.formatted(""), key);
    assertThat(first.status()).isEqualTo(201);
    office.wall = office.wall.plusSeconds(90_000);
    Reply again = office.post("/v1/events", MATCH.formatted(""), key);
    assertThat(again.status()).as(again.whole().body()).isEqualTo(201);
    assertThat(again.text("uid")).isEqualTo(first.text("uid"));
    assertThat(office.views.calendar().versions()).hasSize(1);
    assertThat(add(first.text("uid")).status()).isEqualTo(409);
  }

  @Test
  void anImportShowsAndThenMakesItsChanges() throws Exception {
    Reply shown = imported(CSV, "?dryRun=true");
    assertThat(shown.status()).as(shown.whole().body()).isEqualTo(200);
    assertThat(shown.json().path("added")).hasSize(3);
    assertThat(office.views.calendar().events()).isEmpty();
    assertThat(imported(CSV, "").json().path("applied").asBoolean()).isTrue();
    assertThat(office.views.calendar().events()).hasSize(3);
    add("match");
    String newer = CSV.replace("2026-06-22T19:00Z", "2026-06-22T18:00Z");
    newer = newer.substring(0, newer.lastIndexOf("2026-06-23T19:00Z"));
    Reply again = imported(newer, "");
    assertThat(again.text("summary")).isEqualTo("0 added, 1 changed, 0 cancelled, 1 deleted");
    assertThat(again.json().path("deleted").get(0).path("uid").asText()).isEqualTo("e-f");
    assertThat(office.views.calendar().events())
        .extracting(Event::uid)
        .containsExactlyInAnyOrder("match", "a-b", "c-d");
    Reply other = imported(CSV.replace("-b", "-x").replace("-d", "-y"), "?calendar=women");
    assertThat(other.json().path("deleted")).isEmpty();
  }

  @Test
  void anImportThatLosesMostOfACalendarIsRefused() throws Exception {
    imported(CSV, "");
    Reply refused = imported(CSV.substring(0, CSV.indexOf("2026-06-22")), "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("no longer mentions 2 of the 3 events ahead");
    assertThat(office.views.calendar().events()).hasSize(3);
  }

  @Test
  void aSlipWithinAnImportIsPutAsideAndNamed() throws Exception {
    Reply read = imported(CSV.replace("2026-06-21T21:00Z", "2026-06-25T21:00Z"), "");
    assertThat(read.json().path("aside")).hasSize(1);
    assertThat(read.json().path("aside").get(0).path("uid").asText()).isEqualTo("a-b");
    assertThat(office.views.calendar().events()).hasSize(2);
  }

  @Test
  void whatIsNoCalendarIsRefusedWithItsLine() throws Exception {
    Reply refused = imported("start,end\n2026,2027\n", "");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("detail")).contains("calendar.csv:1").doesNotContain("/tmp");
    assertThat(imported(CSV, "?zone=Mars").status()).isEqualTo(400);
  }

  @Test
  void nothingIsConfirmedWhereNothingIsKept() throws Exception {
    add("match");
    Reply refused = office.post(path("match") + "/confirm", "");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("detail")).contains("nothing of an earlier plan is kept");
  }
}
