package dev.kickoff.jobs.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kickoff.jobs.client.document.Decision;
import dev.kickoff.jobs.client.document.Event;
import dev.kickoff.jobs.client.document.Outcome;
import dev.kickoff.jobs.client.document.StandingOverride;
import dev.kickoff.jobs.client.request.Answer;
import dev.kickoff.jobs.client.request.Filter;
import dev.kickoff.jobs.client.request.Move;
import dev.kickoff.jobs.client.request.Order;
import dev.kickoff.jobs.client.request.WhatIf;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KickoffClientTest {
  private static final Order FLOOR =
      new Order(
          Optional.of("web-asg"),
          Order.Kind.FLOOR,
          Optional.of(40),
          "extra time, keep what we have",
          Order.Term.lasting(Duration.ofHours(2)));

  private ContractServer server;
  private KickoffClient kickoff;

  @BeforeEach
  void start() throws IOException {
    server = new ContractServer();
    kickoff = new KickoffClient(ClientSettings.of(server.uri(), ContractServer.TOKEN));
  }

  @AfterEach
  void everyRequestKeptTheContract() {
    server.close();
  }

  @Test
  void givesAnOrderAndReadsItAsItStands() {
    server.answers("order", 201, Answers.OVERRIDE);

    StandingOverride given = kickoff.orders().give(FLOOR).done().orElseThrow();

    assertThat(given.what().inWords()).isEqualTo("floor of 40 hosts on web-asg");
    assertThat(given.term().until()).isEqualTo("2026-06-11T20:00:00Z");
    assertThat(given.term().endsIn()).contains(Duration.ofHours(2));
    assertThat(given.undoableUntil()).contains(Instant.parse("2026-06-11T18:10:00Z"));
    assertThat(given.json().path("colour").asText()).isEqualTo("a field of tomorrow");
    assertThat(server.last("order").body())
        .contains("\"kind\":\"floor\"", "\"minutes\":120")
        .doesNotContain("until", "author");
  }

  @Test
  void saysWhenAnOrderWaitsForApproval() {
    server.answers("order", 202, Answers.REVIEW);

    Outcome<StandingOverride> outcome = kickoff.orders().give(FLOOR);

    assertThat(outcome.done()).isEmpty();
    assertThat(outcome.waiting().orElseThrow().request().floorWanted()).contains(400);
  }

  @Test
  void aPreviewChangesNothingAndSaysWhatWould() {
    server.answers("order", 200, Answers.PREVIEW);

    var effect = kickoff.orders().preview(FLOOR).effects().get(0);

    assertThat(server.last("order").query()).containsEntry("dryRun", "true");
    assertThat(effect.hosts().floorThen()).isEqualTo(40);
    assertThat(effect.cost().orElseThrow().then()).isEqualTo(4.0);
    assertThat(effect.risk().orElseThrow().level()).isEqualTo("caution");
    assertThat(effect.violations()).containsExactly("over the tested size of 30");
  }

  @Test
  void aWriteThatIsSentAgainKeepsItsKeyAndTheNextHasAnother() {
    server.answers("order", 201, Answers.OVERRIDE);
    server.drops(2);

    kickoff.orders().give(FLOOR);
    kickoff.orders().give(FLOOR);

    List<String> keys =
        server.seen().stream().map(seen -> seen.headers().get("idempotency-key")).toList();
    assertThat(keys).hasSize(4);
    assertThat(keys.subList(0, 3)).containsOnly(keys.get(0));
    assertThat(keys.get(3)).isNotEqualTo(keys.get(0));
  }

  @Test
  void anAnswerIsNeverAskedForTwice() {
    server.answers("status", 500, ContractServer.problem(500, "Internal Server Error", "a fault"));

    assertThatThrownBy(kickoff::status)
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.status()).contains(500));
    assertThat(server.seen()).hasSize(1);
  }

  @Test
  void aProblemNamesTheFieldsThatAreWrong() {
    server.answers(
        "order",
        422,
        "{'type':'about:blank','title':'Unprocessable Content','status':422,'detail':'one is"
            + " wrong','instance':'/v1/overrides','errors':[{'pointer':'/hosts','detail':'at least"
            + " 1'}]}");

    assertThatThrownBy(() -> kickoff.orders().give(FLOOR))
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> {
              assertThat(e.status()).contains(422);
              assertThat(e.errors())
                  .containsExactly(new ApiException.FieldError("/hosts", "at least 1"));
            })
        .hasMessage("Unprocessable Content: one is wrong\n  /hosts: at least 1");
  }

  @Test
  void quotesWhatAProxyAnswersInstead() {
    server.answers("status", 502, "<html>Bad\n gateway</html>");

    assertThatThrownBy(kickoff::status).hasMessage("status 502: <html>Bad gateway</html>");
  }

  @Test
  void saysWhichServerIsNotThere() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    URI nobody = URI.create("http://127.0.0.1:" + free);

    assertThatThrownBy(() -> new KickoffClient(ClientSettings.of(nobody, "t")).status())
        .isInstanceOfSatisfying(ApiException.class, e -> assertThat(e.status()).isEmpty())
        .hasMessageStartingWith("not reachable: " + nobody);
  }

  @Test
  void anEditNamesTheTagThatWasRead() {
    server.answers("event", 200, Answers.EVENT);
    server.answers("moveEvent", 200, Answers.EVENT);

    Event event = kickoff.events().get("final 2026/1");
    kickoff.events().move(event, Move.by(15, "kick-off delayed, rain"), false);

    assertThat(server.last("event").path()).isEqualTo("/v1/events/final%202026%2F1");
    assertThat(server.last("moveEvent").headers()).containsEntry("if-match", "\"e3\"");
    assertThat(event.readiness().orElseThrow().score()).contains(0.75);
    assertThat(event.startsIn()).contains(Duration.ofHours(1));
  }

  @Test
  void readsPageAfterPage() {
    String decision =
        "{'group':'web-asg','sequence':%d,'at':'2026-06-11T18:00:00Z','mode':'APPROVE',"
            + "'action':'RAISE','change':{'from':1,'wanted':3,'to':2},'reason':'kick-off'}";
    server.answers("decisions", 200, "{'items':[" + decision.formatted(2) + "],'next':'a/b +1'}");
    server.answers("decisions", 200, Answers.page(decision.formatted(1)));

    List<Long> sequences = new ArrayList<>();
    for (Decision each : kickoff.decisions(Filter.none().with("limit", 1))) {
      sequences.add(each.sequence());
    }

    assertThat(sequences).containsExactly(2L, 1L);
    assertThat(server.last("decisions").query())
        .containsEntry("before", "a/b +1")
        .containsEntry("limit", "1");
  }

  @Test
  void followsTheStreamAndGoesOnWhereItBroke() {
    server.answers("stream", 200, "id: a-1\nevent: clock\ndata: {'speed':1}\n\n:alive\n\n");
    server.answers("stream", 200, "id: a-2\nevent: decisions\ndata: []\n\n");

    try (Subscription changes = kickoff.follow(Optional.empty())) {
      assertThat(changes.next().orElseThrow().topic()).isEqualTo("clock");
      assertThat(changes.next().orElseThrow().id()).contains("a-2");
      changes.close();
      assertThat(changes.next()).isEmpty();
    }
    assertThat(server.last("stream").headers()).containsEntry("last-event-id", "a-1");
  }

  @Test
  void everyOtherRequestKeepsTheContract() {
    server.answers("approve", 200, Answers.REVIEW).answers("reject", 200, Answers.REVIEW);
    server.answers("withdraw", 200, Answers.OVERRIDE).answers("undo", 200, Answers.OVERRIDE);
    server.answers("resume", 200, Answers.PREVIEW).answers("whatIf", 200, Answers.PREVIEW);
    server.answers("session", 200, "{'name':'ada','roles':['operator']}");
    server.answers("importEvents", 200, "{'added':[]}");
    Answer answer =
        new Answer("0123456789abcdef", "seen with Bob", Optional.of(Duration.ofHours(1)));

    kickoff.reviews().approve("r-12", answer);
    kickoff.reviews().reject("r-12", answer);
    kickoff.orders().end("o-1", Optional.of("the shoot-out is over"));
    kickoff.orders().undo("o-1");
    kickoff.orders().resume(Optional.empty(), "the drill is over");
    kickoff.events().importCalendar("text/csv", "start,end,title,category\n", true);
    WhatIf.EventEdit edit =
        new WhatIf.EventEdit("final", Optional.of(30), Optional.empty(), Optional.of(2.0), false);
    kickoff.whatIf(
        new WhatIf(
            "web-asg",
            Optional.of(1.5),
            Optional.of(12.0),
            Optional.of(FLOOR),
            Optional.empty(),
            Optional.of(edit)));

    assertThat(kickoff.session().roles()).containsExactly("operator");
  }
}
