package dev.kickoff.deploy.console.fake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An evening with a kick-off in 27 minutes: demand, forecasts, a plan, minute by minute. */
final class FakeDay {
  static final Instant KICK_OFF = Instant.parse("2026-06-19T19:00:00Z");
  static final double RPM_PER_HOST = 2_000;
  private static final double DAY_SECONDS = 86_400;
  private static final int LEAD_MINUTES = 10;

  private volatile Instant now = KICK_OFF.minus(Duration.ofMinutes(27)).plusSeconds(20);

  Instant now() {
    return now;
  }

  void advance(Duration by) {
    now = now.plus(by);
  }

  static double expected(Instant at) {
    double day = (at.getEpochSecond() % DAY_SECONDS) / DAY_SECONDS;
    double daily = 90_000 - 55_000 * Math.cos(2 * Math.PI * (day - 0.12));
    return daily
        + lift(at, KICK_OFF.minus(Duration.ofHours(22)), 60_000)
        + lift(at, KICK_OFF, 210_000);
  }

  private static double lift(Instant at, Instant kickOff, double height) {
    double minutes = Duration.between(kickOff, at).toSeconds() / 60.0;
    double rise = 1 / (1 + Math.exp(-(minutes - 2) / 6));
    double fall = 1 / (1 + Math.exp((minutes - 112) / 7));
    return height * rise * fall * (1 - 0.25 * Math.exp(-Math.pow((minutes - 53) / 7, 2)));
  }

  static double measured(Instant at) {
    double minute = at.getEpochSecond() / 60.0;
    return Math.rint(
        expected(at) * (1 + 0.02 * Math.sin(minute * 1.7) + 0.015 * Math.sin(minute * 0.37)));
  }

  static int hosts(double rpm) {
    return (int) Math.ceil(rpm / RPM_PER_HOST);
  }

  static int floorAt(Instant at) {
    double most = 0;
    for (int m = 0; m <= 4 * LEAD_MINUTES; m += 5) {
      most = Math.max(most, expected(at.plusSeconds(60L * m)));
    }
    return (hosts(most * 1.08) + 4) / 5 * 5;
  }

  List<Map<String, Object>> timeline(Instant from, Instant to) {
    List<Map<String, Object>> rows = new ArrayList<>();
    Instant end = to.isBefore(now) ? to : now.minusSeconds(60);
    for (Instant at = minute(from); at.isBefore(end); at = at.plusSeconds(60)) {
      int floor = floorAt(at);
      int serving = floorAt(at.minusSeconds(60L * LEAD_MINUTES / 2)) + 2;
      double demand = measured(at);
      rows.add(
          Json.of(
              "service",
              "web",
              "minute",
              at,
              "demandRpm",
              demand,
              "requiredHosts",
              hosts(demand),
              "hosts",
              Json.of("floor", floor, "desired", floor + 2, "inService", serving),
              "decidedFloor",
              floor,
              "forecast",
              band(at, 1)));
    }
    return rows;
  }

  private static Map<String, Object> band(Instant at, double wide) {
    return Json.of("p50", expected(at), "p95", expected(at) * (1.06 + 0.05 * wide));
  }

  Map<String, Object> forecast(String kind, Instant asOf) {
    boolean near = kind.equals("near");
    int seconds = near ? 60 : 300;
    List<Object> steps = new ArrayList<>();
    Instant first = minute(asOf);
    for (int i = 0; i < (near ? 60 : 576); i++) {
      Instant from = first.plusSeconds((long) seconds * i);
      Object quantiles = band(from, Math.min(1, i / 60.0));
      steps.add(
          Json.of(
              "from",
              from,
              "until",
              from.plusSeconds(seconds),
              "mean",
              quantiles,
              "peak",
              quantiles));
    }
    Object method = Json.of("method", "selection", "reason", "20 days of history");
    return Json.of(
        "service",
        "web",
        "kind",
        kind.toUpperCase(),
        "issuedAt",
        first,
        "method",
        method,
        "steps",
        steps);
  }

  Map<String, Object> plan(String group) {
    return Json.of("group", group, "digest", "plan-1", "steps", steps(0));
  }

  /** The staircase of the next day, shifted by minutes. */
  List<Object> steps(int shift) {
    List<Object> steps = new ArrayList<>();
    Instant first = Instant.ofEpochSecond(now.getEpochSecond() / 1800 * 1800);
    for (int i = 0; i < 16; i++) {
      Instant from = first.plusSeconds(1800L * i);
      Instant launch = from.minusSeconds(60L * LEAD_MINUTES);
      int hosts = floorAt(from.minusSeconds(60L * shift));
      steps.add(
          Json.of(
              "at",
              launch,
              "launchAt",
              launch,
              "neededAt",
              from,
              "until",
              from.plusSeconds(1800),
              "hosts",
              hosts,
              "reason",
              "p95 of the forecast"));
    }
    return steps;
  }

  private static Instant minute(Instant at) {
    return Instant.ofEpochSecond(at.getEpochSecond() / 60 * 60);
  }
}
