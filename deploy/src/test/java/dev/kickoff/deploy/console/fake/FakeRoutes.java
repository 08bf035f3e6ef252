package dev.kickoff.deploy.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the fake answers, route by route. */
final class FakeRoutes {
  private final FakeDay day;
  private final FakeOrders orders;
  private final FakeFleet fleet;
  private final FakeDecisions decisions;

  FakeRoutes(FakeDay day, FakeOrders orders, FakeFleet fleet) {
    this.day = day;
    this.orders = orders;
    this.fleet = fleet;
    this.decisions = new FakeDecisions(day);
  }

  Answer answer(Request request) {
    List<String> path = request.path();
    Answer found = request.method().equals("GET") ? read(request, path) : write(request, path);
    return found == null || found.body() == null && found.status() != 204
        ? Answer.problem(404, "Not Found", "nothing is at " + request.path())
        : found;
  }

  private Answer read(Request request, List<String> path) {
    return switch (path.get(0)) {
      case "status" -> Answer.ok(fleet.status());
      case "services" ->
          path.size() == 1
              ? Answer.ok(fleet.services())
              : Answer.ok(Json.page(path.get(1).equals("web") ? timeline(request) : List.of()));
      case "forecasts" ->
          Answer.ok(
              day.forecast(
                  request.query("kind").orElse("near"),
                  request.query("asOf").map(Instant::parse).orElse(day.now())));
      case "plans" -> Answer.ok(day.plan(path.get(1)));
      case "fleets" -> Answer.ok(path.size() == 1 ? fleet.fleets() : fleet.fleet(path.get(1)));
      case "decisions" ->
          Answer.ok(
              path.size() == 1
                  ? decisions.page(
                      request.query("group").orElse(null), request.query("action").orElse(null))
                  : decisions.explain(path.get(1), path.get(2)));
      case "scorecards" ->
          Answer.ok(
              Json.of(
                  "group",
                  path.get(1),
                  "sentence",
                  "Would have avoided 3 breaches at +4 % host-hours."));
      case "inputs" -> Answer.ok(fleet.inputs());
      case "audit" -> Answer.ok(audit());
      case "overrides" ->
          Answer.ok(Json.page(orders.overrides(request.query("ended").isPresent())));
      case "reviews" ->
          Answer.ok(
              Json.page(
                  orders.reviews().stream()
                      .filter(
                          r -> request.query("status").map(r.get("status")::equals).orElse(true))
                      .toList()));
      case "events" ->
          path.size() == 1
              ? Answer.ok(Json.page(orders.events()))
              : Answer.ok(orders.event(path.get(1)));
      default -> null;
    };
  }

  private List<?> timeline(Request request) {
    return day.timeline(
        Instant.parse(request.query("from").orElseThrow()),
        Instant.parse(request.query("to").orElseThrow()));
  }

  private Object audit() {
    return Json.page(
        List.of(
            entry("operator", "order", 201, "holding steady during the incident"),
            entry("viewer", "resume", 403, null)));
  }

  private Object entry(String who, String action, int status, String reason) {
    return Json.of(
        "writer",
        "w1",
        "sequence",
        7,
        "wallTime",
        Instant.now(),
        "engineTime",
        day.now(),
        "actor",
        who,
        "action",
        action,
        "target",
        "/v1/overrides",
        "outcome",
        status < 400 ? "done" : "denied",
        "status",
        status,
        "reason",
        reason,
        "detail",
        status < 400 ? null : "needs the role operator",
        "hash",
        "5d41402abc4b2a76b9719d911017c592",
        "previous",
        "7d793037a0760186");
  }

  private Answer write(Request request, List<String> path) {
    boolean dry = request.query("dryRun").isPresent();
    return switch (path.get(0)) {
      case "what-if" -> Answer.ok(preview("web-asg", 80, 140, 30));
      case "resume" -> resume(dry);
      case "overrides" -> path.size() == 1 ? order(request, dry) : orderById(request, path, dry);
      case "reviews" -> review(request, path);
      case "events" -> event(request, path, dry);
      default -> null;
    };
  }

  private Answer resume(boolean dry) {
    if (!dry) {
      orders.resume();
      fleet.state = "ACTING";
    }
    return Answer.ok(preview("web-asg", 80, 140, 0));
  }

  private Answer order(Request request, boolean dry) {
    Map<String, Object> body = request.body();
    int hosts = (Integer) body.getOrDefault("hosts", 80);
    if (hosts > 400) {
      String detail = hosts + " is above the maximum of web-asg, 400 hosts; choose 6 to 400";
      return Answer.unprocessable("/hosts", detail);
    }
    if (dry) {
      return Answer.ok(preview((String) body.getOrDefault("group", "web-asg"), 80, hosts, 0));
    }
    Map<String, Object> given = orders.give(body, request.who());
    if (orders.isFrozen()) {
      fleet.state = "FROZEN";
    }
    return new Answer(201, given);
  }

