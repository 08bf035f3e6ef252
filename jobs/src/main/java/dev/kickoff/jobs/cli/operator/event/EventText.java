package dev.kickoff.jobs.cli.operator.event;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kickoff.jobs.cli.operator.connect.Plain;
import dev.kickoff.jobs.cli.operator.connect.PreviewText;
import dev.kickoff.jobs.cli.operator.connect.Times;
import dev.kickoff.jobs.client.document.Event;
import dev.kickoff.jobs.client.document.Preview;
import java.time.Duration;
import java.util.stream.Collectors;

/** Events for a person. */
final class EventText {
  private static final int PERCENT = 100;

  private EventText() {}

  /** What an edit would do: an event, or effects on groups; lines, each ended. */
  static String preview(JsonNode json, Times times) {
    return json.has("effects")
        ? new PreviewText().of(Preview.of(json), times)
        : whole(Event.of(json), times) + "\n";
  }

  /** What became of an edit, and how to go on. */
  static String edited(String verb, JsonNode json, Times times) {
    JsonNode inner = json.has("event") ? json.path("event") : json;
    Event event = Event.of(inner);
    return verb
        + ": "
        + line(event, times)
        + "\nwhat was planned before is kept until you let it go: kickoff event confirm '"
        + Plain.text(event.uid())
        + "'";
  }

  /** Title and times on one line. */
  static String line(Event event, Times times) {
    return Plain.text(event.says().title())
        + ", "
        + times.both(event.says().start())
        + " to "
        + times.both(event.says().end())
        + (event.cancelled() ? ", called off" : "");
  }

  /** Until the kick-off, such as {@code in 2 h 5 min} or {@code since 10 min}. */
  static String countdown(Event event) {
    return event
        .startsIn()
        .map(left -> (left.isNegative() ? "since " : "in ") + Times.inWords(left))
        .orElse("-");
  }

  /** How ready, in percent. */
  static String ready(Event event) {
    return event
        .readiness()
        .flatMap(Event.Readiness::score)
        .map(score -> Math.round(score * PERCENT) + " %")
        .orElse("-");
  }

  /** Everything, without a line break at the end. */
  static String whole(Event event, Times times) {
    StringBuilder text = new StringBuilder(line(event, times));
    text.append("\nuid ").append(Plain.text(event.uid()));
    text.append(", category ").append(Plain.text(event.says().category()));
    event
        .startsIn()
        .map(Duration::isNegative)
        .ifPresent(x -> text.append(", ").append(countdown(event)));
    event
        .says()
        .attributes()
        .forEach((k, v) -> text.append("\n  ").append(Plain.text(k + ": " + v)));
    if (!event.phases().isEmpty()) {
      text.append("\nphases: ");
      text.append(
          event.phases().stream()
              .map(phase -> Plain.text(phase.name()) + " from " + times.both(phase.from()))
              .collect(Collectors.joining("; ")));
    }
    event.readiness().ifPresent(readiness -> text.append(readiness(event, readiness)));
    event
        .kept()
        .forEach(
            kept ->
                text.append("\nkept until confirmed: ").append(Plain.text(kept.what().inWords())));
    return text.toString();
  }

  private static String readiness(Event event, Event.Readiness readiness) {
    StringBuilder text = new StringBuilder("\nready: ").append(ready(event));
    for (Event.Finding finding : readiness.findings()) {
      text.append("\n  ").append(finding.ok() ? "ok   " : "LOOK ");
      text.append(Plain.text(finding.check() + ": " + finding.detail()));
    }
    return text.toString();
  }
}
