package dev.kickoff.deploy.console.fake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** So many groups, the first of which plays the match; and the status that sums them up. */
final class FakeFleet {
  private static final List<String> CHIPS =
      List.of("acting", "acting", "acting", "capped", "stale");

  private static final Object ARRIVAL = Json.of("lagSeconds", 14, "gaps", 2, "completeness", 0.99);

  private final FakeDay day;
  private final FakeOrders orders;
  private volatile int groups = 3;
  volatile String state = "ACTING";
  volatile double inputAge = 20;
  volatile boolean stale;
  volatile String conflict;

  FakeFleet(FakeDay day, FakeOrders orders) {
    this.day = day;
    this.orders = orders;
  }

  void size(int count) {
    groups = count;
  }

  private static String name(int i) {
    return i == 0 ? "web-asg" : "svc-%04d-asg".formatted(i);
  }

  private static String service(int i) {
    return i == 0 ? "web" : "svc-%04d".formatted(i);
  }

  Map<String, Object> fleets() {
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      all.add(fleet(i));
    }
    return Json.page(all);
  }

  Map<String, Object> fleet(String group) {
    for (int i = 0; i < groups; i++) {
      if (name(i).equals(group)) {
        return fleet(i);
      }
    }
    return null;
  }

  private double share(int i) {
    return i == 0 ? 1 : 0.05 + (i * 37 % 100) / 120.0;
  }

  private List<String> chips(int i) {
    List<String> chips = new ArrayList<>();
    if (state.equals("FROZEN")) {
      chips.add("frozen");
    }
    if (conflict != null && i == 0) {
      chips.add("conflict");
    }
    if (orders.inForce(name(i)).stream().anyMatch(o -> o.containsKey("hosts"))) {
      chips.add("overridden");
    }
    chips.add(i == 0 ? "acting" : CHIPS.get(i % CHIPS.size()));
    return chips;
  }

  private Map<String, Object> fleet(int i) {
    Instant now = day.now();
    double demand = FakeDay.measured(now) * share(i);
    int required = FakeDay.hosts(demand);
    int floor = Math.max(6, (int) (FakeDay.floorAt(now) * share(i)));
    int serving = Math.max(required + 3 - i % 5, 6);
    double p50 = FakeDay.expected(now.plusSeconds(1800)) * share(i);
    List<String> chips = chips(i);
    Object outlook =
        Json.of(
            "at",
            now.plusSeconds(1800),
            "p50Rpm",
            p50,
            "p95Rpm",
            p50 * 1.1,
            "required",
            FakeDay.hosts(p50 * 1.1),
            "headroomRatio",
            serving * FakeDay.RPM_PER_HOST / (p50 * 1.1) - 1);
    return Json.of(
        "group",
        name(i),
        "service",
        service(i),
        "mode",
        "FORECAST_AND_SCALE",
        "sizes",
        Json.of(
            "seenAt",
            now,
            "floor",
            floor,
            "decidedFloor",
            floor,
            "desired",
            serving,
            "inService",
            serving,
            "pending",
            i % 3,
            "max",
            400),
        "need",
        Json.of("demandRpm", demand, "required", required, "outlook", outlook),
        "zones",
        Json.of("inService", Map.of("a", serving), "skew", i % 3),
        "limits",
        Json.of("min", 6, "max", 400, "quotaLeft", 400 - serving, "dollarsPerHour", serving * 0.1),
        "standing",
        Json.of(
            "status",
            chips.get(0),
            "chips",
            chips,
            "because",
            "p95 of the forecast",
            "conflict",
            i == 0 ? conflict : null,
            "overrides",
            List.of()));
  }

  Map<String, Object> services() {
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      Object group =
          Json.of(
              "group",
              name(i),
              "mode",
              "FORECAST_AND_SCALE",
              "rpmPerHost",
              FakeDay.RPM_PER_HOST,
              "demandPerHost",
              FakeDay.RPM_PER_HOST,
              "leadTimeSeconds",
              600,
              "bounds",
              Json.of("min", 6, "max", 400));
      all.add(
          Json.of(
              "service",
              service(i),
              "groups",
              List.of(group),
              "forecasts",
              List.of(),
              "health",
              List.of()));
    }
    return Json.page(all);
  }

  Map<String, Object> status() {
    List<Object> rows = new ArrayList<>();
    List<String> acting = new ArrayList<>();
    for (int i = 0; i < groups; i++) {
      Map<?, ?> fleet = fleet(i);
      Map<?, ?> sizes = (Map<?, ?>) fleet.get("sizes");
      Map<?, ?> need = (Map<?, ?>) fleet.get("need");
      acting.add(name(i));
      rows.add(
          Json.of(
              "group",
              name(i),
              "service",
              service(i),
              "mode",
              "FORECAST_AND_SCALE",
              "demandRpm",
              need.get("demandRpm"),
              "required",
              need.get("required"),
              "decidedFloor",
              sizes.get("floor"),
              "floor",
              sizes.get("floor"),
              "inService",
              sizes.get("inService"),
              "leader",
              "kickoff-0",
              "lastDecisionAt",
              day.now().minusSeconds(6)));
    }
    return Json.of(
        "state",
        state,
        "acting",
        acting,
        "engineTime",
        day.now(),
        "speed",
        1.0,
        "dataThrough",
        day.now(),
        "inputs",
        statusInputs(),
        "groups",
        rows,
        "nextChanges",
        nextChanges());
  }

  private List<Object> statusInputs() {
    boolean old = stale || state.equals("STALE_INPUT");
    return List.of(
        input("demand", "web", old ? 740 : inputAge, old),
        input("forecast-near", "web", 18, false),
        input("fleet", "web-asg", 6, false));
  }

  Map<String, Object> inputs() {
    return Json.page(
        List.of(
            Json.with(input("demand", "web", inputAge, false), "arrival", ARRIVAL),
            input("forecast-near", "web", 18, false),
            input("forecast-far", "web", 340, false),
            Json.with(
                input("calendar", "calendar", 5400, true),
                "problem",
                "https://calendar.example answered 503; asked again in 10 minutes"),
            input("fleet", "web-asg", 6, false)));
  }

  private Map<String, Object> input(String source, String name, double age, boolean stale) {
    return Json.of(
        "source",
        source,
        "name",
        name,
        "newestAt",
        day.now().minusSeconds((long) age),
        "ageSeconds",
        age,
        "stale",
        stale);
  }

  private List<Object> nextChanges() {
    Instant at = day.now().plusSeconds(600);
    return List.of(
        change(at, 80, 140, orders.titleOf("match")),
        change(at.plusSeconds(1800), 140, 165, null),
        change(at.plusSeconds(9000), 165, 60, orders.titleOf("match")));
  }

  private static Object change(Instant at, int from, int to, String event) {
    return Json.of(
        "group",
        "web-asg",
        "underWay",
        false,
        "at",
        at,
        "completeAt",
        at.plusSeconds(900),
        "hostsBefore",
        from,
        "hostsAfter",
        to,
        "reason",
        "p95 330,000 rpm at " + at.plusSeconds(600),
        "event",
        event);
  }
}
