package dev.kickoff.model.forecast.shape;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.event.EventTerms;
import dev.kickoff.model.forecast.event.NearEvents;
import dev.kickoff.model.forecast.smile.Penalties;
import dev.kickoff.model.forecast.smile.SparseRow;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.Span;

/** Which coefficient of {@link EventRidge} stands for what: the week, the knots, the events. */
final class RidgeLayout {
  private static final int MOST_KNOTS = 60;
  private static final long LEAST_KNOT_MILLIS = 2 * LocalClock.DAY_MILLIS;
  private static final double KNOT_STEP_HOURS = 1;
  private static final double KNOT_SIZE_HOURS = 1e-4;
  private static final double HOUR_MILLIS = 3_600_000.0;
  private static final double FINE_HALF_LIFE_DAYS = 30;
  private static final double COARSE_HALF_LIFE_DAYS = 300;

  private final Span span;
  private final LocalClock clock;
  private final WeekBasis week;
  private final EventTerms events;
  private final NearEvents near;
  private final long knotMillis;
  private final int knots;
  private final double halfLifeSteps;
  private final int[] slots;
  private final SparseRow[] lifted;
  private final double[] terms;

  RidgeLayout(Span span, EventCalendar calendar, LocalClock clock) {
    this.span = span;
    this.clock = clock;
    this.slots = new int[span.size()];
    this.lifted = new SparseRow[span.size()];
    this.week = new WeekBasis(WeekTable.slots(span.stepMillis()));
    this.events = EventTerms.of(calendar, span, clock);
    this.near = events.near(span, calendar);
    this.terms = new double[events.size()];
    long length = span.untilMillis() - span.startMillis();
    this.knotMillis = Math.max(LEAST_KNOT_MILLIS, length / MOST_KNOTS);
    this.knots = (int) (length / knotMillis) + 2;
    double days = span.stepMillis() > 900_000 ? COARSE_HALF_LIFE_DAYS : FINE_HALF_LIFE_DAYS;
    this.halfLifeSteps = days * LocalClock.DAY_MILLIS / span.stepMillis();
  }

  int size() {
    return week.size() + knots + events.size();
  }

  Span span() {
    return span;
  }

  EventTerms events() {
    return events;
  }

  /** After how many steps a row weighs half. */
  double halfLifeSteps() {
    return halfLifeSteps;
  }

  /** Writes the row of a step, and remembers its slot and its events. */
  void fill(int step, SparseRow row) {
    long at = span.middleAt(step);
    row.clear();
    slots[step] = WeekTable.slotOf(clock, at, WeekTable.slots(span.stepMillis()));
    double[] weekTerms = week.terms(slots[step]);
    for (int i = 0; i < weekTerms.length; i++) {
      row.put(i, weekTerms[i]);
    }
    double position = (at - span.startMillis()) / (double) knotMillis;
    int left = (int) position;
    row.put(week.size() + left, 1 - (position - left));
    row.put(week.size() + left + 1, position - left);
    if (events.fill(at, near, terms)) {
      SparseRow own = new SparseRow(4);
      for (int i = 0; i < terms.length; i++) {
        row.put(week.size() + knots + i, terms[i]);
        own.put(i, terms[i]);
      }
      lifted[step] = own;
    }
  }

  /** In hours, so that penalties mean the same for steps of any length. */
  double weight(int step) {
    return span.stepMillis() / HOUR_MILLIS * Math.pow(0.5, (span.size() - step) / halfLifeSteps);
  }

  Penalties penalties(int cut) {
    double scale = Math.pow(0.5, (span.size() - cut) / halfLifeSteps);
    Penalties penalties = new Penalties(size());
    week.charge(penalties, scale);
    for (int k = 0; k < knots; k++) {
      penalties.size(week.size() + k, scale * KNOT_SIZE_HOURS);
      if (k > 0) {
        penalties.step(week.size() + k - 1, scale * KNOT_STEP_HOURS);
      }
    }
    events.charge(penalties, week.size() + knots, scale);
    return penalties;
  }

  /** The slot of the week of a step whose row was filled. */
  int slot(int step) {
    return slots[step];
  }

  /** Whether an event acts on a step whose row was filled. */
  boolean isLifted(int step) {
    return lifted[step] != null;
  }

  /** What events add to a step whose row was filled. */
  double lift(int step, double[] lifts) {
    SparseRow own = lifted[step];
    return own == null ? 0 : own.times(lifts);
  }

  /** The coefficients of the events. */
  double[] lifts(double[] coefficients) {
    double[] lifts = new double[events.size()];
    System.arraycopy(coefficients, week.size() + knots, lifts, 0, lifts.length);
    return lifts;
  }

  /** What the harmonics say of each slot of the week. */
  double[] weekTable(double[] coefficients) {
    return week.table(coefficients);
  }

  /** The slow level at an instant. */
  double level(double[] coefficients, long millis) {
    double position = (millis - span.startMillis()) / (double) knotMillis;
    int left = (int) position;
    double share = position - left;
    return coefficients[week.size() + left] * (1 - share)
        + coefficients[week.size() + left + 1] * share;
  }
}
