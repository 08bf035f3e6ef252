package dev.kickoff.jobs.api.webhook;

import dev.kickoff.connectors.kafka.Json;
import dev.kickoff.connectors.kafka.Topics;
import dev.kickoff.jobs.api.http.Fields;
import dev.kickoff.jobs.api.read.Documents.DecisionSummary;
import dev.kickoff.jobs.api.webhook.WebhookSettings.Subject;
import dev.kickoff.jobs.api.write.order.OverrideDocument;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.FloorChange;
import dev.kickoff.model.override.OperatorOverride;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Turns the records of the topics into what one receiver is told. It remembers which alarms stand,
 * so it must see the decisions of each group in order.
 */
final class MessageMaker {
  private final WebhookSettings hook;
  private final InstantSource engine;
  private final AlarmChanges alarms = new AlarmChanges();

  /**
   * @param engine the engine's clock
   */
  MessageMaker(WebhookSettings hook, InstantSource engine) {
    this.hook = hook;
    this.engine = engine;
  }

  /** The topics that have something for this receiver. */
  List<String> topics() {
    List<String> topics = new ArrayList<>();
    if (tells(Subject.DECISIONS) || tells(Subject.ALARMS)) {
      topics.add(Topics.DECISION_ENTRY);
    }
    if (tells(Subject.ORDERS)) {
      topics.add(Topics.OVERRIDE_INSTRUCTION);
    }
    return topics;
  }

  /**
   * What a record says to the receiver, in order; nothing, for most.
   *
   * @throws dev.kickoff.connectors.kafka.MalformedRecordException when it cannot be read
   */
  List<WebhookMessage> messages(ConsumerRecord<byte[], byte[]> record) {
    byte[] json = record.value();
    if (json == null) {
      return List.of(); // an order long ended is forgotten
    }
    return record.topic().equals(Topics.DECISION_ENTRY)
        ? of(Json.decode(json, Decision.class))
        : of(Json.decode(json, OperatorOverride.class));
  }

  private List<WebhookMessage> of(Decision decision) {
    String group = decision.key().group();
    if (!hook.tells(Optional.of(group))) {
      return List.of();
    }
    AlarmChanges.Change change = alarms.accept(decision);
    List<WebhookMessage> told = new ArrayList<>();
    if (tells(Subject.DECISIONS) && decision.change().action() != FloorChange.Action.HOLD) {
      boolean raised = decision.change().action() == FloorChange.Action.RAISE;
      String type = raised ? "decision.raised" : "decision.lowered";
      told.add(message(type, decision, "", DecisionSummary.of(decision)));
    }
    if (tells(Subject.ALARMS)) {
      change.raised().forEach((rail, words) -> told.add(alarm("raised", decision, rail, words)));
      change.cleared().forEach((rail, words) -> told.add(alarm("cleared", decision, rail, words)));
    }
    return told;
  }

  private boolean tells(Subject subject) {
    return hook.subjects().contains(subject);
  }

  private static WebhookMessage alarm(
      String what, Decision decision, String guardrail, String words) {
    String group = decision.key().group();
    Fields data =
        new Fields()
            .with("group", group)
            .with("guardrail", guardrail)
            .with("alarm", words)
            .with("decision", DecisionSummary.of(decision))
            .with(
                "permalink",
                "/v1/decisions/"
                    + URLEncoder.encode(group, StandardCharsets.UTF_8)
                    + "/"
                    + decision.key().sequence());
    return message("alarm." + what, decision, guardrail, data);
  }

  private static WebhookMessage message(
      String type, Decision decision, String guardrail, Object data) {
    List<Object> identity =
        List.of(decision.key().group(), decision.key().sequence(), decision.digest(), guardrail);
    return WebhookMessage.of(type, identity, decision.key().at(), data);
  }

  private List<WebhookMessage> of(OperatorOverride order) {
    if (!hook.tells(order.group())) {
      return List.of();
    }
    OverrideDocument document = OverrideDocument.of(order, engine.instant(), Optional.empty());
    return List.of(
        WebhookMessage.of(
            "order.changed",
            List.of(document.id(), document.tag()),
            engine.instant(),
            document.json()));
  }
}
