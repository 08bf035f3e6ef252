package dev.kickoff.jobs.api.read;

import dev.kickoff.jobs.api.http.ApiJson;
import dev.kickoff.jobs.api.http.Problem.BadRequest;
import dev.kickoff.jobs.api.http.Problem.NotFound;
import dev.kickoff.jobs.api.http.Query;
import dev.kickoff.jobs.api.read.Documents.DecisionSummary;
import dev.kickoff.jobs.api.read.Documents.Explanation;
import dev.kickoff.jobs.api.read.Documents.Page;
import dev.kickoff.jobs.api.view.DecisionQuery;
import dev.kickoff.jobs.api.view.DecisionQuery.Position;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.model.control.Decision;
import dev.kickoff.model.control.FloorChange;
import io.javalin.http.Context;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/** What the API answers on decisions: pages of them, and one with its whole trail. */
final class DecisionRoutes {
  private static final int DEFAULT_LIMIT = 50;
  private static final int MAX_LIMIT = 500;

  private final EngineViews views;
  private final Known known;

  DecisionRoutes(EngineViews views, Known known) {
    this.views = views;
    this.known = known;
  }

  void list(Context ctx) {
    Query query = new Query(ctx, "group", "limit", "before", "action");
    int limit = query.integer("limit", DEFAULT_LIMIT, MAX_LIMIT);
    List<FloorChange.Action> actions = query.constants("action", FloorChange.Action.class);
    List<Decision> found =
        views.decisions(
            new DecisionQuery(
                query.text("group").map(known::group),
                actions.isEmpty()
                    ? EnumSet.allOf(FloorChange.Action.class)
                    : EnumSet.copyOf(actions),
                query.text("before").map(DecisionRoutes::position),
                limit + 1));
    List<Decision> page = found.subList(0, Math.min(limit, found.size()));
    Optional<String> next =
        found.size() > limit
            ? Optional.of(cursor(Position.of(page.get(limit - 1).key())))
            : Optional.empty();
    ApiJson.answer(ctx, new Page<>(page.stream().map(DecisionSummary::of).toList(), next));
  }

  private static String cursor(Position position) {
    return position.at() + "/" + position.group();
  }

  private static Position position(String cursor) {
    int slash = cursor.indexOf('/');
    String at = slash < 0 ? cursor : cursor.substring(0, slash);
    return new Position(Query.instant("before", at), slash < 0 ? "" : cursor.substring(slash + 1));
  }

  void explain(Context ctx) {
    new Query(ctx);
    String group = known.group(ctx.pathParam("group"));
    String given = ctx.pathParam("sequence");
    if (!given.matches("[1-9]\\d{0,17}")) {
      throw new BadRequest(
          Query.wrong("sequence", given, "a decision's number, such as " + newest(group)));
    }
    Decision decision =
        views
            .decision(group, Long.parseLong(given))
            .orElseThrow(
                () ->
                    new NotFound(
                        "group '"
                            + group
                            + "' has no decision "
                            + given
                            + " here; the newest is "
                            + newest(group)
                            + ", and older ones stay in the topic of decisions"));
    ApiJson.answer(ctx, new Explanation(DecisionSummary.of(decision), decision));
  }

  private long newest(String group) {
    return views.newestDecision(group).map(d -> d.key().sequence()).orElse(0L);
  }
}
