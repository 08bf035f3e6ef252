package dev.kickoff.jobs.api.write.event;

import dev.kickoff.jobs.api.http.ApiPart;
import dev.kickoff.jobs.api.review.ReviewDesk;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.write.Idempotency;
import io.javalin.Javalin;
import java.util.List;

/** Every route that changes events. */
public final class EventParts implements ApiPart {
  private final List<ApiPart> parts;

  public EventParts(
      EngineViews views, EventDesk desk, ReviewDesk reviews, Idempotency idempotency) {
    EventReviews doubts = new EventReviews(views, desk, reviews);
    this.parts =
        List.of(
            new ImportRoute(views, desk, idempotency),
            new EventRoutes(views, desk, doubts, idempotency));
  }

  @Override
  public void addTo(Javalin app) {
    parts.forEach(part -> part.addTo(app));
  }
}
