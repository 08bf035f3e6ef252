package dev.kickoff.jobs.control.preview;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.capacity.LeadTime;
import dev.kickoff.model.forecast.DemandForecast;
import dev.kickoff.model.override.OverrideBook;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * In what a supposed present differs from the one that is.
 *
 * @param orders what would be ordered, from what is
 * @param calendar what would be on, from what is
 * @param forecasts what would be expected, from what is; applied to forecasts that know the
 *     calendar
 * @param leadTime how long launches would take; empty as they do
 */
public record Circumstances(
    UnaryOperator<OverrideBook> orders,
    UnaryOperator<EventCalendar> calendar,
    UnaryOperator<DemandForecast> forecasts,
    Optional<LeadTime> leadTime) {
  /** Nothing differs. */
  public static final Circumstances SAME =
      new Circumstances(
          UnaryOperator.identity(),
          UnaryOperator.identity(),
          UnaryOperator.identity(),
          Optional.empty());

  /** The same under other orders. */
  public Circumstances ordering(UnaryOperator<OverrideBook> other) {
    return new Circumstances(other, calendar, forecasts, leadTime);
  }

  /** The same with another calendar. */
  public Circumstances scheduling(UnaryOperator<EventCalendar> other) {
    return new Circumstances(orders, other, forecasts, leadTime);
  }

  /** The same with other forecasts. */
  public Circumstances expecting(UnaryOperator<DemandForecast> other) {
    return new Circumstances(orders, calendar, other, leadTime);
  }

  /** The same with launches that take so long. */
  public Circumstances launching(LeadTime other) {
    return new Circumstances(orders, calendar, forecasts, Optional.of(other));
  }
}
