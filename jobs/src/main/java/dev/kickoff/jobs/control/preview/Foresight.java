package dev.kickoff.jobs.control.preview;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.DemandForecast;
import java.util.Optional;

/** Whoever can say what would be forecast if the calendar were another. */
public interface Foresight {
  /** Nobody: forecasts stay as they were issued. */
  Foresight NONE = (standing, calendar) -> Optional.empty();

  /**
   * The forecast that would have been issued instead of one that stands.
   *
   * @param standing as it was issued
   * @param calendar as it would be
   * @return empty where that cannot be said
   */
  Optional<DemandForecast> under(DemandForecast standing, EventCalendar calendar);
}