  private Answer orderById(Request request, List<String> path, boolean dry) {
    if (dry) {
      return Answer.ok(preview("web-asg", 40, 80, 0));
    }
    Answer done = Answer.ok(path.size() == 3 ? orders.undo(path.get(1)) : orders.end(path.get(1)));
    fleet.state = orders.isFrozen() ? "FROZEN" : "ACTING";
    return done;
  }

  private Answer review(Request request, List<String> path) {
    String status = path.get(2).equals("approve") ? "approved" : "discarded";
    Optional<Map<String, Object>> answered =
        orders.answer(path.get(1), status, request.body(), request.who());
    return answered
        .map(Answer::ok)
        .orElse(Answer.problem(409, "Conflict", "the change is another one now; look again"));
  }

  private Answer event(Request request, List<String> path, boolean dry) {
    Map<String, Object> body = request.body();
    if (path.size() == 1) {
      Map<String, Object> draft = Json.with(body, "uid", "new");
      draft.putAll(Json.of("cancelled", false, "revision", 1, "etag", "\"1\""));
      return dry ? Answer.ok(preview("web-asg", 80, 100, 0)) : new Answer(201, orders.put(draft));
    }
    String uid = path.get(1);
    if (uid.equals("import")) {
      return FakeImport.answer(request.text(), dry, orders);
    }
    Map<String, Object> before = orders.event(uid);
    if (path.size() == 2 || path.get(2).equals("move")) {
      if (!before.get("etag").equals(request.ifMatch())) {
        return Answer.problem(412, "Precondition Failed", "the event was changed meanwhile");
      }
    }
    Map<String, Object> after = orders.changed(uid, valuesOf(request, path, before));
    if (dry) {
      Map<String, Object> shown = preview("web-asg", 140, 140, minutes(body));
      return Answer.ok(Json.with(shown, "event", after));
    }
    return Answer.ok(orders.put(after));
  }

  private static int minutes(Map<String, Object> body) {
    return (Integer) body.getOrDefault("byMinutes", 0);
  }

  private Map<String, Object> valuesOf(
      Request request, List<String> path, Map<String, Object> before) {
    Object kept =
        List.of(
            Json.of(
                "id",
                "k1",
                "kind",
                "floor",
                "hosts",
                140,
                "from",
                day.now(),
                "until",
                day.now().plus(Duration.ofHours(3)),
                "author",
                "kickoff",
                "reason",
                "kept until the change is confirmed",
                "state",
                "in-force",
                "etag",
                "\"1\""));
    if (request.method().equals("DELETE")) {
      return Json.of("cancelled", true, "kept", kept);
    } else if (path.size() == 3 && path.get(2).equals("confirm")) {
      return Json.of("kept", List.of());
    } else if (path.size() == 3) {
      Map<String, Object> body = request.body();
      Instant start = Instant.parse(before.get("start").toString());
      Instant end = Instant.parse(before.get("end").toString());
      int longer = (Integer) body.getOrDefault("extendMinutes", 0);
      return Json.of(
          "start",
          start.plusSeconds(60L * minutes(body)),
          "end",
          end.plusSeconds(60L * (minutes(body) + longer)),
          "kept",
          kept);
    }
    return Json.with(request.body(), "cancelled", false);
  }

  private Map<String, Object> preview(String group, int now, int then, int shift) {
    String level = then < 60 ? "danger" : then < 80 ? "caution" : "none";
    String risk =
        then < 60 ? "demand of the last minutes needs 62 hosts" : "what is planned stays served";
    Object effect =
        Json.of(
            "group",
            group,
            "floorNow",
            now,
            "floorThen",
            then,
            "wantedThen",
            140,
            "desiredNow",
            82,
            "inServiceNow",
            82,
            "dollarsPerHourNow",
            now * 0.1,
            "dollarsPerHourThen",
            then * 0.1,
            "risk",
            risk,
            "riskLevel",
            level,
            "reason",
            "The plan wants 140 hosts for Brazil vs Scotland.",
            "large",
            then > 300,
            "planNow",
            day.steps(0),
            "planThen",
            day.steps(shift),
            "trail",
            List.of(
                Json.of(
                    "guardrail",
                    "operator",
                    "proposed",
                    140,
                    "allowed",
                    then,
                    "reason",
                    "as ordered")));
    return Json.of("effects", List.of(effect), "warnings", List.of());
  }
}
