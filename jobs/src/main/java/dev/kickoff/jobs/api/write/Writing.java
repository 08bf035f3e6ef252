package dev.kickoff.jobs.api.write;

import dev.kickoff.jobs.api.http.ApiPart;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.api.view.EngineViews;
import io.javalin.Javalin;
import java.time.InstantSource;

/** Every route that changes something, with what they share. */
public final class Writing implements ApiPart {
  private final OverrideRoutes overrides;

  /**
   * @param time engine time
   * @param log where it is written down
   */
  public Writing(EngineViews views, EngineTime time, OrderLog log) {
    this(views, time, InstantSource.system(), log);
  }

  /**
   * @param wall wall time, by which changes can be undone and requests sent again
   */
  Writing(EngineViews views, EngineTime time, InstantSource wall, OrderLog log) {
    Idempotency idempotency = new Idempotency(wall);
    OverrideDesk desk = new OverrideDesk(views, time, wall, log);
    this.overrides = new OverrideRoutes(views, desk, idempotency);
  }

  @Override
  public void addTo(Javalin app) {
    overrides.addTo(app);
  }
}
