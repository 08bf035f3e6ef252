package dev.kickoff.jobs.api.read;

import dev.kickoff.jobs.api.http.ApiJson;
import dev.kickoff.jobs.api.http.Query;
import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.past.DecisionFilter;
import dev.kickoff.jobs.api.past.DecisionFilter.Place;
import dev.kickoff.jobs.api.past.PastDecision;
import dev.kickoff.jobs.api.read.Documents.DecisionSummary;
import dev.kickoff.jobs.api.read.Documents.Page;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.DecisionKey;
import dev.kickoff.model.control.FloorChange;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the API answers on decisions: pages of them, and one with its whole trail. */
final class DecisionRoutes {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 500;

  private final EngineViews views;
  private final Known known;
  private final Explainer explainer;

  DecisionRoutes(EngineViews views, Known known) {
    this.views = views;
    this.known = known;
    this.explainer = new Explainer(views);
  }

  void list(Context ctx) {
    Query query = new Query(ctx, "group", "limit", "before", "action", "from", "to", "format");
    int limit = query.integer("limit", DEFAULT_LIMIT, MAX_LIMIT);
    List<FloorChange.Action> actions = query.constants("action", FloorChange.Action.class);
    Optional<Format> format = query.constant("format", Format.class);
    Optional<Instant> from = query.instant("from");
    Optional<Instant> to = query.instant("to");
    if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
      throw new Refusal(400, "parameter 'from' is " + from.get() + "; it must be before 'to'");
    }
    List<PastDecision> found =
        find(
            new DecisionFilter(
                query.text("group").map(known::group),
                actions.isEmpty()
                    ? EnumSet.allOf(FloorChange.Action.class)
                    : EnumSet.copyOf(actions),
                from,
                to,
                query.text("before").map(DecisionRoutes::place),
                limit + 1));
    List<PastDecision> page = found.subList(0, Math.min(limit, found.size()));
    Optional<String> next =
        found.size() > limit ? Optional.of(cursor(page.get(limit - 1).key())) : Optional.empty();
    if (format.filter(Format.CSV::equals).isPresent()) {
      next.ifPresent(cursor -> ctx.header("Link", CsvPage.link(ctx, cursor)));
      ctx.result(CsvPage.of(page)).contentType("text/csv; charset=utf-8");
      return;
    }
    ApiJson.answer(ctx, new Page<>(page.stream().map(DecisionSummary::of).toList(), next));
  }

  private enum Format {
    JSON,
    CSV
  }

  /** The newest are in memory; what is further back may have holes there, and is in the file. */
  private List<PastDecision> find(DecisionFilter filter) {
    List<PastDecision> inMemory = views.decisions(filter);
    boolean fromTheNewest = filter.after().isEmpty() && filter.to().isEmpty();
    if (fromTheNewest && inMemory.size() == filter.limit()) {
      return inMemory;
    }
    Set<PastDecision> all =
        new TreeSet<>(PastDecision.ORDER.thenComparing(d -> d.key().sequence()));
    all.addAll(inMemory);
    views.ledger().past().decisions(filter).stream()
        .filter(d -> views.group(d.key().group()).isPresent())
        .forEach(all::add);
    return all.stream().limit(filter.limit()).toList();
  }

  private static String cursor(DecisionKey key) {
    return key.at() + "/" + key.group();
  }

  private static Place place(String cursor) {
    int slash = cursor.indexOf('/');
    String at = slash < 0 ? cursor : cursor.substring(0, slash);
    return new Place(Query.instant("before", at), slash < 0 ? "" : cursor.substring(slash + 1));
  }

  void explain(Context ctx) {
    new Query(ctx);
    String group = known.group(ctx.pathParam("group"));
    ApiJson.answer(ctx, explainer.explain(decision(group, ctx.pathParam("sequence"))));
  }

  private Decision decision(String group, String given) {
    if (!given.equals("latest") && !given.matches("[1-9]\\d{0,17}")) {
      throw new Refusal(
          400,
          Query.wrong(
              "sequence", given, "a decision's number, such as " + newest(group) + ", or latest"));
    }
    long sequence = given.equals("latest") ? newest(group) : Long.parseLong(given);
    return views
        .decision(group, sequence)
        .or(() -> views.ledger().past().decision(group, sequence))
        .orElseThrow(
            () ->
                new Refusal(
                    404,
                    "group '"
                        + group
                        + "' has no decision "
                        + given
                        + " here; the newest is "
                        + newest(group)
                        + ", and older ones stay in the topic of decisions"));
  }

  private long newest(String group) {
    return views.newestDecision(group).map(d -> d.key().sequence()).orElse(0L);
  }
}
