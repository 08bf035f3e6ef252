package dev.kickoff.model.forecast.shape;

import dev.kickoff.model.calendar.EventCalendar;
import dev.kickoff.model.forecast.smile.NormalEquations;
import dev.kickoff.model.forecast.smile.Penalties;
import dev.kickoff.model.forecast.smile.SparseRow;
import dev.kickoff.model.forecast.track.LocalClock;
import dev.kickoff.model.forecast.track.LogTrack;
import dev.kickoff.model.forecast.track.Span;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Learns the week and what events do to it together, by one ridge regression.
 *
 * <p>{@code log demand = week(t) + level(t) + events(t)}: the week in harmonics ({@link
 * WeekBasis}), a slow level that is linear between knots and walks at random, and events by phase
 * ({@link EventTerms}). Since all are fitted together, a match is not mistaken for the evening it
 * is played on, nor a growing audience for the matches. Recent rows weigh more.
 */
public final class EventRidge implements ShapeLearner {
  private static final int MOST_KNOTS = 60;
  private static final long LEAST_KNOT_MILLIS = 2 * LocalClock.DAY_MILLIS;
  private static final double KNOT_STEP_HOURS = 1;
  private static final double KNOT_SIZE_HOURS = 1e-4;
  private static final double HOUR_MILLIS = 3_600_000.0;
  private static final double REMAINDER_WEEKS = 6;
  private static final long REMAINDER_AROUND_MILLIS = 25 * 60_000L;
  private static final double REMAINDER_LEAN_MILLIS = 20 * 60_000.0;
  private static final double FINE_HALF_LIFE_DAYS = 30;
  private static final double COARSE_HALF_LIFE_DAYS = 300;

  private final LocalClock clock;

  public EventRidge(LocalClock clock) {
    this.clock = clock;
  }

  @Override
  public List<Shape> learn(LogTrack track, EventCalendar calendar, List<Integer> cuts) {
    Layout layout = new Layout(track.span(), calendar);
    NormalEquations equations = new NormalEquations(layout.size);
    SparseRow row = new SparseRow();
    double[] eventTerms = new double[layout.events.size()];
    NearEvents near = layout.events.near(track.span(), calendar);
    List<Shape> shapes = new ArrayList<>();
    int next = 0;
    for (int cut : cuts) {
      for (; next < cut; next++) {
        if (track.isKnown(next)) {
          layout.fill(next, near, eventTerms, row);
          equations.add(row, track.log(next), layout.weight(next));
        }
      }
      shapes.add(layout.shape(equations.solve(layout.penalties(cut)), track, cut));
    }
    return shapes;
  }

  /** Which coefficient stands for what: first the week, then the knots, then the events. */
  private final class Layout {
    private final Span span;
    private final WeekBasis week;
    private final EventTerms events;
    private final long knotMillis;
    private final int knots;
    private final int size;
    private final double halfLifeSteps;
    private final int[] slots;
    private final BitSet lifted = new BitSet();

    Layout(Span span, EventCalendar calendar) {
      this.span = span;
      this.slots = new int[span.size()];
      this.week = new WeekBasis(WeekTable.slots(span.stepMillis()));
      this.events = EventTerms.of(calendar, span, clock);
      long length = span.untilMillis() - span.startMillis();
      this.knotMillis = Math.max(LEAST_KNOT_MILLIS, length / MOST_KNOTS);
      this.knots = (int) (length / knotMillis) + 2;
      this.size = week.size() + knots + events.size();
      double days = span.stepMillis() > 900_000 ? COARSE_HALF_LIFE_DAYS : FINE_HALF_LIFE_DAYS;
      this.halfLifeSteps = days * LocalClock.DAY_MILLIS / span.stepMillis();
    }

    void fill(int step, NearEvents near, double[] eventTerms, SparseRow row) {
      long at = span.middleAt(step);
      row.clear();
      slots[step] = WeekTable.slotOf(clock, at, WeekTable.slots(span.stepMillis()));
      double[] terms = week.terms(slots[step]);
      for (int i = 0; i < terms.length; i++) {
        row.put(i, terms[i]);
      }
      double position = (at - span.startMillis()) / (double) knotMillis;
      int left = (int) position;
      row.put(week.size() + left, 1 - (position - left));
      row.put(week.size() + left + 1, position - left);
      if (events.fill(at, near, eventTerms)) {
        lifted.set(step);
        for (int i = 0; i < eventTerms.length; i++) {
          row.put(week.size() + knots + i, eventTerms[i]);
        }
      }
    }

    /** In hours, so that penalties mean the same for steps of any length. */
    double weight(int step) {
      return span.stepMillis() / HOUR_MILLIS * Math.pow(0.5, (span.size() - step) / halfLifeSteps);
    }

    Penalties penalties(int cut) {
      double scale = Math.pow(0.5, (span.size() - cut) / halfLifeSteps);
      Penalties penalties = new Penalties(size);
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

    Shape shape(double[] coefficients, LogTrack track, int cut) {
      double level = level(coefficients, span.millisAt(cut));
      double[] lifts = new double[events.size()];
      System.arraycopy(coefficients, week.size() + knots, lifts, 0, lifts.length);
      double[] smooth = week.table(coefficients);
      double[] sums = new double[smooth.length];
      double[] weights = new double[smooth.length];
      double decay = Math.log(0.5) / Math.min(halfLifeSteps, REMAINDER_WEEKS * smooth.length);
      for (int i = 0; i < cut; i++) {
        if (track.isKnown(i) && !lifted.get(i)) {
          double weight = Math.exp(decay * (cut - i));
          double usual = level(coefficients, span.middleAt(i)) + smooth[slots[i]];
          sums[slots[i]] += weight * (track.log(i) - usual);
          weights[slots[i]] += weight;
        }
      }
      double lean = REMAINDER_LEAN_MILLIS / span.stepMillis();
      int around = (int) (REMAINDER_AROUND_MILLIS / span.stepMillis());
      for (int slot = 0; slot < smooth.length; slot++) {
        double sum = 0;
        double weight = 0;
        for (int near = slot - around; near <= slot + around; near++) {
          sum += sums[Math.floorMod(near, smooth.length)];
          weight += weights[Math.floorMod(near, smooth.length)];
        }
        smooth[slot] += sum / (weight + lean * (2 * around + 1));
      }
      return new RidgeShape(level, new WeekTable(clock, smooth), events, lifts);
    }

    private double level(double[] coefficients, long millis) {
      double position = (millis - span.startMillis()) / (double) knotMillis;
      int left = (int) position;
      double share = position - left;
      return coefficients[week.size() + left] * (1 - share)
          + coefficients[week.size() + left + 1] * share;
    }
  }
}
