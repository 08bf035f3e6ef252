package dev.kickoff.jobs.api.whatif;

import dev.kickoff.jobs.api.http.ApiJson;
import dev.kickoff.jobs.api.http.ApiPart;
import dev.kickoff.jobs.api.http.Query;
import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.read.Known;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.view.TimelineRow;
import dev.kickoff.model.control.GroupSettings;
import dev.kickoff.model.simulation.Costs;
import dev.kickoff.model.simulation.hindsight.Hindsight;
import dev.kickoff.model.simulation.hindsight.LivedMinute;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Answers what acting did, or would have done, over a span of at most 48 hours. */
public final class ScorecardRoute implements ApiPart {
  private static final Duration SPAN = Duration.ofHours(24);

  private final EngineViews views;
  private final EngineTime time;
  private final Map<String, GroupScore.OwnPolicy> policies;

  /**
   * @param policies the policies that groups have of their own, by group; a group that is not named
   *     has none that is known
   */
  public ScorecardRoute(
      EngineViews views, EngineTime time, Map<String, GroupScore.OwnPolicy> policies) {
    this.views = views;
    this.time = time;
    this.policies = Map.copyOf(policies);
  }

  @Override
  public void addTo(Javalin app) {
    app.get("/v1/scorecards/{group}", this::answer);
  }

  private void answer(Context ctx) {
    Query query = new Query(ctx, "from", "to");
    GroupSettings group = new Known(views).settings(ctx.pathParam("group"));
    Instant to = query.instant("to").orElseGet(time::now);
    Instant from = query.instant("from").orElse(to.minus(SPAN));
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(EngineViews.KEPT) > 0) {
      throw new Refusal(
          400,
          "parameters 'from' and 'to' span %s to %s; give at most %d hours"
              .formatted(from, to, EngineViews.KEPT.toHours()));
    }
    List<LivedMinute> minutes =
        views.timeline(group.service(), Optional.of(group), from, to).stream()
            .filter(row -> row.hosts().isPresent())
            .map(ScorecardRoute::lived)
            .toList();
    if (minutes.isEmpty()) {
      throw new Refusal(
          404, "group '%s' was not seen from %s to %s".formatted(group.group(), from, to));
    }
    Costs costs = new Costs(group.limits().hostHour(), 0);
    Hindsight hindsight = new Hindsight(group, costs, minutes);
    Optional<GroupScore.OwnPolicy> own = Optional.ofNullable(policies.get(group.group()));
    ApiJson.answer(ctx, GroupScore.of(hindsight, own));
  }

  private static LivedMinute lived(TimelineRow row) {
    TimelineRow.Hosts hosts = row.hosts().orElseThrow();
    return new LivedMinute(
        row.minute(),
        row.demandRpm().map(OptionalDouble::of).orElse(OptionalDouble.empty()),
        hosts.inService(),
        hosts.desired(),
        row.decidedFloor().map(OptionalInt::of).orElse(OptionalInt.empty()));
  }
}
