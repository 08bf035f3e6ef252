package dev.kickoff.deploy.console.fake;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a calendar would bring: every {@code SUMMARY} of it is an event of tomorrow. */
final class FakeImport {
  private FakeImport() {}

  static Answer answer(String calendar, boolean dry, FakeOrders orders) {
    List<Map<String, Object>> added =
        calendar
            .lines()
            .filter(line -> line.startsWith("SUMMARY:"))
            .map(line -> line.substring("SUMMARY:".length()))
            .map(FakeImport::event)
            .toList();
    if (added.isEmpty()) {
      String detail = "line 1: not a calendar; it begins with BEGIN:VCALENDAR";
      return Answer.unprocessable("/", detail);
    }
    if (!dry) {
      added.forEach(orders::put);
    }
    Object change = Json.of("field", "start", "from", "19:00", "to", "20:00");
    Map<String, Object> moved =
        Json.of("uid", "late", "title", "Japan vs Chile", "changes", List.of(change));
    return Answer.ok(
        Json.of(
            "added",
            added,
            "changed",
            List.of(moved),
            "deleted",
            List.of(Json.of("uid", "gone", "title", "Friendly")),
            "notes",
            List.of("1 event repeats for ever; 400 days of it are read")));
  }

  private static Map<String, Object> event(String title) {
    return Json.of(
        "uid",
        title,
        "title",
        title,
        "category",
        "football_match",
        "start",
        FakeDay.KICK_OFF.plus(Duration.ofDays(1)),
        "end",
        FakeDay.KICK_OFF.plus(Duration.ofHours(26)),
        "cancelled",
        false,
        "revision",
        1,
        "etag",
        "\"1\"");
  }
}
