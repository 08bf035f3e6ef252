package dev.kickoff.jobs.api.audit;

import dev.kickoff.jobs.api.audit.AuditView.Seen;
import dev.kickoff.jobs.api.http.ApiJson;
import dev.kickoff.jobs.api.http.Query;
import dev.kickoff.jobs.api.http.Refusal;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Pages of the audit, newest first, as JSON or CSV. */
final class AuditRoute {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 500;

  private final AuditView view;

  AuditRoute(AuditView view) {
    this.view = view;
  }

  void answer(Context ctx) {
    Query query = new Query(ctx, "actor", "group", "before", "limit", "format");
    int limit = query.integer("limit", DEFAULT_LIMIT, MAX_LIMIT);
    Optional<String> actor = query.text("actor");
    Optional<String> group = query.text("group");
    long before = query.text("before").map(AuditRoute::cursor).orElse(Long.MAX_VALUE);
    List<Seen> found =
        view.page(
            before,
            limit + 1,
            entry ->
                actor.filter(a -> !a.equals(entry.act().actor())).isEmpty()
                    && group.filter(g -> !isAbout(entry, g)).isEmpty());
    List<Seen> page = found.subList(0, Math.min(limit, found.size()));
    Optional<String> next =
        found.size() > limit
            ? Optional.of(String.valueOf(page.get(limit - 1).offset()))
            : Optional.empty();
    if (isCsv(query)) {
      next.ifPresent(cursor -> ctx.header("X-Next", cursor));
      ctx.result(AuditCsv.of(page)).contentType("text/csv; charset=utf-8");
      return;
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("items", page.stream().map(AuditRoute::document).toList());
    next.ifPresent(cursor -> answer.put("next", cursor));
    ApiJson.answer(ctx, answer);
  }

  private static boolean isAbout(AuditEntry entry, String group) {
    return entry.act().request().group().filter(group::equals).isPresent();
  }

  private static boolean isCsv(Query query) {
    String format = query.text("format").orElse("json");
    if (!format.equals("json") && !format.equals("csv")) {
      throw new Refusal(400, Query.wrong("format", format, "json or csv"));
    }
    return format.equals("csv");
  }

  private static long cursor(String given) {
    if (!given.matches("\\d{1,18}")) {
      throw new Refusal(400, Query.wrong("before", given, "the next of a page"));
    }
    return Long.parseLong(given);
  }

  private static Map<String, Object> document(Seen seen) {
    AuditEntry entry = seen.entry();
    AuditEntry.Act act = entry.act();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("writer", entry.writer());
    fields.put("sequence", entry.sequence());
    fields.put("wallTime", act.wallTime());
    fields.put("engineTime", act.engineTime());
    fields.put("actor", act.actor());
    fields.put("action", act.action());
    fields.put("target", act.target());
    fields.put("outcome", act.outcome().result().name().toLowerCase(Locale.ROOT));
    fields.put("status", act.outcome().status());
    act.outcome().detail().ifPresent(detail -> fields.put("detail", detail));
    act.request().group().ifPresent(group -> fields.put("group", group));
    act.request().reason().ifPresent(reason -> fields.put("reason", reason));
    fields.put("requestDigest", act.request().digest());
    fields.put("address", act.request().address());
    if (entry.omitted() > 0) {
      fields.put("omittedBefore", entry.omitted());
    }
    fields.put("previous", entry.previous());
    fields.put("hash", seen.hash());
    return fields;
  }
}
