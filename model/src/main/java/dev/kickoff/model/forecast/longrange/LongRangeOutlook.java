package dev.kickoff.model.forecast.longrange;

import dev.kickoff.model.demand.Service;
import java.time.Duration;
import java.util.List;

/**
 * The weeks ahead: each day's highest demand, each event's, and how well each week is known.
 *
 * @param step length of the steps whose highest is meant: that of the demand
 * @param method the name of the method that the days' shapes come from
 * @param days in order, the first one that starts at or after the request's instant
 * @param events that start within these days, by start
 * @param leads a note for each week
 */
public record LongRangeOutlook(
    Service service,
    Duration step,
    String method,
    List<DayPeak> days,
    List<EventPeak> events,
    List<LeadNote> leads) {
  public LongRangeOutlook {
    days = List.copyOf(days);
    events = List.copyOf(events);
    leads = List.copyOf(leads);
  }
}
