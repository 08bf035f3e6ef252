package dev.kickoff.jobs.api;

import dev.kickoff.jobs.api.http.ApiPart;
import dev.kickoff.jobs.api.review.ReviewDesk;
import dev.kickoff.jobs.api.review.ReviewRoutes;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.write.Effects;
import dev.kickoff.jobs.api.write.Idempotency;
import dev.kickoff.jobs.api.write.OrderLog;
import dev.kickoff.jobs.api.write.event.EventDesk;
import dev.kickoff.jobs.api.write.event.EventParts;
import dev.kickoff.jobs.api.write.order.OverrideDesk;
import dev.kickoff.jobs.api.write.order.OverrideRoutes;
import dev.kickoff.jobs.api.write.order.ResumeRoutes;
import dev.kickoff.jobs.control.preview.PreviewDesk;
import io.javalin.Javalin;
import java.time.InstantSource;
import java.util.List;

/** Every route that changes something, with what they share. */
public final class Writing implements ApiPart {
  private final List<ApiPart> parts;

  /**
   * @param time engine time
   * @param log where it is written down
   * @param previews who says what a change would do
   */
  public Writing(EngineViews views, EngineTime time, OrderLog log, PreviewDesk previews) {
    this(views, new Clocks(time, InstantSource.system()), log, previews);
  }

  /**
   * @param clocks by which orders end, and by which changes can be undone and requests sent again
   */
  public Writing(EngineViews views, Clocks clocks, OrderLog log, PreviewDesk previews) {
    Idempotency idempotency = new Idempotency(clocks.wall());
    Effects effects = new Effects(previews);
    ReviewDesk reviews = new ReviewDesk(views, clocks.engine(), log);
    OverrideDesk orders = new OverrideDesk(views, clocks.engine(), clocks.wall(), log);
    EventDesk events =
        new EventDesk(views, clocks.engine(), log, new EventDesk.Planning(orders, effects));
    this.parts =
        List.of(
            new OverrideRoutes(
                views, new OverrideRoutes.Desks(orders, reviews), effects, idempotency),
            new EventParts(views, events, reviews, idempotency),
            new ResumeRoutes(orders, reviews, effects, idempotency),
            new ReviewRoutes(reviews, clocks.engine(), idempotency));
  }

  /** Engine time and wall time. */
  public record Clocks(EngineTime engine, InstantSource wall) {}

  @Override
  public void addTo(Javalin app) {
    parts.forEach(part -> part.addTo(app));
  }
}
