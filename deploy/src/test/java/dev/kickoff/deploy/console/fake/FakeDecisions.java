package dev.kickoff.deploy.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Decisions of the evening, and why. */
final class FakeDecisions {
  private static final int COUNT = 60;

  private final FakeDay day;

  FakeDecisions(FakeDay day) {
    this.day = day;
  }

  private Map<String, Object> decision(String group, long sequence) {
    Instant at = at(sequence);
    int from = FakeDay.floorAt(at.minusSeconds(600));
    int to = FakeDay.floorAt(at);
    String action = to > from ? "RAISE" : to < from ? "LOWER" : "HOLD";
    String reason = "p95 of the forecast needs %d hosts by %s".formatted(to, at.plusSeconds(600));
    return Json.of(
        "group",
        group,
        "sequence",
        sequence,
        "at",
        at,
        "mode",
        "FORECAST_AND_SCALE",
        "action",
        action,
        "change",
        Json.of("from", from, "wanted", to + 5, "to", to),
        "guardrail",
        "raise-step",
        "reason",
        reason);
  }

  private Instant at(long sequence) {
    Instant end = Instant.ofEpochSecond(day.now().getEpochSecond() / 600 * 600);
    return end.minusSeconds(600L * (COUNT - sequence));
  }

  Map<String, Object> page(String group, String actions) {
    List<Object> found = new ArrayList<>();
    for (long sequence = COUNT; sequence > 0; sequence--) {
      Map<String, Object> decision = decision(group == null ? "web-asg" : group, sequence);
      String action = ((String) decision.get("action")).toLowerCase();
      if (actions == null || actions.isEmpty() || actions.contains(action)) {
        found.add(decision);
      }
    }
    return Json.page(found);
  }

  Map<String, Object> explain(String group, String sequence) {
    long number = sequence.equals("latest") ? COUNT : Long.parseLong(sequence);
    if (number > COUNT) {
      return null;
    }
    Map<String, Object> decision = decision(group, number);
    Map<?, ?> change = (Map<?, ?>) decision.get("change");
    Object wanted = change.get("wanted");
    List<Object> trail =
        List.of(
            verdict("group-bounds", wanted, wanted, "within 6..400 hosts"),
            verdict("raise-step", wanted, change.get("to"), "at most +25 a decision"));
    Object whole =
        Json.of(
            "key",
            Json.of("group", group, "sequence", number),
            "change",
            change,
            "trail",
            trail,
            "reason",
            decision.get("reason"),
            "digest",
            "a1b2c3d4e5f60718293a4b5c6d7e8f90",
            "inputs",
            Json.of("calendarRevision", 4));
    return Json.of(
        "decision",
        decision,
        "inputs",
        inputs(at(number)),
        "offsets",
        Json.of("kickoff.demand.minute.v1/0", 8121, "kickoff.calendar.event.v1/0", 14),
        "forecast",
        belief(at(number)),
        "outcome",
        Json.of("result", "applied", "requestId", "6f9a3c1e-77", "observedMin", change.get("to")),
        "otherwise",
        List.of(otherwise("kickoff", 32), otherwise("raise-step", 140)),
        "permalink",
        "/v1/decisions/" + group + "/" + number,
        "whole",
        whole);
  }

  private static Object otherwise(String without, int hosts) {
    String sentence = "The group's own policy would stand at " + hosts + " hosts.";
    return Json.of("without", without, "hosts", hosts, "sentence", sentence);
  }

  private static Object verdict(String guardrail, Object proposed, Object allowed, String rule) {
    return Json.of(
        "guardrail", guardrail, "proposed", proposed, "allowed", allowed, "reason", rule);
  }

  private static List<Object> inputs(Instant at) {
    return List.of(
        Json.of(
            "name", "demand", "at", at.minusSeconds(20), "ageSeconds", 20, "value", "124,250 rpm"),
        Json.of(
            "name",
            "near forecast",
            "at",
            at.minusSeconds(18),
            "ageSeconds",
            18,
            "value",
            "p95 140,100 rpm in 10 min"),
        Json.of(
            "name",
            "fleet",
            "at",
            at.minusSeconds(3),
            "ageSeconds",
            3,
            "value",
            "floor 80, 82 in service, 0 pending"),
        Json.of("name", "calendar", "value", "revision 4, 3 events within a day"));
  }

  private static Object belief(Instant at) {
    Object neighbour =
        Json.of(
            "uid",
            "semi",
            "title",
            "Kenya vs Norway",
            "startedAt",
            FakeDay.KICK_OFF.minus(Duration.ofHours(22)),
            "weight",
            0.62,
            "alike",
            List.of("category", "stage"));
    Object similar =
        Json.of(
            "uid",
            "match",
            "title",
            "Brazil vs Scotland",
            "startsAt",
            FakeDay.KICK_OFF,
            "neighbours",
            List.of(neighbour),
            "basis",
            "7 events of this category are known");
    Object losses =
        List.of(
            Json.of("method", "event-aware", "loss", 0.041),
            Json.of("method", "seasonal-naive-day", "loss", 0.12));
    Object choice =
        Json.of(
            "fromMinutes",
            0,
            "untilMinutes",
            60,
            "method",
            "event-aware",
            "reason",
            "lowest loss in 14 rehearsals",
            "losses",
            losses);
    return Json.of(
        "issuedAt",
        at.minusSeconds(18),
        "method",
        "selection",
        "reason",
        "20 days of history",
        "error",
        "p95 held in 96 % of the last 240 minutes",
        "passedOver",
        List.of(),
        "choices",
        List.of(choice),
        "similar",
        List.of(similar));
  }
}
