package dev.kickoff.model.forecast.accuracy;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandMasks;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.demand.inherit.Inheritance;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.forecast.ForecastDesk;
import dev.kickoff.model.forecast.ForecastKind;
import dev.kickoff.model.forecast.ForecastRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A rolling-origin evaluation: which cutoffs, and what is forecast from each.
 *
 * <p>At each cutoff only the samples that ended by then and the calendar as known then are seen.
 *
 * @param from the first cutoff
 * @param until cutoffs lie before it
 * @param every time from one cutoff to the next, longer than zero
 * @param resolution length of a forecast's steps
 * @param horizon how far ahead, a multiple of {@code resolution}
 */
public record Backtest(
    Instant from, Instant until, Duration every, Duration resolution, Duration horizon) {

  public Backtest {
    if (every.isZero() || every.isNegative()) {
      throw new IllegalArgumentException("cutoffs must lie apart, not every " + every);
    }
  }

  /** The cutoffs, in order. */
  public List<Instant> cutoffs() {
    List<Instant> cutoffs = new ArrayList<>();
    for (Instant at = from; at.isBefore(until); at = at.plus(every)) {
      cutoffs.add(at);
    }
    return cutoffs;
  }

  /** This backtest with another horizon. */
  public Backtest reaching(Duration otherHorizon) {
    return new Backtest(from, until, every, resolution, otherHorizon);
  }

  /** The forecast from one cutoff, whatever the trace holds after it. */
  public DemandForecast at(Instant cutoff, Trace trace, ForecastDesk desk) {
    DemandSeries own = ForecastDesk.wholeStepsBefore(trace.demand(), cutoff);
    Optional<Inheritance> inherited = trace.inherited().map(each -> each.endedBy(cutoff));
    ForecastRequest request =
        new ForecastRequest(
            cutoff,
            resolution,
            horizon,
            inherited.map(each -> each.joined(own)).orElse(own),
            trace.calendar().asKnownAt(cutoff));
    DemandForecast forecast =
        desk.issue(trace.service(), ForecastKind.FAR, request.told(trace.masks()));
    return inherited.map(each -> forecast.adding(each.note(own))).orElse(forecast);
  }

  /**
   * What is backtested.
   *
   * @param demand of one service, from its first to its last sample
   * @param calendar every version of every event, also those that became known later
   * @param masks what operators and signals say must not be learnt, also what became known later
   * @param inherited what it goes on with before its own first step; empty for nothing
   */
  public record Trace(
      Service service,
      DemandSeries demand,
      EventCalendar calendar,
      DemandMasks masks,
      Optional<Inheritance> inherited) {
    /** A trace that inherits nothing. */
    public Trace(Service service, DemandSeries demand, EventCalendar calendar, DemandMasks masks) {
      this(service, demand, calendar, masks, Optional.empty());
    }

    /** A trace of which nobody has told anything. */
    public Trace(Service service, DemandSeries demand, EventCalendar calendar) {
      this(service, demand, calendar, DemandMasks.none());
    }
  }
}
