package dev.kickoff.jobs.api.whatif;

import dev.kickoff.jobs.api.http.ApiJson;
import dev.kickoff.jobs.api.http.ApiPart;
import dev.kickoff.jobs.api.http.JsonBody;
import dev.kickoff.jobs.api.http.Refusal;
import dev.kickoff.jobs.api.read.Known;
import dev.kickoff.jobs.api.security.Caller;
import dev.kickoff.jobs.api.view.EngineTime;
import dev.kickoff.jobs.api.view.EngineViews;
import dev.kickoff.jobs.api.write.Effects;
import dev.kickoff.jobs.api.write.order.OrderCheck;
import dev.kickoff.jobs.api.write.order.OrderOrigin;
import dev.kickoff.jobs.control.preview.Circumstances;
import dev.kickoff.jobs.control.preview.Foresight;
import dev.kickoff.jobs.control.preview.PreviewDesk;
import dev.kickoff.model.calendar.Event;
import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.calendar.EventEdit;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.override.OperatorOverride;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** Answers what would be planned under other circumstances; changes nothing. */
public final class WhatIfRoute implements ApiPart {
  private final EngineViews views;
  private final EngineTime time;
  private final PreviewDesk desk;
  private final Foresight foresight;

  /**
   * @param foresight who says what would be forecast; the desk's own
   */
  public WhatIfRoute(EngineViews views, EngineTime time, PreviewDesk desk, Foresight foresight) {
    this.views = views;
    this.time = time;
    this.desk = desk;
    this.foresight = foresight;
  }

  @Override
  public void addTo(Javalin app) {
    app.post("/v1/what-if", this::answer);
  }

  private void answer(Context ctx) {
    WhatIf asked = JsonBody.of(ctx, "whatIf", WhatIf.class);
    String group = new Known(views).group(asked.group());
    Circumstances other = circumstances(asked, Caller.of(ctx).name());
    ApiJson.answer(ctx, Effects.preview(List.of(desk.effect(group, other))));
  }

  private Circumstances circumstances(WhatIf asked, String author) {
    Instant now = time.now();
    Circumstances other = Circumstances.SAME;
    if (asked.order().isPresent()) {
      OperatorOverride order =
          OrderCheck.order(asked.order().get(), views, now, new OrderOrigin("what-if", author));
      other = other.ordering(book -> book.with(order));
    }
    if (asked.leadTimeMinutes().isPresent()) {
      long millis = Math.round(asked.leadTimeMinutes().getAsDouble() * 60_000);
      other = other.launching(LeadTime.constant(Duration.ofMillis(millis)));
    }
    return other.scheduling(calendar(asked, now)).expecting(forecasts(asked, now));
  }

  private UnaryOperator<EventCalendar> calendar(WhatIf asked, Instant now) {
    long next = views.calendarRevision() + 1;
    if (asked.event().isPresent()) {
      Event added = asked.event().get().at(now, next);
      return calendar -> calendar.with(added);
    }
    if (asked.move().isPresent()) {
      Event standing = standing(asked.move().get().uid());
      if (asked.move().get().changesCalendar()) {
        Event moved = asked.move().get().of(standing, now, next);
        return calendar -> calendar.with(moved);
      }
    }
    return UnaryOperator.identity();
  }

  private Event standing(String uid) {
    return views
        .newestVersion(uid)
        .orElseThrow(
            () -> new Refusal(404, "there is no event '" + uid + "'; GET /v1/events lists them"));
  }

  private UnaryOperator<DemandForecast> forecasts(WhatIf asked, Instant now) {
    UnaryOperator<DemandForecast> lifted = lifted(asked, now);
    return asked.demandFactor().isEmpty()
        ? lifted
        : f -> ForecastScale.times(lifted.apply(f), asked.demandFactor().getAsDouble());
  }

  /** With the event's lift times its factor: against the forecast of a calendar without it. */
  private UnaryOperator<DemandForecast> lifted(WhatIf asked, Instant now) {
    if (asked.move().filter(move -> move.factor().isPresent()).isEmpty()) {
      return UnaryOperator.identity();
    }
    double factor = asked.move().get().factor().getAsDouble();
    Event standing = standing(asked.move().get().uid());
    long last = views.calendarRevision() + 2;
    Event off = new EventEdit(standing, now).cancelled().numbered(last);
    return with ->
        foresight
            .under(with, views.calendar().with(off))
            .map(without -> ForecastScale.lift(with, without, factor))
            .orElse(with);
  }
}
