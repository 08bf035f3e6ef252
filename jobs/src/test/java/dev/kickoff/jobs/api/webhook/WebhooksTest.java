package dev.kickoff.jobs.api.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.connectors.kafka.DeadLetter;
import dev.kickoff.connectors.kafka.TopicAdmin;
import dev.kickoff.connectors.kafka.TopicEnd;
import dev.kickoff.connectors.kafka.TopicWriter;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.api.http.ApiJson;
import dev.kickoff.jobs.api.read.Documents.DecisionSummary;
import dev.kickoff.jobs.api.webhook.Receiver.Delivery;
import dev.kickoff.jobs.api.webhook.WebhookSettings.Retries;
import dev.kickoff.jobs.api.webhook.WebhookSettings.Subject;
import dev.kickoff.jobs.local.EmbeddedBroker;
import dev.kickoff.jobs.local.EmbeddedBroker.BrokerSettings;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.override.OperatorOverride;
import io.prometheus.client.CollectorRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Over a real broker; every test has a group, a receiver and a webhook of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhooksTest {
  private static final Retries QUICK =
      new Retries(Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofSeconds(30));
  private static final Service WEB = new Service("web");

  private EmbeddedBroker broker;
  private TopicWriter writer;

  @BeforeAll
  void start(@TempDir Path folder) {
    broker = EmbeddedBroker.start(BrokerSettings.in(folder));
    TopicAdmin.ensure(broker.bootstrap(), 1, 1);
    writer = new TopicWriter(broker.bootstrap());
  }

  @AfterAll
  void stop() {
    writer.close();
    broker.close();
  }

  private static WebhookSettings hook(String group, Receiver receiver, Retries retries) {
    return new WebhookSettings(
        "to-" + group,
        receiver.url(),
        List.of(SigningKey.of(Receiver.SECRET)),
        Set.of(Subject.values()),
        Set.of(group),
        retries);
  }

  private Webhooks telling(WebhookSettings hook, CollectorRegistry registry) throws Exception {
    Webhooks webhooks =
        Webhooks.start(broker.bootstrap(), List.of(hook), () -> Told.NOON, registry);
    assertThat(webhooks.awaitStarted(Duration.ofSeconds(30))).isTrue();
    return webhooks;
  }

  private Webhooks telling(WebhookSettings hook) throws Exception {
    return telling(hook, new CollectorRegistry());
  }

  private void decide(Decision... decisions) {
    for (Decision decision : decisions) {
      writer.put(Topics.DECISION_ENTRY, WEB, decision.key().group(), decision);
    }
    writer.flush();
  }

  @Test
  void tellsWhatTheApiSaysSignedForWhoKnowsTheSecret() throws Exception {
    Decision raise = Told.decision("signed", 2, 4, 9);
    decide(Told.decision("signed", 1, 2, 4)); // before anybody listened
    try (Receiver receiver = new Receiver();
        Webhooks telling = telling(hook("signed", receiver, QUICK))) {
      decide(Told.decision("other", 1, 2, 4), raise, Told.decision("signed", 3, 9, 9));
      Delivery told = receiver.await(1).get(0);
      assertThat(told.header("webhook-signature")).isEqualTo(told.expectedSignature());
      assertThat(told.header("Content-Type")).isEqualTo("application/json");
      JsonNode json = told.json();
      assertThat(json.path("id").asText("")).isEqualTo(told.id()).doesNotContain(".");
      assertThat(json.path("type").asText("")).isEqualTo("decision.raised");
      assertThat(json.path("timestamp").asText("")).isEqualTo(raise.key().at().toString());
      assertThat(json.path("data").toString()).isEqualTo(ApiJson.write(DecisionSummary.of(raise)));
      assertThat(receiver.rest()).isEmpty();
      assertThat(telling.problem()).isEmpty();
    }
  }

  @Test
  void tellsOfAnAlarmWhenItBeginsAndEndsAndOfOrders() throws Exception {
    OperatorOverride order = Told.floor("order-1", "alarms", 12);
    try (Receiver receiver = new Receiver();
        Webhooks unused = telling(hook("alarms", receiver, QUICK))) {
      decide(
          Told.watched("alarms", 1, false),
          Told.watched("alarms", 2, true),
          Told.watched("alarms", 3, true),
          Told.watched("alarms", 4, false));
      List<Delivery> told = receiver.await(2);
      assertThat(told.get(0).type()).isEqualTo("alarm.raised");
      JsonNode data = told.get(0).json().path("data");
      assertThat(data.path("guardrail").asText("")).isEqualTo("missing-data");
      assertThat(data.path("alarm").asText("")).isEqualTo("no demand for 6 minutes");
      assertThat(data.path("decision").path("sequence").asInt(0)).isEqualTo(2);
      assertThat(data.path("permalink").asText("")).isEqualTo("/v1/decisions/alarms/2");
      assertThat(told.get(1).type()).isEqualTo("alarm.cleared");
      writer.put(Topics.OVERRIDE_INSTRUCTION, WEB, order.id(), order);
      JsonNode ordered = receiver.await(1).get(0).json();
      assertThat(ordered.path("type").asText("")).isEqualTo("order.changed");
      assertThat(ordered.path("data").path("id").asText("")).isEqualTo("order-1");
      assertThat(ordered.path("data").path("state").asText("")).isEqualTo("in-force");
    }
  }

  @Test
  void triesAgainInOrderAfterAnErrorAndAfterAClosedSocket() throws Exception {
    CollectorRegistry registry = new CollectorRegistry();
    try (Receiver receiver = new Receiver().answers(500, Receiver.HANG_UP, 302);
        Webhooks unused = telling(hook("again", receiver, QUICK), registry)) {
      decide(Told.decision("again", 1, 2, 4), Told.decision("again", 2, 4, 9));
      decide(Told.decision("again", 3, 9, 7));
      List<Delivery> told = receiver.await(6);
      assertThat(told.subList(0, 4)).extracting(Delivery::id).containsOnly(told.get(0).id());
      List<Integer> order = new ArrayList<>();
      for (Delivery delivery : told.subList(3, 6)) {
        assertThat(delivery.header("webhook-signature")).isEqualTo(delivery.expectedSignature());
        order.add(delivery.json().path("data").path("sequence").asInt(0));
      }
      assertThat(order).containsExactly(1, 2, 3);
      decide(Told.decision("again", 4, 7, 8));
      receiver.await(1);
      assertThat(counted(registry, "to-again", "delivered"))
          .as("those before the one that was just taken are counted")
          .isBetween(3.0, 4.0);
      assertThat(counted(registry, "to-again", "failed")).isEqualTo(3);
      assertThat(counted(registry, "to-again", "put-aside")).isZero();
    }
  }

  @Test
  void leavesAReceiverAloneAsLongAsItWants() throws Exception {
    try (Receiver receiver = new Receiver().answers(429);
        Webhooks unused = telling(hook("later", receiver, QUICK))) {
      decide(Told.decision("later", 1, 2, 4));
      List<Delivery> told = receiver.await(2);
      long first = Long.parseLong(told.get(0).header("webhook-timestamp"));
      assertThat(Long.parseLong(told.get(1).header("webhook-timestamp"))).isGreaterThan(first);
    }
  }

  @Test
  void goesOnAfterARestartWithWhatWasNotTaken() throws Exception {
    try (Receiver receiver = new Receiver()) {
      WebhookSettings hook = hook("restart", receiver, QUICK);
      List<Delivery> before;
      try (Webhooks unused = telling(hook)) {
        decide(Told.watched("restart", 1, true));
        assertThat(receiver.await(1).get(0).type()).isEqualTo("alarm.raised");
        receiver.usually(503);
        decide(Told.decision("restart", 2, 8, 9));
        before = receiver.await(2);
      }
      decide(Told.watched("restart", 3, true), Told.decision("restart", 4, 9, 12));
      receiver.rest();
      receiver.usually(204);
      try (Webhooks unused = telling(hook)) {
        List<Delivery> after = receiver.await(5);
        assertThat(after.get(0).id())
            .as("the same as before the stop")
            .isEqualTo(before.get(0).id());
        List<String> types = new ArrayList<>();
        for (Delivery delivery : after) {
          types.add(delivery.type());
        }
        assertThat(types)
            .as("the alarm that stood at the stop is not raised again before it is cleared")
            .containsExactly(
                "decision.raised",
                "alarm.cleared",
                "alarm.raised",
                "decision.raised",
                "alarm.cleared");
      }
    }
  }

  @Test
  void ofTwoProcessesOneTellsAndTheOtherGoesOnWhenItIsGone() throws Exception {
    try (Receiver receiver = new Receiver()) {
      WebhookSettings hook = hook("two", receiver, QUICK);
      Webhooks first = telling(hook);
      try (Webhooks second = telling(hook)) {
        decide(Told.decision("two", 1, 2, 4), Told.decision("two", 2, 4, 6));
        List<Delivery> both = receiver.await(2);
        first.close();
        decide(Told.decision("two", 3, 6, 8));
        List<String> told = new ArrayList<>(List.of(both.get(0).id(), both.get(1).id()));
        while (told.stream().distinct().count() < 3) {
          told.add(receiver.await(1).get(0).id());
        }
        assertThat(told.size()).as("at most the last of the first comes twice").isLessThan(5);
        assertThat(second.problem()).isEmpty();
      } finally {
        first.close();
      }
    }
  }

  @Test
  void putsAsideWhatAReceiverNeverTakesAndTellsItOfWhatIsNewer() throws Exception {
    CollectorRegistry registry = new CollectorRegistry();
    Retries brief = new Retries(QUICK.first(), QUICK.most(), Duration.ofMillis(100));
    try (Receiver receiver = new Receiver().usually(500);
        Webhooks unused = telling(hook("dead", receiver, brief), registry)) {
      decide(Told.decision("dead", 1, 2, 4));
      String never = receiver.await(1).get(0).id();
      Delivery newer = null;
      decide(Told.decision("dead", 2, 4, 9));
      while (newer == null) {
        Delivery next = receiver.await(1).get(0);
        newer = next.id().equals(never) ? null : next;
      }
      receiver.usually(204).answers(422);
      while (newer.answer() != 204) {
        decide(
            Told.decision("dead", newer.json().path("data").path("sequence").asInt(0) + 1, 9, 10));
        newer = receiver.await(1).get(0);
      }
      List<ConsumerRecord<byte[], byte[]>> aside = new ArrayList<>();
      TopicEnd.read(broker.bootstrap(), Topics.DEAD_WEBHOOK, 100, aside::add);
      aside.removeIf(each -> !new String(each.key(), StandardCharsets.UTF_8).equals("to-dead"));
      assertThat(aside).isNotEmpty();
      assertThat(new String(aside.get(0).value(), StandardCharsets.UTF_8)).contains(never);
      DeadLetter letter = DeadLetter.of(aside.get(0).headers());
      assertThat(letter.reason()).isEqualTo("the receiver answered 500");
      assertThat(letter.topic()).isEqualTo(Topics.DECISION_ENTRY);
      assertThat(counted(registry, "to-dead", "put-aside")).isPositive();
      assertThat(
              registry.getSampleValue(
                  "kickoff_webhook_oldest_undelivered_seconds",
                  new String[] {"hook"},
                  new String[] {"to-dead"}))
          .isNotNull();
    }
  }

  private static double counted(CollectorRegistry registry, String hook, String outcome) {
    return registry.getSampleValue(
        "kickoff_webhook_deliveries_total",
        new String[] {"hook", "outcome"},
        new String[] {hook, outcome});
  }
}
