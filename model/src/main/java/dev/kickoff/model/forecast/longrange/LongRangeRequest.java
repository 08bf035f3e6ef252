package dev.kickoff.model.forecast.longrange;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.demand.DemandMasks;
import dev.kickoff.model.demand.DemandSeries;
import dev.kickoff.model.demand.Service;
import dev.kickoff.model.forecast.ForecastDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * What is asked of the weeks ahead, and all that may be used for it.
 *
 * @param at nothing later than this is used
 * @param weeks how many weeks ahead, 1 or more
 * @param zone whose days are meant
 * @param demand before {@code at}, in its own step
 * @param calendar as known at {@code at}
 * @param masks what was told must not be learnt, as known at {@code at}
 */
public record LongRangeRequest(
    Service service,
    Instant at,
    int weeks,
    ZoneId zone,
    DemandSeries demand,
    EventCalendar calendar,
    DemandMasks masks) {
  static final Duration WEEK = Duration.ofDays(7);

  /** The fewest weeks of history: two to learn from and one to rehearse on. */
  static final int LEAST_WEEKS = 3;

  private static final Duration LONGEST_STEP = Duration.ofHours(6);

  /**
   * The request; demand and calendar are cut at {@code at}.
   *
   * @throws IllegalArgumentException when history does not reach as far back as the request does
   *     ahead, or ended long ago; the message says what can be asked for
   */
  public LongRangeRequest {
    demand = ForecastDesk.wholeStepsBefore(demand, at);
    calendar = calendar.asKnownAt(at);
    masks = masks.asKnownAt(at);
    if (weeks < 1) {
      throw new IllegalArgumentException("--weeks must be 1 or more, was " + weeks);
    }
    if (demand.step().compareTo(LONGEST_STEP) > 0) {
      throw new IllegalArgumentException(
          "the demand of %s has steps of %s; the highest of a day needs steps of 6 hours or less"
              .formatted(service, demand.step()));
    }
    checkReach(service, at, weeks, demand);
  }

  /** The demand without what must not be learnt: what users asked for. */
  DemandSeries asked() {
    return masks.hide(demand);
  }

  private static void checkReach(Service service, Instant at, int weeks, DemandSeries demand) {
    Instant first = firstKnown(service, at, demand);
    Instant end = demand.lastKnown().orElse(first).plus(demand.step());
    if (end.isBefore(at.minus(WEEK))) {
      throw new IllegalArgumentException(
          "the demand of %s ends at %s, more than a week before --at %s; choose an earlier --at"
              .formatted(service, end, at));
    }
    double there = Duration.between(first, at).toMillis() / (double) WEEK.toMillis();
    if (there < LEAST_WEEKS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "looking weeks ahead needs %d weeks of history; at %s there are %.1f of %s",
              LEAST_WEEKS,
              at,
              there,
              service));
    }
    if (there < weeks) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "--weeks %d reaches further ahead than history reaches back: at %s there are %.1f"
                  + " weeks of %s; ask for %d at most",
              weeks,
              at,
              there,
              service,
              (int) there));
    }
  }

  private static Instant firstKnown(Service service, Instant at, DemandSeries demand) {
    for (int i = 0; i < demand.size(); i++) {
      if (demand.isPresent(i)) {
        return demand.timeAt(i);
      }
    }
    throw new IllegalArgumentException("no demand of " + service + " is known before " + at);
  }
}
