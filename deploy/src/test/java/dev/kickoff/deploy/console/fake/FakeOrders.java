package dev.kickoff.deploy.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Orders, reviews and events, and what is asked of them. Everything is kept in memory. */
final class FakeOrders {
  private final FakeDay day;
  private final Map<String, Map<String, Object>> overrides = new LinkedHashMap<>();
  private final Map<String, Map<String, Object>> reviews = new LinkedHashMap<>();
  private final Map<String, Map<String, Object>> events = new LinkedHashMap<>();
  private int count;

  FakeOrders(FakeDay day) {
    this.day = day;
    addEvent("match", "Brazil vs Scotland", FakeDay.KICK_OFF);
    addEvent("late", "Japan vs Chile", FakeDay.KICK_OFF.plus(Duration.ofHours(3)));
    addEvent("semi", "Kenya vs Norway", FakeDay.KICK_OFF.minus(Duration.ofHours(22)));
    reviews.put(
        "r1",
        review("r1", "p95 of the final needs 390 hosts: more than 1.5 times the most ever seen"));
  }

  private Map<String, Object> review(String id, String summary) {
    return Json.of(
        "id",
        id,
        "kind",
        "move",
        "group",
        "web-asg",
        "status",
        "pending_review",
        "digest",
        "9f8e7d6c5b4a39281706f5e4d3c2b1a0",
        "requestedBy",
        "kickoff",
        "requestedAt",
        day.now().minusSeconds(400),
        "summary",
        summary,
        "floorNow",
        165,
        "floorWanted",
        390);
  }

  private void addEvent(String uid, String title, Instant start) {
    Object phases =
        List.of(
            phase("pre-match", start.minusSeconds(1800), start),
            phase("first half", start, start.plusSeconds(2820)),
            phase("half-time", start.plusSeconds(2820), start.plusSeconds(3720)),
            phase("second half", start.plusSeconds(3720), start.plusSeconds(6900)));
    events.put(
        uid,
        Json.of(
            "uid",
            uid,
            "title",
            title,
            "category",
            "football_match",
            "start",
            start,
            "end",
            start.plusSeconds(6900),
            "cancelled",
            false,
            "attributes",
            Json.of("stage", "group", "zone", "Europe/London"),
            "revision",
            4,
            "etag",
            "\"4\"",
            "phases",
            phases,
            "readiness",
            readiness()));
  }

  private static Object phase(String name, Instant from, Instant until) {
    return Json.of("name", name, "from", from, "until", until);
  }

  private static Object readiness() {
    return Json.of(
        "score",
        0.8,
        "findings",
        List.of(
            finding("similar events", true, "7 events of this category are known"),
            finding("maximum", true, "400 hosts allow the 165 that are planned"),
            finding("quota", false, "the account allows 318 more hosts, 330 may be needed"),
            finding("schedule", true, "every raise stands in AWS"),
            finding("demand", true, "20 s old")));
  }

  private static Object finding(String check, boolean ok, String detail) {
    return Json.of("check", check, "ok", ok, "detail", detail);
  }

  synchronized List<Map<String, Object>> overrides(boolean ended) {
    return overrides.values().stream()
        .filter(o -> ended || !o.get("state").equals("ended"))
        .toList();
  }

  synchronized List<Map<String, Object>> inForce(String group) {
    return overrides.values().stream()
        .filter(o -> o.get("state").equals("in-force"))
        .filter(o -> o.get("group") == null || o.get("group").equals(group))
        .toList();
  }

  synchronized Map<String, Object> give(Map<String, Object> order, String author) {
    String id = "o" + ++count;
    int minutes = (Integer) order.getOrDefault("minutes", 120);
    Map<String, Object> given =
        Json.of(
            "id",
            id,
            "group",
            order.get("group"),
            "kind",
            order.get("kind"),
            "hosts",
            order.get("hosts"),
            "from",
            day.now(),
            "until",
            day.now().plusSeconds(60L * minutes),
            "author",
            author,
            "reason",
            order.get("reason"),
            "state",
            "in-force",
            "undoableUntil",
            Instant.now().plusSeconds(600),
            "etag",
            "\"1\"");
    overrides.put(id, given);
    return given;
  }

  synchronized Map<String, Object> end(String id) {
    Map<String, Object> ended = Json.with(overrides.get(id), "state", "ended");
    overrides.put(id, Json.with(ended, "undoableUntil", Instant.now().plusSeconds(600)));
    return ended;
  }

  /** An order in force is gone; one that has ended stands again. */
  synchronized Map<String, Object> undo(String id) {
    boolean ended = overrides.get(id).get("state").equals("ended");
    Map<String, Object> undone =
        Json.with(overrides.get(id), "state", ended ? "in-force" : "ended");
    overrides.put(id, undone);
    return undone;
  }

  synchronized boolean isFrozen() {
    return overrides.values().stream()
        .anyMatch(
            o ->
                o.get("state").equals("in-force") && o.get("kind").toString().startsWith("freeze"));
  }

  synchronized void resume() {
    overrides.replaceAll(
        (id, o) ->
            o.get("kind").toString().startsWith("freeze") ? Json.with(o, "state", "ended") : o);
  }

  synchronized List<Map<String, Object>> reviews() {
    return List.copyOf(reviews.values());
  }

  /** Answers; empty when the digest is another one. */
  synchronized Optional<Map<String, Object>> answer(
      String id, String status, Map<String, Object> answer, String who) {
    Map<String, Object> review = reviews.get(id);
    if (!review.get("digest").equals(answer.get("digest"))) {
      return Optional.empty();
    }
    Map<String, Object> answered = Json.with(review, "status", status);
    answered.putAll(
        Json.of("answeredBy", who, "answeredAt", day.now(), "comment", answer.get("comment")));
    reviews.put(id, answered);
    return Optional.of(answered);
  }

  synchronized List<Map<String, Object>> events() {
    return new ArrayList<>(events.values());
  }

  synchronized Map<String, Object> event(String uid) {
    return events.get(uid);
  }

  synchronized String titleOf(String uid) {
    return (String) events.get(uid).get("title");
  }

  synchronized void rename(String uid, String title) {
    events.computeIfPresent(uid, (id, event) -> Json.with(event, "title", title));
  }

  /** An event as it would be with some values replaced. */
  synchronized Map<String, Object> changed(String uid, Map<String, Object> values) {
    Map<String, Object> changed = new LinkedHashMap<>(events.get(uid));
    changed.putAll(values);
    int revision = (Integer) changed.get("revision") + 1;
    changed.put("revision", revision);
    changed.put("etag", "\"" + revision + "\"");
    return changed;
  }

  synchronized Map<String, Object> put(Map<String, Object> event) {
    events.put((String) event.get("uid"), event);
    return event;
  }
}
