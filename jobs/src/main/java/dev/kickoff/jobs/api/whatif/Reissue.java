package dev.kickoff.jobs.api.whatif;

import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.control.preview.Foresight;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastDesk;
import dev.kickoff.model.forecast.ForecastIssuer;
import dev.kickoff.model.forecast.ForecastRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * Issues a forecast again under another calendar, by the methods of the job, from the minutes that
 * are kept.
 *
 * <p>The first one of a service learns its models, which takes seconds; later ones use them. One at
 * a time.
 */
public final class Reissue implements Foresight {
  private final EngineViews views;
  private final ForecastIssuer issuer;

  /**
   * @param issuer used by nobody else
   */
  public Reissue(EngineViews views, ForecastIssuer issuer) {
    this.views = views;
    this.issuer = issuer;
  }

  @Override
  public synchronized Optional<DemandForecast> under(
      DemandForecast standing, EventCalendar calendar) {
    Instant at = standing.issuedAt();
    DemandSeries history =
        views
            .ledger()
            .past()
            .demand(standing.service(), at.minus(ForecastDesk.FINE_REACH), at)
            .before(at);
    if (history.known() == 0) {
      return Optional.empty();
    }
    ForecastRequest request =
        new ForecastRequest(
            at, standing.resolution(), standing.kind().horizon(), history, calendar);
    return Optional.of(issuer.issue(standing.service(), standing.kind(), request));
  }
}
